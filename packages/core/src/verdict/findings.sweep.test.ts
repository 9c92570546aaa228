import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from './review.ts';

interface Told {
  id: string;
  text: string;
  verdict: string;
  findings: string[];
}

const GOLDEN = JSON.parse(readFileSync(new URL('../../../../fixtures/golden/findings.json', import.meta.url), 'utf8')) as Told[];

it('are told as they were read by hand (npm run goldens writes them anew)', () => {
  expect(GOLDEN.length).toBeGreaterThanOrEqual(80);
  for (const { id, text, verdict, findings } of GOLDEN) {
    const now = review(scriptArtifacts(text, { name: 'text' }), { reader });
    const told = now.tips.flatMap((tip) =>
      tip.findings.map(({ message, evidence, fix, good }) =>
        [tip.id, good ? '+' : '-', message, evidence, fix].filter((part) => part !== '').join(' | '),
      ),
    );
    expect({ id, verdict: now.verdict.decision, findings: told }).toEqual({ id, verdict, findings });
  }
});

it('hold only sentences that could be said aloud: no quote cut at a word, no blank, no template left open', () => {
  for (const { findings } of GOLDEN) {
    for (const finding of findings) {
      expect(finding).not.toMatch(/undefined|NaN|“”|“\s|\s”|,”|“,/);
      expect(finding).not.toMatch(/\s{2}/);
    }
  }
});
