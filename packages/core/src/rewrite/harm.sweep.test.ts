import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from '../verdict/review.ts';
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
});
