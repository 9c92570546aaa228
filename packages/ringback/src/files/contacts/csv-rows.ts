import { CsvError, parse } from 'csv-parse/sync';
import type { ContactProblem } from './contact-book.ts';

/** One row with the line it begins on, counted from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** Largest record, characters: a quote that never closes must not swallow the file. House rule. */
const LARGEST_RECORD = 65_536;

const SEPARATORS = [',', ';', '\t'] as const;

/** The separator seen most often in the first lines, outside quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 8192).replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const options = (delimiter: string) => ({
  delimiter,
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: LARGEST_RECORD,
  info: true as const,
});

type Parsed = { info: { lines: number }; record: string[] };

/** Reads line by line: for files whose quotes do not close, where a row cannot span lines. */
function readLines(text: string, delimiter: string, source: string): { rows: CsvRow[]; problems: ContactProblem[] } {
  const rows: CsvRow[] = [];
  const problems: ContactProblem[] = [];
  text.split(/\r\n|\n|\r/).forEach((content, index) => {
    if (content.trim() === '') return;
    const line = index + 1;
    if (content.length > LARGEST_RECORD) {
      problems.push({ source, place: `row ${line}`, problem: 'is too long for a row of contacts and was left out' });
      return;
    }
    // Without a quote there is nothing to parse: this keeps a broken file as quick as a sound one.
    if (!content.includes('"')) {
      rows.push({ line, cells: content.split(delimiter) });
      return;
    }
    try {
      const [parsed] = parse(content, { ...options(delimiter), info: false }) as string[][];
      if (parsed) rows.push({ line, cells: parsed });
    } catch {
      problems.push({ source, place: `row ${line}`, problem: 'has a quotation mark that does not close and was left out' });
    }
  });
  return { rows, problems };
}

/**
 * Splits CSV text into rows with their line numbers: any of comma, semicolon and tab, any line ending, quotes with line breaks inside.
 * A file with a broken quote is read line by line, and the broken rows are named.
 */
export function csvRows(text: string, source: string): { rows: CsvRow[]; problems: ContactProblem[] } {
  const plain = text.replace(/^\uFEFF/, '');
  const delimiter = separatorOf(plain);
  try {
    // csv-parse counts the line on which a record ends; the record's own line breaks lead back to where it begins.
    const parsed = parse(plain, options(delimiter)) as unknown as Parsed[];
    const rows = parsed.map(({ info, record }) => {
      const breaks = record.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
      return { line: info.lines - breaks, cells: record };
    });
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')), problems: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return readLines(plain, delimiter, source);
  }
}
