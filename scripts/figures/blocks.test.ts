import { describe, expect, it } from 'vitest';
import { faultsOf, filled } from './blocks.mjs';

const output = '### Pace\n\n| pace | dB |\n| --- | ---: |\n| slow | 1.5 |\n\nA digit more costs 2.7 dB.';
const recordOf = (id: string) => (id === 'number' ? { output } : null);
const page = (row: string, prose = 'A digit more costs 2.7 dB.') =>
  `# A page\n\n<!-- figures: number / Pace -->\n\n| pace | dB |\n| --- | --- |\n${row}\n\n<!-- /figures -->\n\n${prose}\n\n` +
  `<!-- figures: number -->\n\n${output}\n\n<!-- /figures -->\n`;

describe('figures of a page', () => {
  it('may stand in cells of any width', () => {
    expect(faultsOf(page('| slow    |    1.5 |'), recordOf)).toEqual([]);
  });

  it('are told where they are not what the record says', () => {
    expect(faultsOf(page('| slow | 1.6 |'), recordOf)).toEqual(['the block of "Pace" is not what its record says']);
  });

  it('are told where prose between blocks has another', () => {
    expect(faultsOf(page('| slow | 1.5 |', 'It costs 2.8 dB.'), recordOf)).toEqual(['2.8 in the prose is in no record of the page']);
  });

  it('are told where a table stands outside of a block', () => {
    expect(faultsOf(`${page('| slow | 1.5 |')}\n| fast | 3 |\n`, recordOf)).toEqual(['a table stands outside of a block: | fast | 3 |']);
    expect(faultsOf('<!-- computed: from speed.md -->\n\n| fast | 3 |\n\n<!-- /computed -->\n', recordOf)).toEqual([]);
  });

  it('are told where there is no record', () => {
    expect(faultsOf(page('| slow | 1.5 |'), () => null)).toContain('"Pace" is in no record of number');
  });

  it('are written from the record, and left alone where they read the same', () => {
    expect(filled(page('| slow | 9.9 |'), recordOf)).toContain('| slow | 1.5 |');
    const same = page('| slow   | 1.5 |');
    expect(filled(same, recordOf)).toBe(same);
    const empty = '<!-- figures: number / Pace -->\n\n<!-- /figures -->\n';
    expect(filled(empty, recordOf)).toMatch(/^<!-- figures: number \/ Pace -->\n[\s\S]*\| slow \| 1.5 \|[\s\S]*\n<!-- \/figures -->\n$/);
  });
});
