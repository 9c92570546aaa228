import type { Review } from '../documents/review.ts';
import { TIP_IDS } from '../documents/review.ts';

/** A cell that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

type Cell = string | number | boolean | null;

/** One row of facts under a header, RFC 4180 with CRLF. Names, numbers and addresses of people are left out. */
export function renderCsv(review: Review): string {
  return `${csvHeader()}${csvRow(review)}`;
}

/** The header of {@link csvRow}. */
export function csvHeader(): string {
  return line(COLUMNS.map(([name]) => name));
}

/** One review as a row. */
export function csvRow(review: Review): string {
  return line(COLUMNS.map(([, cell]) => cell(review)));
}

const FACTS = [
  'goal',
  'bridge',
  'brief',
  'obsequious',
  'narrowRequest',
  'timeBox',
  'deadline',
  'phone',
  'phoneRepeated',
  'replyOption',
  'callerName',
  'recipientName',
] as const;

const COLUMNS: readonly (readonly [string, (review: Review) => Cell])[] = [
  ['name', ({ source }) => source.name],
  ['kind', ({ source }) => source.kind],
  ['durationSec', ({ source }) => rounded(source.durationSec)],
  ['estimated', ({ source }) => source.estimated],
  ['words', ({ transcript }) => transcript.words.length],
  ['wordsPerMinute', ({ delivery }) => rounded(delivery.wordsPerMinute)],
  ['digitsPerSecond', ({ delivery }) => rounded(delivery.digitsPerSecond)],
  ['decision', ({ verdict }) => verdict.decision],
  ['score', ({ verdict }) => rounded(verdict.score)],
  ['firstFix', ({ verdict }) => verdict.firstFix],
  ...FACTS.map((fact) => [fact, ({ facts }: Review) => facts[fact]] as const),
  ...TIP_IDS.flatMap((id) => [
    [`${id}.status`, (review: Review) => tipOf(review, id)?.status ?? null] as const,
    [`${id}.score`, (review: Review) => rounded(tipOf(review, id)?.score ?? null)] as const,
  ]),
];

function tipOf(review: Review, id: string) {
  return review.tips.find((tip) => tip.id === id);
}

const ROUND_TO = 1000;

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * ROUND_TO) / ROUND_TO;
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
