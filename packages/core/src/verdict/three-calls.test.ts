import { expect, it } from 'vitest';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from './review.ts';
import { ALUMNUS, CONSULTANT, REFERENCE } from './three-calls.fixture.ts';

const decisionOf = (text: string) => review(scriptArtifacts(text, { name: 'call.txt' }), { reader }).verdict.decision;

it.each([
  ['consultant with no tie and an open half hour', 'delete', CONSULTANT],
  ['alumnus with one decision in 48 hours', 'return', ALUMNUS],
  ['reference check on a named former colleague', 'return', REFERENCE],
] as const)('the %s reads like one to %s in every wording', (_, decision, texts) => {
  expect(texts.filter((text) => decisionOf(text) !== decision).map((text) => `${decisionOf(text)}: ${text.slice(0, 60)}`)).toEqual([]);
});
