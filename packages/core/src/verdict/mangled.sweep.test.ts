import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RingbackError } from '../documents/failure.ts';
import { trainedReader } from '../message/reader/trained.fixture.ts';
import { FORMATS, render } from '../report/render.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from './review.ts';

const CORPUS = new URL('../../../../corpus/', import.meta.url);
/** RINGBACK_FUZZ_SEED and RINGBACK_FUZZ_RUNS are set by `npm run fuzz`; what breaks is printed with its seed. */
const FUZZ = { seed: Number(process.env.RINGBACK_FUZZ_SEED ?? 20261127), numRuns: Number(process.env.RINGBACK_FUZZ_RUNS ?? 250) };
const LONG_MS = 600_000;

const texts = readdirSync(CORPUS)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, CORPUS), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as { marked?: string; text?: string })
  .map(({ marked, text }) => text ?? (marked ?? '').replace(/<[^>]*>/g, ''));

/** What texts are hurt with: markup, control and direction signs, half a surrogate, other scripts, digits without end. */
const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '\u0000',
  '\u202e',
  '\ud83d',
  '５５５',
  '\u001b[31m',
  '=1+1',
  '5'.repeat(300),
  '@'.repeat(40),
  'وداعا',
  '  \n\n',
);
const message = fc.integer({ min: 0, max: texts.length - 1 }).map((index) => texts[index] ?? '');
/** Pieces of corpus messages put together at any place, with something hostile between. */
const mangled = fc
  .array(fc.tuple(message, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), hostile), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) =>
    pieces
      .map(
        ([text, from, to, sign]) =>
          text.slice(Math.floor(text.length * Math.min(from, to)), Math.ceil(text.length * Math.max(from, to))) + sign,
      )
      .join(''),
  );

const promise =
  'any text is reviewed or refused in a sentence, every quote stands where it says, and no output carries its markup or signs';
it(`texts: ${promise}`, { timeout: LONG_MS }, () => {
  const property = fc.property(mangled, (text) => {
    let judged: ReturnType<typeof review>;
    try {
      judged = review(scriptArtifacts(text, { name: 'call.txt' }), { reader: trainedReader });
    } catch (error) {
      expect(error).toBeInstanceOf(RingbackError);
      return;
    }
    const said = judged.transcript.text;
    for (const { quote, charStart, charEnd } of judged.message.moves) expect(said.slice(charStart, charEnd)).toBe(quote);
    expect(judged.verdict.score).toBeGreaterThanOrEqual(0);
    expect(judged.verdict.score).toBeLessThanOrEqual(1);
    expect(render(judged, 'html')).not.toContain('<script>alert');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come out
    expect(render(judged, 'text')).not.toMatch(/[\u0000\u001b]/);
    for (const format of FORMATS) expect(render(judged, format)).not.toBe('');
    expect(() => JSON.parse(render(judged, 'sarif'))).not.toThrow();
  });
  fc.assert(property, FUZZ);
});
