import { describe, expect, it } from 'vitest';
import type { Facts, Move } from '../documents/message.ts';
import { TIP_IDS, type TipId, type TipResult } from '../documents/review.ts';
import { changeBetween } from './compare.ts';
import { adviceOf, decide as decideJudged, firstFinding } from './verdict.ts';
import { DECISION, WEIGHTS } from './weights.ts';

const FACTS: Facts = {
  goal: true,
  bridge: true,
  brief: true,
  obsequious: false,
  narrowRequest: true,
  timeBox: true,
  deadline: false,
  phone: true,
  phoneRepeated: true,
  replyOption: true,
  callerName: true,
  recipientName: true,
};

/** Tips that all pass, but those named with their score. */
function tips(scores: Partial<Record<TipId, number | null>> = {}): TipResult[] {
  return TIP_IDS.map((id) => {
    const score = scores[id] === undefined ? 1 : scores[id];
    const status = score === null ? 'notApplicable' : score === 1 ? 'pass' : score >= 0.5 ? 'improve' : 'fail';
    return { id, status, score, headline: `${id} says`, findings: [] };
  });
}

const MESSAGE = {
  moves: [
    { kind: 'bridge' as const, tie: 'earlier-contact' as const, quote: 'we spoke', charStart: 0, charEnd: 8, confidence: 0.9 },
  ] satisfies Move[],
};
const decide = (found: TipResult[], facts: Facts) => decideJudged({ tips: found, facts, message: MESSAGE });

describe('the verdict', () => {
  it('has weights that add up to one', () => {
    expect(Object.values(WEIGHTS).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
  });

  it('returns a message that does everything, and mends nothing first', () => {
    expect(decide(tips(), FACTS)).toMatchObject({ decision: 'return', score: 1, firstFix: null });
  });

  it('deletes an open ask from a stranger, tie and ask first', () => {
    const verdict = decide(tips({ bridge: 0, request: 0, 'reply-option': 0.2 }), {
      ...FACTS,
      timeBox: false,
      callerName: false,
      recipientName: false,
    });
    expect(verdict.decision).toBe('delete');
    expect(['bridge', 'request']).toContain(verdict.firstFix);
    expect(verdict.reasons.slice(0, 2).sort()).toEqual(['bridge says', 'request says']);
  });

  it('mends the worst tip first where the whole gains nothing by either', () => {
    expect(decide(tips({ number: 0, brevity: 0.5 }), FACTS).firstFix).toBe('number');
  });

  it('advises as a coach: what went well, one next thing, the rest, and nothing that no take can change', () => {
    const found = tips({ bridge: 0, request: 0.5 }).map((tip) => ({
      ...tip,
      findings:
        tip.status === 'pass' ? [] : [{ message: `${tip.id} says`, evidence: '', fix: 'do so', good: false, severity: 'fail' as const }],
    }));
    const judged = { tips: found, facts: { ...FACTS, recipientName: false }, message: { moves: [] } };
    const advice = adviceOf({ ...judged, verdict: decideJudged(judged) });
    expect(advice.well).toHaveLength(3);
    expect(advice.next?.finding.fix).toBe('do so');
    expect(advice.rest).toContain('You never say their name.');
    expect(advice.rest).not.toContain(advice.next?.finding.message);
    expect([...advice.rest, ...decideJudged(judged).reasons].join(' ')).not.toContain('dealt with each other');
  });

  it('says what is there before it says that nothing is wrong', () => {
    expect(decide(tips(), FACTS).reasons[0]).toBe('request says');
  });

  it('never rises when a tip gets worse', () => {
    for (const id of TIP_IDS) {
      let before = Number.POSITIVE_INFINITY;
      for (const score of [1, 0.7, 0.4, 0]) {
        const now = decide(tips({ [id]: score }), FACTS).score;
        expect(now).toBeLessThanOrEqual(before);
        before = now;
      }
    }
  });

  it('never returns a message that grovels', () => {
    const verdict = decide(tips({ tone: 0.2 }), FACTS);
    expect(verdict.score).toBeGreaterThan(DECISION.returnFrom);
    expect(verdict.decision).toBe('toss-up');
  });

  it('never returns a message that leaves no way to answer', () => {
    const verdict = decide(tips({ number: 0, 'reply-option': 0.2 }), FACTS);
    expect(verdict.score).toBeGreaterThan(DECISION.returnFrom);
    expect(verdict.decision).toBe('toss-up');
    expect(decide(tips({ number: 0 }), FACTS).decision).toBe('return');
  });

  it('counts a tip that does not apply neither for nor against', () => {
    expect(decide(tips({ number: null }), FACTS).score).toBe(1);
    const without = decide(tips({ bridge: 0, 'reply-option': null }), FACTS).score;
    expect(without).toBeCloseTo((1 - WEIGHTS.bridge.weight - WEIGHTS['reply-option'].weight) / (1 - WEIGHTS['reply-option'].weight));
  });
});

describe('what changed between two takes', () => {
  const source = { kind: 'script' as const, name: 'take', durationSec: 20, estimated: false };
  const take = (scores: Partial<Record<TipId, number | null>>, facts: Facts = FACTS) => ({
    source,
    tips: tips(scores),
    facts,
    message: { ...MESSAGE, people: { caller: null, recipient: null }, phoneNumbers: [], emails: [], pleas: [] },
    verdict: decide(tips(scores), facts),
  });

  it('names what the later one does better and what worse, most important first', () => {
    const earlier = take({ request: 0.2, brevity: 0.9 }, { ...FACTS, callerName: false });
    const { gained, lost } = changeBetween(earlier, take({ bridge: 0.1, brevity: 0.9 }));
    expect(gained.map(({ element }) => element)).toEqual(['request', 'caller']);
    expect(lost.map(({ element, worse }) => [element, worse])).toEqual([['bridge', 'bridge says']]);
    expect(gained[0]?.gain).toBeGreaterThan(gained[1]?.gain ?? 1);
  });

  it('is nothing between two that are alike', () => {
    expect(changeBetween(take({ request: 0.5 }), take({ request: 0.5 }))).toEqual({ gained: [], lost: [] });
  });
});

describe('the one next step', () => {
  const hint = { message: 'a hint', evidence: '', fix: '', good: false, severity: 'hint' as const };
  const fault = { message: 'the fault', evidence: '', fix: 'mend it', good: false, severity: 'fail' as const };

  it('is the first finding that counts of the tip to mend first', () => {
    const found = tips({ bridge: 0 }).map((tip) =>
      tip.id === 'bridge' ? { ...tip, findings: [hint, { ...fault, waived: 'an old joke' }, { ...fault, message: 'counts' }] } : tip,
    );
    expect(firstFinding({ tips: found, verdict: decide(found, FACTS) })?.message).toBe('counts');
  });

  it('is nothing where all is well', () => {
    expect(firstFinding({ tips: tips(), verdict: decide(tips(), FACTS) })).toBeUndefined();
  });
});
