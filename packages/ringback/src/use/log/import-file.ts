import {
  type Call,
  type CallColumns,
  type DateOrder,
  type ImportPreview,
  logFromJson,
  type Program,
  RingbackError,
  readCalls,
} from '@ringback/core';
import { csvRows } from '../../files/contacts/csv-rows.ts';
import { decodeText } from '../../files/contacts/text.ts';
import type { CallStore } from './call-store.ts';

/** How a file is imported. */
export interface ImportOptions {
  /** Without it nothing is written. */
  write: boolean;
  /** Take the good rows of a file that has bad ones. */
  skipBad: boolean;
  program?: Program;
  columns?: CallColumns;
  dateOrder?: DateOrder;
  followed?: boolean;
}

/** What a file would bring, or has brought. */
export interface ImportReport extends Omit<ImportPreview, 'calls'> {
  /** Calls in the file. */
  found: number;
  /** The first few, to look at before anything is written. */
  first: Pick<Call, 'whom' | 'leftAt' | 'objective' | 'outcomes'>[];
  /** Calls that were new and were written; null for a preview. */
  added: number | null;
}

const SHOWN = 5;

function preview(bytes: Uint8Array, name: string, options: ImportOptions): ImportPreview {
  const { text, warnings } = decodeText(bytes, name);
  if (text.trimStart().startsWith('{')) return logFromJson(parsed(text, name));
  const { rows, problems } = csvRows(text, name);
  const { program, columns, dateOrder, followed } = options;
  const read = readCalls(rows, {
    newId: () => crypto.randomUUID(),
    ...(program && { program }),
    ...(columns && { columns }),
    ...(dateOrder && { dateOrder }),
    ...(followed !== undefined && { followed }),
  });
  const broken = problems.map(({ place, problem }) => ({ row: Number(/\d+/.exec(place)?.[0] ?? 0), problem }));
  const all = [...broken, ...read.problems].sort((a, b) => a.row - b.row);
  return { ...read, problems: all, warnings: [...warnings, ...read.warnings] };
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RingbackError('not-json', `"${name}" is not JSON: export the log again.`, { cause });
  }
}

/** Shows what a file would bring and, when asked, writes it: all of it or, where a row is bad, nothing. */
export async function importFile(store: CallStore, bytes: Uint8Array, name: string, options: ImportOptions): Promise<ImportReport> {
  const { calls, ...rest } = preview(bytes, name, options);
  const writes = options.write && (options.skipBad || rest.problems.length === 0);
  return {
    ...rest,
    found: calls.length,
    first: calls.slice(0, SHOWN).map(({ whom, leftAt, objective, outcomes }) => ({ whom, leftAt, objective, outcomes })),
    added: writes ? await store.add(calls) : null,
  };
}
