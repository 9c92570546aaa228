// Blocks of a page that a record fills: "<!-- figures: id -->", or "<!-- figures: id / heading -->" for the tables below that heading.
const BLOCK = /<!-- figures: ([a-z-]+)(?: \/ ([^>]+?))? -->\n([\s\S]*?)\n<!-- \/figures -->/g;
const COMPUTED = /<!-- computed: [^>]+? -->\n[\s\S]*?\n<!-- \/computed -->/g;
const CODE = /```[\s\S]*?```|`[^`\n]*`/g;
const DECIMAL = /(?<![\w.-])-?\d+\.\d+(?![\w.-]*\d)/g;

/** As it reads, whatever room the cells of a table have. */
const read = (text) =>
  text
    .split('\n')
    .filter((line) => !/^\|[\s:|-]+\|$/.test(line))
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/ ?\| ?/g, '|')
        .trim(),
    )
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

/** What a record says for a block; null where it has no such heading. */
export function contentOf(output, heading) {
  if (heading === undefined) return output.trim();
  const parts = output.split(/^#+ /m).filter((part) => part.split('\n')[0].trim() === heading);
  if (parts.length !== 1) return null;
  return parts[0]
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n');
}

/** The page with every block as its record has it. `recordOf(id)` is null where there is none. */
export function filled(text, recordOf) {
  return text.replace(BLOCK, (whole, id, heading, inside) => {
    const content = contentOf(recordOf(id)?.output ?? '', heading);
    if (!content || read(content) === read(inside)) return whole;
    const begin = whole.indexOf('-->') + '-->\n'.length;
    return `${whole.slice(0, begin)}\n${content}\n${whole.slice(begin + inside.length)}`;
  });
}

/** What of a page's figures is in no record, one sentence each. */
export function faultsOf(text, recordOf) {
  const faults = [];
  const outputs = [];
  for (const [, id, heading, inside] of text.matchAll(BLOCK)) {
    const record = recordOf(id);
    const content = contentOf(record?.output ?? '', heading);
    if (record) outputs.push(record.output);
    if (!content) faults.push(`"${heading ?? id}" is in no record of ${id}`);
    else if (read(content) !== read(inside)) faults.push(`the block of "${heading ?? id}" is not what its record says`);
  }
  const outside = text.replace(BLOCK, '').replace(COMPUTED, '').replace(CODE, '');
  for (const line of outside.split('\n')) {
    if (line.startsWith('|') && /\d/.test(line)) faults.push(`a table stands outside of a block: ${line.slice(0, 60)}`);
  }
  const places = [...text.matchAll(BLOCK)];
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last) return faults;
  const known = new Set(outputs.flatMap((output) => output.match(DECIMAL) ?? []));
  // What is concluded after the last block may name thresholds.
  const prose = text.slice(first.index, last.index).replace(BLOCK, '').replace(COMPUTED, '').replace(CODE, '');
  for (const figure of new Set(prose.match(DECIMAL) ?? [])) {
    if (!known.has(figure)) faults.push(`${figure} in the prose is in no record of the page`);
  }
  return faults;
}
