import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptArtifacts } from './script-artifacts.ts';

function read(text: string, name = 'call.md') {
  const { transcript, source } = scriptArtifacts(text, { name });
  if (!transcript.ok) throw new Error('a script always has a transcript');
  return { ...transcript.value, durationSec: source.durationSec };
}

const said = (text: string, name?: string) =>
  read(text, name)
    .words.map((word) => word.text)
    .join(' ');

describe('a script', () => {
  it.each([
    ['---\nto: Ms. Rivkin\n---\nHello there.', 'Hello there.'],
    ['# To Ms. Rivkin\n\nHello there.', 'Hello there.'],
    ['Hello **Ms. Rivkin**, _really_.', 'Hello Ms. Rivkin , really .'],
    ['- Hello\n- there', 'Hello there'],
    ['See [my calendar](https://example.com/ines).', 'See my calendar .'],
    ['Hello <!-- ringback-waive bridge: she knows me --> there.', 'Hello there.'],
    ['> Hello `there`', 'Hello there'],
  ])('as Markdown says only what is spoken: %j', (text, spoken) => {
    expect(said(text).replace(/ ([.,])/g, ' $1')).toBe(spoken);
  });

  it('as plain text keeps all but comments', () => {
    expect(said('# Hello <!-- ringback-waive tone: joke -->*there*', 'call.txt')).toBe('# Hello *there*');
  });

  it('keeps every offset an offset into the original', () => {
    const text = '---\na: b\n---\n# Title\nHello **Ann**, call <!-- x -->415-555-0142.';
    for (const word of read(text).words) expect(text.slice(word.charStart, word.charEnd)).toBe(word.text);
  });

  it('never loses its length, and times its words in order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
        const { text: spoken, words } = read(text);
        expect(spoken.length).toBe(text.length);
        let time = 0;
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(time);
          expect(word.end).toBeGreaterThan(word.start);
          time = word.end;
        }
      }),
    );
  });

  it('takes about half a minute for 75 words, and longer for a number', () => {
    const sentence = 'I worked with your colleague on the harbour project and I have one question about it. ';
    const { durationSec, words } = read(sentence.repeat(5).trim());
    expect(durationSec / words.length).toBeGreaterThan(0.3);
    expect(durationSec / words.length).toBeLessThan(0.5);
    expect(read('415-555-0142').durationSec).toBeCloseTo(5, 0);
  });

  it('is refused when it is longer than an hour of speech', () => {
    expect(() => read('word '.repeat(20_000))).toThrow(/hour of speech/);
  });
});
