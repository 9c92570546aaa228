import { expect, it } from 'vitest';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { review } from '../review/review.ts';
import { BEGINNINGS } from './beginnings.ts';
import { LENGTH_SEC } from './length.ts';
import { scriptArtifacts } from './script-artifacts.ts';

it.each(BEGINNINGS)('$label: is heard out, and leaves nothing to mend', ({ text }) => {
  const { source, tips } = review(scriptArtifacts(text, { name: 'script' }), { reader });
  expect(source.durationSec).toBeLessThanOrEqual(LENGTH_SEC.heardOut);
  expect(tips.filter(({ status }) => status !== 'pass').map(({ id, headline }) => [id, headline])).toEqual([]);
});
