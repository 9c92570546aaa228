/** What a section of the evaluation is given. */
export interface SectionContext {
  /** Folder with the data to measure on. */
  dataFolder: string;
  /** Folder with readers of authors left out, as `npm run train` leaves it. */
  foldsFolder: string | undefined;
  /** Folder with digit heads of speakers left out, as `npm run train:digits` leaves it. */
  digitFolds: string | undefined;
  /** Folder where transcripts are kept between runs of one ear; none is kept where it is not given. */
  heardFolder: string | undefined;
  /** Aborts long work. */
  signal: AbortSignal;
  /** Tells how far the section is, for a person who waits; never part of the report. */
  progress(text: string): void;
}

/** One part of the evaluation: measures one thing on a data folder and tells it as Markdown. */
export interface Section {
  /** Given to `--only`; for example "texts". */
  name: string;
  /** Heading in the report. */
  title: string;
  /** Long sections run only when named. */
  onlyWhenNamed?: boolean;
  /** Markdown below the heading: tables with sample sizes, and in words what is missing. */
  run(context: SectionContext): Promise<string>;
}

/** A Markdown table; numbers are right aligned. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const numeric = head.map((_, column) => rows.length > 0 && rows.every((row) => /^[-+\d.%,/ ]*$|^n\/a$/.test(String(row[column] ?? ''))));
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(String).join(' | ')} |`;
  return [line(head), line(numeric.map((isNumeric) => (isNumeric ? '---:' : '---'))), ...rows.map(line)].join('\n');
}
