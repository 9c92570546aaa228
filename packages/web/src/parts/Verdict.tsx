import { elementScores, type Finding, type Review } from '@ringback/core';
import type { ReactNode } from 'react';
import { type FindingActions, FindingCard, StatusMark } from './Tips.tsx';
import { DECISION_WORDS, TIP_NAMES } from './words.ts';

/** What the message reads like, why, and the first thing to mend. */
export function Verdict({ review, actions, next }: { review: Review; actions: FindingActions; next?: ReactNode }) {
  const { decision, reasons, firstFix } = review.verdict;
  const first = firstFinding(review);
  const against = spokenAgainst(review);
  return (
    <section className={`verdict verdict-${decision}`} aria-label="Verdict">
      <div className="verdict-words">
        <h1>{DECISION_WORDS[decision].title}</h1>
        <ScoreBar score={review.verdict.score} decision={decision} />
        <ul className="verdict-reasons">
          {reasons.map((reason) => (
            <li key={reason} className="verdict-reason">
              <StatusMark status={against.has(reason) ? 'fail' : 'pass'} />
              <span>
                <span className="visually-hidden">{against.has(reason) ? 'Against it: ' : 'For it: '}</span>
                {reason}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {((first && firstFix) || next) && (
        <div className="verdict-fix">
          {first && firstFix && (
            <>
              <p className="eyebrow">Mend first: {TIP_NAMES[firstFix].toLowerCase()}</p>
              <FindingCard finding={first} timed={!review.source.estimated} actions={actions} />
            </>
          )}
          {next}
        </div>
      )}
    </section>
  );
}

/** From this score on an element speaks for the message; the verdict's own measure. */
const GOOD_FROM = 0.75;

/** The reasons that speak against it; the others speak for it. */
function spokenAgainst(review: Review): Set<string> {
  return new Set(elementScores(review).flatMap(({ score, says }) => (score < GOOD_FROM ? [says] : [])));
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
