/** Longest beginning of a file that is looked at for its header, characters. */
export const HEADER_CHARS = 20_000;

/** The names of a CSV file's columns, from its first line; empty where it has none to choose from. */
export function csvHeader(text: string): string[] {
  const line = (text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 1)[0] ?? '').trim();
  const separator = [',', ';', '\t'].reduce((best, one) => (line.split(one).length > line.split(best).length ? one : best));
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  cells.push(cell.trim());
  // The interface takes a map as "field=Name,field=Name": a name with those marks cannot stand in it.
  return cells.filter((name) => name !== '' && !/[,=]/.test(name));
}
