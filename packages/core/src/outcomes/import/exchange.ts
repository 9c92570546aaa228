import { RingbackError } from '../../documents/failure.ts';
import { PLAINLY, placesOf } from '../../documents/plain-issues.ts';
import { type Call, callSchema } from '../call.ts';
import { CALL_FIELDS, type CallField } from './columns.ts';
import type { ImportPreview, RowProblem } from './read-calls.ts';

/** A whole log as one document, history and all. */
export interface LogDocument {
  logVersion: 1;
  calls: Call[];
}

/** The log as JSON: importing it again gives the very same calls. */
export function logToJson(calls: readonly Call[]): string {
  const document: LogDocument = { logVersion: 1, calls: [...calls] };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/**
 * Reads a log from JSON. Calls that cannot be taken are named by their place.
 * @throws RingbackError "not-calls" when it is no log of version 1.
 */
export function logFromJson(value: unknown): ImportPreview {
  const { logVersion, calls: given } = (value ?? {}) as Partial<LogDocument>;
  if (logVersion !== 1 || !Array.isArray(given)) {
    throw new RingbackError('not-calls', 'The file is no log of version 1: export it again with "ringback log export".');
  }
  const calls: Call[] = [];
  const problems: RowProblem[] = [];
  for (const [index, one] of given.entries()) {
    const parsed = callSchema.safeParse(one, PLAINLY);
    if (parsed.success) calls.push(parsed.data);
    else problems.push({ row: index + 1, problem: `cannot be kept: ${placesOf(parsed.error, 'call')}` });
  }
  return { program: 'ringback', calls, leftOut: 0, problems, warnings: [] };
}

const CELLS: Readonly<Partial<Record<CallField, (call: Call) => string>>> = {
  id: ({ id }) => id,
  whom: ({ whom }) => whom.name,
  organisation: ({ whom }) => whom.organisation ?? '',
  number: ({ whom }) => whom.number ?? '',
  email: ({ whom }) => whom.email ?? '',
  leftAt: ({ leftAt }) => leftAt,
  objective: ({ objective }) => objective,
  outcome: ({ outcomes }) => outcomes.map(({ kind }) => kind).join('; '),
  outcomeAt: ({ outcomes }) => outcomes.map(({ at }) => at).join('; '),
  note: ({ note }) => note,
};

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it, which the import takes off again. */
function written(cell: string): string {
  const text = /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The log for a spreadsheet, RFC 4180: whom, when and what came of it; reviews, briefs and history are in the JSON only. */
export function logToCsv(calls: readonly Call[]): string {
  const fields = CALL_FIELDS.filter((field) => CELLS[field] !== undefined);
  const rows = calls.map((call) => fields.map((field) => written(CELLS[field]?.(call) ?? '')));
  return [fields, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}
