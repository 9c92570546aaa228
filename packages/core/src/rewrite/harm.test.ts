import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { review } from '../review/review.ts';
import { scriptArtifacts } from '../script/script-artifacts.ts';
import { applyEdits } from './edit.ts';
import { readsWell } from './reads-well.ts';
import { doesHarm, proposeRewrites } from './rewrite.ts';

const corpus = new URL('../../../../corpus/', import.meta.url);
const messages = readdirSync(corpus)
  .filter((name) => /^[a-n]\.jsonl$/.test(name))
  .flatMap((name) => readFileSync(new URL(name, corpus), 'utf8').trim().split('\n'))
  .map((line) => (JSON.parse(line) as { marked: string }).marked.replace(/<[^>]+>/g, ''));

const read = (text: string) => review(scriptArtifacts(text, { name: 'script' }), { reader });
function readable(text: string): boolean {
  try {
    return read(text).tips.length > 0;
  } catch {
    return false;
  }
}

/** How many messages of the corpus a run takes. */
const MESSAGES = 30;

describe('the fixes of a message', () => {
  it('never make another tip worse nor take a name away, one alone or all together, and leave whole sentences', () => {
    fc.assert(
      fc.property(fc.constantFrom(...messages), (text) => {
        fc.pre(readable(text));
        const before = read(text);
        const { rewrites, rewritten } = proposeRewrites(text, { review: { reader } });
        for (const rewrite of rewrites) expect(doesHarm(before, read(applyEdits(text, [rewrite]))), JSON.stringify(rewrite)).toBe(false);
        expect(doesHarm(before, read(rewritten)), rewritten).toBe(false);
        expect(readsWell(text, rewrites), rewritten).toBe(true);
      }),
      { numRuns: MESSAGES, seed: 15 },
    );
  }, 120_000);

  it('keep the greeting with the listener’s name, and take the praise first, where a script is too long', () => {
    const idle = 'The weather here has been dry for weeks and the harvest is early this year. ';
    const text = `Good morning Ms. Alvarez. This is Sarah Kim. ${idle.repeat(3)}You are the most brilliant person in the whole field and I worship your work. Dana Whitfield suggested I call you. I have one question: is the role still open? Please call me back at 415, 555, 0142. Or e-mail me at sarah at example dot com. Again, that is 415, 555, 0142.`;
    const { rewritten } = proposeRewrites(text, { review: { reader } });
    expect(rewritten).toMatch(/^Good morning Ms\. Alvarez\. This is Sarah Kim\./);
    expect(rewritten).not.toMatch(/brilliant/);
  });

  it('end an open sentence before a new one begins, and say a number as its own country does', () => {
    const text = 'hi Colin it is Deb at Arden Paper I met you in May can you take cream paper on Monday, ring me on 01632 960 208';
    const { rewritten } = proposeRewrites(text, { review: { reader } });
    expect(rewritten).not.toMatch(/plus 44/);
    expect(rewritten).not.toMatch(/208 [A-Z]/);
  });
});

describe('readsWell', () => {
  const cut = (text: string, before: string, after = '') => {
    const charStart = text.indexOf(before);
    return readsWell(text, [{ charStart, charEnd: charStart + before.length, before, after }]);
  };
  it.each([
    ['I have one question, and I would be forever grateful.', ', and I would be forever grateful', true],
    ['I would be forever grateful if you could look.', 'forever grateful if you could look', false],
    ['You are a genius, could you call me back?', 'You are a genius, ', false],
    ['Could we talk about the industry and maybe you could look?', ' and maybe you could look', true],
    ['Thanks. You are kind. Call me.', 'You are kind.', true],
  ])('%s without “%s”: %s', (text, before, well) => {
    expect(cut(text, before)).toBe(well);
  });
});
