import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { LENGTH_SEC, spokenLength } from '../spoken/length.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from '../verdict/review.ts';

const CORPUS = new URL('../../../../corpus/', import.meta.url);
const tooLong = readdirSync(CORPUS)
  .filter((name) => /^[a-z]\.jsonl$/.test(name))
  .flatMap((name) => readFileSync(new URL(name, CORPUS), 'utf8').trim().split('\n'))
  .map((line) => (JSON.parse(line) as { marked: string }).marked.replace(/<[^>]+>/g, ''))
  .filter((text) => spokenLength(text).seconds > LENGTH_SEC.heardOut);

it('no cut is said to bring a message of the corpus to more than is heard out, nor to less than it does', () => {
  let claims = 0;
  for (const text of tooLong) {
    const { tips, message } = review(scriptArtifacts(text, { name: 'call.txt' }), { reader });
    for (const { fix } of tips.find(({ id }) => id === 'brevity')?.findings ?? []) {
      const [, quote = '', seconds] = /^Leave out “([^”]+?)(?: …)?”: that leaves about (\d+) seconds?\.$/.exec(fix) ?? [];
      if (seconds === undefined) continue;
      claims += 1;
      expect(Number(seconds), fix).toBeLessThanOrEqual(LENGTH_SEC.heardOut);
      const cut = message.moves.find((move) => move.quote.startsWith(quote) && /^(?:pitch|flattery|apology)$/.test(move.kind));
      const rest = text.slice(0, cut?.charStart) + text.slice(cut?.charEnd ?? 0);
      if (cut) expect(spokenLength(rest).seconds, fix).toBeLessThanOrEqual(LENGTH_SEC.heardOut + 0.5);
    }
  }
  expect(claims).toBeGreaterThan(5);
}, 60_000);
