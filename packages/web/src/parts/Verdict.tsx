import type { Finding, Review } from '@ringback/core';
import { type FindingActions, FindingCard } from './Tips.tsx';
import { DECISION_WORDS, TIP_NAMES } from './words.ts';

/** What the message reads like, why, and the first thing to mend. */
export function Verdict({ review, actions, level = 1 }: { review: Review; actions: FindingActions; level?: 1 | 2 }) {
  const { decision, reasons, firstFix } = review.verdict;
  const first = firstFinding(review);
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <section className={`verdict verdict-${decision}`} aria-label="Verdict">
      <div className="verdict-words">
        <Title>{DECISION_WORDS[decision].title}</Title>
        <ScoreBar score={review.verdict.score} decision={decision} />
        <ul className="verdict-reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
      {first && firstFix && (
        <div className="verdict-fix">
          <p className="eyebrow">Mend first: {TIP_NAMES[firstFix].toLowerCase()}</p>
          <FindingCard finding={first} timed={!review.source.estimated} actions={actions} />
        </div>
      )}
    </section>
  );
}

/** The finding that the first fix is about. */
export function firstFinding({ tips, verdict }: Review): Finding | undefined {
  return tips
    .find(({ id }) => id === verdict.firstFix)
    ?.findings.find(({ good, waived, severity }) => !good && waived === undefined && severity !== 'hint');
}

/** The score as a bar. It ranks messages; it is no chance of a call back, so it has no number to be taken for one. */
export function ScoreBar({ score, decision }: { score: number; decision: Review['verdict']['decision'] }) {
  return (
    <svg className={`score score-${decision}`} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="score-all" width="100" height="6" />
      <rect className="score-part" width={Math.max(3, score * 100)} height="6" />
    </svg>
  );
}
