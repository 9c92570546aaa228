import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Artifacts } from '../documents/artifacts.ts';
import { RingbackError } from '../documents/failure.ts';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from './review.ts';

const of = (text: string, options = {}) => review(scriptArtifacts(text, { name: 'call.md' }), { reader, ...options });

const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'none';
  } catch (error) {
    return error instanceof RingbackError ? error.code : 'another error';
  }
};

const CONSULTANT = `Hello, my name is Dana Rowe and I work for a consulting firm. I noticed your profile online, and I talk to a lot of leaders
  like you. I am thinking about my next career move and would love to pick your brain for fifteen minutes to half an hour sometime.
  My number is 415-555-0142.`;
const ALUMNUS = `Hello Ms. Bell, this is Omar Reyes. Like you I studied at Lincoln College, and Professor Adams suggested I call you. I have to decide
  between two offers in the next 48 hours. Could you give me five to seven minutes on one question, operations or sales? I'm on 617-555-0123.
  That's 617-555-0123. In the evening it's 617-555-0188. Or e-mail me, omar@example.com.`;
const REFERENCE = `Hello Mr. Walker, this is Joan Miller at Northfield Hospital. David Brown, who worked for you at the Delmar Clinic, gave me your name as a
  reference. Could you tell me in the next two to three days whether you would hire him again? I'm on 312-555-0164, that's 312-555-0164. Or my assistant
  can set a time with your office.`;

describe('three calls', () => {
  it.each([
    ['a consultant without a tie who wants an open half hour', CONSULTANT, 'delete'],
    ['an alumnus with one decision in 48 hours', ALUMNUS, 'return'],
    ['a reference check on a named former colleague', REFERENCE, 'return'],
  ])('%s', (_who, text, decision) => {
    expect(of(text).verdict.decision).toBe(decision);
  });
});

describe('a review', () => {
  it('is the same for the same artifacts, and survives JSON', () => {
    const artifacts = scriptArtifacts(ALUMNUS, { name: 'call.txt' });
    const again = review(JSON.parse(JSON.stringify(artifacts)), { reader });
    expect(again).toEqual(review(artifacts, { reader }));
    expect(JSON.parse(JSON.stringify(again))).toEqual(again);
  });

  it('takes the waivers a script carries', () => {
    const waived = of(`${CONSULTANT}\n<!-- ringback-waive bridge: she knows my voice -->`);
    expect(waived.tips.find((tip) => tip.id === 'bridge')).toMatchObject({ status: 'pass', headline: 'Waived: she knows my voice' });
    expect(waived.verdict.score).toBeGreaterThan(of(CONSULTANT).verdict.score);
    expect(waived.transcript.text).not.toContain('ringback-waive');
  });

  it('reads the same words in Markdown and plain', () => {
    const facts = of(ALUMNUS).facts;
    expect(of(`---\nto: Ms. Bell\n---\n# Call\n\n${ALUMNUS.replace('Omar Reyes', '**Omar Reyes**')}`).facts).toEqual(facts);
  });

  it('refuses what cannot be judged, in a sentence', () => {
    expect(codeOf(() => of(''))).toBe('nothing-to-review');
    expect(codeOf(() => of('# A title only'))).toBe('nothing-to-review');
    expect(codeOf(() => of('🙂 🙂 !!'))).toBe('nothing-to-review');
    expect(codeOf(() => of('Bonjour, je vous appelle pour le poste de directeur, merci de me rappeler dans la semaine.'))).toBe(
      'not-english',
    );
    expect(codeOf(() => of('word '.repeat(200_000)))).toBe('too-long');
    const deaf: Artifacts = { ...scriptArtifacts('x', { name: 'a.wav' }), transcript: { ok: false, reason: 'no speech was found' } };
    expect(codeOf(() => review(deaf, { reader }))).toBe('nothing-heard');
  });

  it('deletes a shopping list', () => {
    expect(of('Milk, eggs, two lemons, bread, washing powder.').verdict.decision).toBe('delete');
  });

  it('gives every finding evidence and a place inside the text, whatever was said', () => {
    const piece = fc.constantFrom(
      'Hello Ann,',
      'this is Lee Park.',
      'Ann Wu suggested I call you.',
      'I am so, so sorry to bother you.',
      'You are a genius.',
      'Could you call me back about the roof by Friday?',
      'I want to pick your brain.',
      '415-555-0142',
      'lee at example dot com',
      '\u0000',
      '🙂',
      '<b>',
      'fifteen minutes to half an hour',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 2, maxLength: 14 }), (pieces) => {
        const text = pieces.join(' ');
        if (codeOf(() => of(text)) !== 'none') return;
        const { tips, notes, transcript, message } = of(text);
        for (const { quote, charStart, charEnd } of message.moves) expect(transcript.text.slice(charStart, charEnd)).toBe(quote);
        for (const finding of [...tips, ...notes].flatMap((result) => result.findings)) {
          expect(finding.evidence).not.toBe('');
          expect(finding.good || finding.fix !== '').toBe(true);
          if (finding.charStart === undefined || finding.charEnd === undefined) continue;
          expect(finding.charStart).toBeLessThan(finding.charEnd);
          expect(finding.charEnd).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
