import { OBJECTIVES } from '../../brief/brief.ts';
import { RingbackError } from '../../documents/failure.ts';
import { PLAINLY, placesOf } from '../../documents/plain-issues.ts';
import { type Call, callSchema, type OutcomeKind } from '../call.ts';
import { type CallColumns, type CallField, columnPlaces, type Program, programOf } from './columns.ts';
import { type DateOrder, dateOrderOf, momentOf } from './dates.ts';
import { type ReadRow, returnsFrom } from './returns.ts';

/** A row of the file with the line it begins on, counted from 1. */
export interface Row {
  line: number;
  cells: readonly string[];
}

/** A row that cannot be taken, and why; never what it holds. */
export interface RowProblem {
  row: number;
  problem: string;
}

/** What a file would bring, before anything is written. */
export interface ImportPreview {
  program: Program;
  calls: Call[];
  /** Rows that are no message left: picked up, busy, no answer, incoming. */
  leftOut: number;
  problems: RowProblem[];
  warnings: string[];
}

/** How a file is read. */
export interface ReadCallsOptions {
  /** Default: told by the header. */
  program?: Program;
  columns?: CallColumns;
  /** For dates that can be read both ways. Default month first, as both programs write in the United States. */
  dateOrder?: DateOrder;
  /** Says that a call without an outcome in the file was truly not returned. */
  followed?: boolean;
  /** Makes an id (UUID) for each call. */
  newId: () => string;
}

/** How programs call a message that was left, and calls that came in. */
const LEFT_A_MESSAGE = /voice ?mail|left (?:a |live )?message/i;
const INCOMING = /^in(?:bound|coming)/i;

/** Words for what came of a call. */
const OUTCOME_WORDS: readonly (readonly [RegExp, OutcomeKind])[] = [
  [/^(?:phone|called back|returned|call ?back)/i, 'phone'],
  [/^e-?mail/i, 'email'],
  [/^me(?:t|eting)/i, 'met'],
  [/^(?:declined|not interested)/i, 'declined'],
  [/^(?:nothing|no (?:reply|answer|response|return))/i, 'nothing'],
];

type Cell = (field: CallField) => string;

/** A leading apostrophe keeps spreadsheets from running a cell; our own export writes it. */
const unguarded = (cell: string) => cell.trim().replace(/^'(?=[=+\-@])/, '');

function whomOf(cell: Cell): ReadRow['whom'] {
  const [organisation, number, email] = [cell('organisation'), cell('number'), cell('email')];
  return {
    name: cell('whom') || email || number,
    ...(organisation && { organisation }),
    ...(number && { number }),
    ...(email && { email }),
  };
}

/** "phone 2026-11-20T10:00:00Z; met ..." as our own export writes it, or one word with its date in a column of its own. */
function outcomesOf(cell: Cell, leftAt: string, order: DateOrder): { kind: OutcomeKind; at: string }[] | string {
  const parts = cell('outcome')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  const dates = cell('outcomeAt')
    .split(';')
    .map((part) => part.trim());
  const outcomes: { kind: OutcomeKind; at: string }[] = [];
  for (const [index, part] of parts.entries()) {
    const kind = OUTCOME_WORDS.find(([words]) => words.test(part))?.[1];
    if (kind === undefined) return 'has an outcome that is none of phone, email, met, declined, nothing';
    const at = dates[index] ? momentOf(dates[index], order) : kind === 'nothing' ? leftAt : undefined;
    if (at === undefined) return 'has an outcome without a date that can be read';
    outcomes.push({ kind, at });
  }
  return outcomes;
}

/** Reads one row; a sentence where it cannot be taken. */
function readRow(row: Row, cell: Cell, order: DateOrder, program: Program): ReadRow | string {
  const whom = whomOf(cell);
  if (whom.name === '') return 'names nobody: neither a name, an address nor a number';
  const leftAt = momentOf([cell('leftAt'), cell('time')].filter(Boolean).join(' '), order);
  if (leftAt === undefined) return 'has no date that can be read';
  const disposition = cell('disposition');
  const objective = cell('objective').toLowerCase() || 'other';
  if (!OBJECTIVES.some((known) => known === objective)) return `has an objective that is none of ${OBJECTIVES.join(', ')}`;
  const outcomes = outcomesOf(cell, leftAt, order);
  if (typeof outcomes === 'string') return outcomes;
  const incoming = INCOMING.test(cell('direction'));
  const key = cell('id') || [leftAt, whom.name, whom.number].filter(Boolean).join(' ');
  return {
    line: row.line,
    whom,
    leftAt,
    incoming,
    left: !incoming && (disposition === '' ? program === 'csv' || program === 'ringback' : LEFT_A_MESSAGE.test(disposition)),
    call: {
      whom,
      leftAt,
      objective,
      outcomes,
      note: cell('note').slice(0, 2_000),
      ...(isOwn(program, key) ? { id: key } : { source: { program, key } }),
    },
  };
}

/** Our own export gives back the very same call. */
const isOwn = (program: Program, key: string) => program === 'ringback' && /^[0-9a-f-]{36}$/.test(key);

const EMPTY = { callVersion: 1, source: null, scriptId: null, takeId: null, read: null, brief: null, history: [] } as const;

/**
 * Reads calls from the rows of a CSV file, the header first. Nothing is written; rows that cannot be taken are named. Where the file
 * lists incoming calls too, the first one from a person after a message counts as its return.
 * @throws RingbackError "not-calls" where no column says whom and when.
 */
export function readCalls(rows: readonly Row[], options: ReadCallsOptions): ImportPreview {
  const [header, ...body] = rows;
  const program = options.program ?? programOf(header?.cells ?? []);
  const { places, missing } = columnPlaces(header?.cells ?? [], program, options.columns ?? {});
  if (missing.length > 0)
    throw new RingbackError('not-calls', 'The file has no column of a name that the column map gives: check its header.');
  if (places.leftAt === undefined || (places.whom ?? places.email ?? places.number) === undefined) {
    throw new RingbackError('not-calls', 'No column says whom and when: name them with --columns whom=...,leftAt=...');
  }
  const cellOf =
    (row: Row): Cell =>
    (field) =>
      unguarded(places[field] === undefined ? '' : (row.cells[places[field]] ?? ''));
  const told = dateOrderOf(body.map((row) => cellOf(row)('leftAt')));
  const order = options.dateOrder ?? told ?? 'month-first';
  const problems: RowProblem[] = [];
  const read: ReadRow[] = [];
  for (const row of body) {
    const tooMany = row.cells.slice(header?.cells.length).some((cell) => cell.trim() !== '');
    const one = tooMany ? 'has more cells than the header' : readRow(row, cellOf(row), order, program);
    if (typeof one === 'string') problems.push({ row: row.line, problem: one });
    else read.push(one);
  }
  const knowsReturns = places.outcome !== undefined || read.some(({ incoming }) => incoming);
  const calls = callsOf(read, { followed: options.followed ?? knowsReturns, newId: options.newId }, problems);
  const warnings = [];
  if (!knowsReturns && options.followed === undefined) {
    warnings.push(
      'The file says nothing of what came of the calls, so they are kept and count in no statistics; --followed says that none was returned.',
    );
  }
  if (options.dateOrder === undefined && told === null && body.some((row) => /^\d+[/.]/.test(cellOf(row)('leftAt')))) {
    warnings.push('Its dates can be read both ways; they are read month first. --dates day-first reads them the other way.');
  }
  return { program, calls, leftOut: read.length - read.filter(({ left }) => left).length, problems, warnings };
}

function callsOf(
  read: readonly ReadRow[],
  { followed, newId }: { followed: boolean; newId: () => string },
  problems: RowProblem[],
): Call[] {
  const returns = returnsFrom(read);
  return read.flatMap((row) => {
    if (!row.left) return [];
    const call = row.call as Pick<Call, 'outcomes'>;
    const returned = returns.get(row);
    const outcomes = returned === undefined ? call.outcomes : [...call.outcomes, { kind: 'phone', at: returned }];
    const parsed = callSchema.safeParse({ ...EMPTY, id: newId(), followed, ...call, outcomes }, PLAINLY);
    if (parsed.success) return [parsed.data];
    problems.push({ row: row.line, problem: `cannot be kept: ${placesOf(parsed.error, 'call')}` });
    return [];
  });
}
