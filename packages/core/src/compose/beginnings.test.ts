import { expect, it } from 'vitest';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { LENGTH_SEC } from '../spoken/length.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from '../verdict/review.ts';
import { BEGINNINGS } from './beginnings.ts';

it.each(BEGINNINGS)('$label: is heard out, and leaves nothing to mend', ({ text }) => {
  const { source, tips } = review(scriptArtifacts(text, { name: 'script' }), { reader });
  expect(source.durationSec).toBeLessThanOrEqual(LENGTH_SEC.heardOut);
  expect(tips.filter(({ status }) => status !== 'pass').map(({ id, headline }) => [id, headline])).toEqual([]);
});
