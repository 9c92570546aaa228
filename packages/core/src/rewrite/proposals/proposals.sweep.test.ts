import { expect, it } from 'vitest';
import { composeScripts } from '../../compose/compose.ts';
import { randomBrief } from '../../compose/random-brief.fixture.ts';
import { trainedReader as reader } from '../../message/reader/trained.fixture.ts';
import { checkProposal } from './check-proposal.ts';

it('a proposal may say what our own composer says what it says of most briefs', () => {
  const scripts = Array.from({ length: 40 }, (_, seed) => randomBrief(seed + 1)).flatMap((some) =>
    composeScripts(some, { reader, seed: 1 }).scripts.map(({ text }) => checkProposal(text, some, reader)),
  );
  const without = scripts.filter(({ unsaid }) => unsaid.length === 0).length;
  expect(without / scripts.length).toBeGreaterThan(0.7);
}, 60_000);
