import type { CsvRow } from './csv-rows.ts';

/** The parts of a contact that a CSV column can hold. */
export const CONTACT_FIELDS = [
  'name',
  'given',
  'middle',
  'family',
  'email',
  'organisation',
  'position',
  'city',
  'connectedOn',
  'labels',
] as const;

/** One of {@link CONTACT_FIELDS}. */
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** Which columns (by header) hold what; several e-mail columns are all read. */
export type ColumnMap = Partial<Record<ContactField, string>>;

/** What a file's columns turned out to be. */
export interface Columns {
  format: 'linkedin' | 'google' | 'csv';
  /** Cell numbers for each field. */
  cells: Partial<Record<ContactField, number[]>>;
  width: number;
}

/** The header stands within the first rows: exports put notes above it, and not always the same number of lines. */
const HEADER_WITHIN_ROWS = 25;

/** Headers of LinkedIn's Connections.csv, of both of Google's exports, and of what people and other programs commonly write. */
const HEADERS: Readonly<Record<ContactField, RegExp>> = {
  name: /^(?:(?:full |display |contact )?name|file as)$/,
  given: /^(?:first|given) ?name$/,
  middle: /^(?:middle|additional) ?name$/,
  family: /^(?:last|family) ?name$|^surname$/,
  email: /^(?:e-?mail(?: ?address)?|e-?mail \d+ - value|(?:primary|work|business) e-?mail)$/,
  organisation: /^(?:organi[sz]ation(?: 1 -)?(?: name)?|company(?: name)?|employer)$/,
  position: /^(?:organi[sz]ation (?:1 - )?title|position|(?:job )?title|role)$/,
  city: /^(?:address 1 - city|(?:business |work )?city|town|location)$/,
  connectedOn: /^(?:connected on|connected)$/,
  labels: /^(?:labels|group membership|tags|groups)$/,
};

const plain = (header: string) => header.replace(/\s+/g, ' ').trim().toLowerCase();

function readHeader(cells: readonly string[], map: ColumnMap): Columns | undefined {
  const headers = cells.map(plain);
  const found: Columns['cells'] = {};
  for (const field of CONTACT_FIELDS) {
    const wanted = map[field];
    const places = headers.flatMap((header, index) =>
      (wanted === undefined ? HEADERS[field].test(header) : header === plain(wanted)) ? [index] : [],
    );
    if (places.length > 0) found[field] = places;
  }
  const mapped = Object.keys(map) as ContactField[];
  if (mapped.some((field) => !found[field])) return undefined;
  // A name and one thing more: a lone "Name" may be anybody's list.
  if (!(found.name || found.given || found.family) || Object.keys(found).length < 2) return undefined;
  const has = (header: string) => headers.includes(header);
  const google = headers.some((header) => /^e-mail 1 - (?:value|label|type)$/.test(header)) || has('organization 1 - name');
  const format = has('connected on') && has('first name') ? 'linkedin' : google ? 'google' : 'csv';
  return { format, cells: found, width: cells.length };
}

/** Finds the header among the first rows; undefined when none of them is one. */
export function findColumns(rows: readonly CsvRow[], map: ColumnMap = {}): { columns: Columns; headerIndex: number } | undefined {
  for (const [headerIndex, row] of rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
    const columns = readHeader(row.cells, map);
    if (columns) return { columns, headerIndex };
  }
  return undefined;
}
