import { type Contact, RingbackError } from '@ringback/core';
import type { ContactBook, ContactProblem } from './contact-book.ts';
import { type ColumnMap, type Columns, type ContactField, findColumns } from './csv-columns.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';
import { isoDate } from './dates.ts';

/** Google joins several values of one cell with this. */
const GOOGLE_JOINT = ' ::: ';
/** Longest cell that is still a name, an address or an employer, characters. House rule. */
const LONGEST_CELL = 200;

/** What a spreadsheet would run: "=HYPERLINK(...)", "@SUM(...)", "+cmd|...". A phone number or a hyphen alone is none. */
const FORMULA = /^(?:[=@]|[+-](?=.*[(|]|\p{L}))/u;

const NOT_PRINTABLE = /[\p{Cc}\p{Cf}]+/gu;
const UNTIDY = /^\s|\s\s|\s$|[\p{Cc}\p{Cf}]/u;

/** Reads the cells of one row and remembers what was wrong with them. */
class RowReader {
  readonly complaints: string[] = [];
  readonly #columns: Columns;
  readonly #cells: readonly string[];

  constructor(columns: Columns, cells: readonly string[]) {
    this.#columns = columns;
    this.#cells = cells;
  }

  all(field: ContactField): string[] {
    const values: string[] = [];
    for (const index of this.#columns.cells[field] ?? []) {
      const cell = this.#cells[index] ?? '';
      for (const part of cell.includes(GOOGLE_JOINT) ? cell.split(GOOGLE_JOINT) : [cell]) {
        const value = this.#clean(part);
        if (value !== undefined) values.push(value);
      }
    }
    return values;
  }

  one(field: ContactField): string | undefined {
    return this.all(field)[0];
  }

  #clean(value: string): string | undefined {
    if (value === '') return undefined;
    // Most of a million cells are plain: look before replacing.
    const text = UNTIDY.test(value) ? value.replace(NOT_PRINTABLE, ' ').replace(/\s+/g, ' ').trim() : value;
    if (text === '') return undefined;
    if (FORMULA.test(text)) {
      this.complaints.push('has a formula in a cell, which was left out');
      return undefined;
    }
    if (text.length > LONGEST_CELL) {
      this.complaints.push(`has a cell of more than ${LONGEST_CELL} characters, which was left out`);
      return undefined;
    }
    return text;
  }
}

function readRow(row: CsvRow, columns: Columns, source: string): { contact?: Contact; complaints: string[] } {
  const reader = new RowReader(columns, row.cells);
  const tooMany = row.cells.slice(columns.width).some((cell) => cell.trim() !== '');
  const name = reader.one('name') ?? [reader.one('given'), reader.one('middle'), reader.one('family')].filter(Boolean).join(' ');
  const emails = reader.all('email').filter((email) => /^\S+@\S+\.\S+$/.test(email));
  if (!name && emails.length === 0)
    return { complaints: ['holds neither a name nor an e-mail address and was left out', ...reader.complaints] };
  // A comma without quotes shifts all that follows it: an employer read from there could be anything.
  const employer = tooMany ? {} : readEmployer(reader);
  if (tooMany) reader.complaints.push(`has ${row.cells.length} cells where the header has ${columns.width}: read without its employer`);
  else if (row.cells.length < columns.width)
    reader.complaints.push(`has ${row.cells.length} cells where the header has ${columns.width}: read in part`);
  return {
    contact: { source, place: `row ${row.line}`, name, emails: emails.map((email) => email.toLowerCase()), ...employer },
    complaints: reader.complaints,
  };
}

function readEmployer(reader: RowReader): Partial<Contact> {
  const [organisation, position, city, labels] = [
    reader.one('organisation'),
    reader.one('position'),
    reader.one('city'),
    reader.all('labels'),
  ];
  const connectedOn = isoDate(reader.one('connectedOn') ?? '');
  return {
    ...(organisation ? { organisation } : {}),
    ...(position ? { position } : {}),
    ...(city ? { city } : {}),
    ...(connectedOn ? { connectedOn } : {}),
    ...(labels.length > 0 ? { labels } : {}),
  };
}

/**
 * Reads contacts from CSV text: LinkedIn's Connections.csv, both of Google's exports, or any CSV with a header (with `map`, of any names).
 * @throws RingbackError `not-contacts` when no header row can be found.
 */
export function readCsvContacts(text: string, source: string, map: ColumnMap = {}): ContactBook {
  const { rows, problems } = csvRows(text, source);
  const header = findColumns(rows, map);
  if (!header) {
    const how =
      Object.keys(map).length > 0
        ? 'the columns named in the map are not in one row'
        : 'name its columns with --columns name=...,organisation=...';
    throw new RingbackError('not-contacts', `"${source}" has no header row with a name and one more column that is known: ${how}.`);
  }
  const contacts: Contact[] = [];
  const found: ContactProblem[] = [...problems];
  for (const row of rows.slice(header.headerIndex + 1)) {
    const { contact, complaints } = readRow(row, header.columns, source);
    if (contact) contacts.push(contact);
    for (const problem of new Set(complaints)) found.push({ source, place: `row ${row.line}`, problem });
  }
  return { source, format: header.columns.format, contacts, problems: found, warnings: [] };
}
