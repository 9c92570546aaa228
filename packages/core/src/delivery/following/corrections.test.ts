import { describe, expect, it } from 'vitest';
import type { Transcript, Word } from '../../documents/transcript.ts';
import { correctionsBetween, joinedCorrections } from './corrections.ts';

function heard(text: string): Transcript {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }, i): Word => {
    return { text: word, charStart: index, charEnd: index + word.length, start: i, end: i + 1, confidence: 1, method: 'attention' };
  });
  return { text, words };
}

const between = (before: string, after: string) => correctionsBetween(heard(before), heard(after));

describe('what was put right by hand', () => {
  it('is kept where it is a name, a firm or an address, however many words it was heard as', () => {
    expect(
      between('This is Joan at Morph Field hospital. Even Brown said so.', 'This is Joan at Moorfield hospital. Ethan Brown said so.'),
    ).toEqual([
      { heard: 'Morph Field', meant: 'Moorfield' },
      { heard: 'Even', meant: 'Ethan' },
    ]);
    expect(between('Write to Lina at example.com today.', 'Write to lena@example.com today.')).toEqual([
      { heard: 'Lina at example.com', meant: 'lena@example.com' },
    ]);
  });

  it('is not kept where it is a word that may be meant only there, a number, or a word more or fewer', () => {
    expect(between('I like it a lot.', 'I liked it a lot.')).toEqual([]);
    expect(between('Pullo, this is Joan.', 'Hello, this is Joan.')).toEqual([]);
    expect(between('Call 617 555 0128.', 'Call 617 555 0123.')).toEqual([]);
    expect(between('This is Joan Ann.', 'This is Joan.')).toEqual([]);
    expect(between('This is Joan.', 'This is Joan Miller.')).toEqual([]);
  });

  it('goes by what was heard when it is put right again, and is forgotten when it is taken back', () => {
    const known = [{ heard: 'Morph Field', meant: 'Moorfields' }];
    expect(joinedCorrections(known, [{ heard: 'Moorfields', meant: 'Moorfield' }])).toEqual([{ heard: 'Morph Field', meant: 'Moorfield' }]);
    expect(joinedCorrections(known, [{ heard: 'Moorfields', meant: 'Morph Field' }])).toEqual([]);
    expect(joinedCorrections(known, [{ heard: 'Even', meant: 'Ethan' }])).toEqual([{ heard: 'Even', meant: 'Ethan' }, ...known]);
  });
});
