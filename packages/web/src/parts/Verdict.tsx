import { adviceOf, asksNoReply, type Review } from '@ringback/core';
import type { ReactNode } from 'react';
import { type FindingActions, FindingCard, StatusMark } from './Tips.tsx';
import { DECISION_WORDS, NO_REPLY_ASKED, TIP_NAMES } from './words.ts';

/** Said where nothing of a first attempt speaks for it yet. */
const FIRST_STEP = 'You have a first version. Every good one began so.';

/** What a coach says: what went well, then one thing to try, then what can wait. */
export function Verdict({ review, actions, next }: { review: Review; actions: FindingActions; next?: ReactNode }) {
  const advice = adviceOf(review);
  const { decision } = review.verdict;
  return (
    <section className={`verdict verdict-${decision}`} aria-label="Verdict">
      <h1>{decision === 'return' && asksNoReply(review) ? NO_REPLY_ASKED : DECISION_WORDS[decision].title}</h1>
      <div className="verdict-well">
        <h2>What went well</h2>
        <ul className="verdict-reasons">
          {(advice.well.length > 0 ? advice.well : [FIRST_STEP]).map((says) => (
            <li key={says} className="verdict-reason">
              <StatusMark status="pass" />
              <span>{says}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="verdict-fix">
        {advice.next ? (
          <>
            <h2>One thing to try: {TIP_NAMES[advice.next.tip].toLowerCase()}</h2>
            <FindingCard finding={advice.next.finding} timed={!review.source.estimated} actions={actions} />
          </>
        ) : (
          <>
            <h2>Nothing left to mend</h2>
            <p>Call while it is fresh.</p>
          </>
        )}
        {next}
      </div>
      {advice.rest.length > 0 && (
        <div className="verdict-rest">
          <h2>This can wait</h2>
          <ul className="verdict-reasons">
            {advice.rest.map((says) => (
              <li key={says} className="verdict-reason">
                <StatusMark status="improve" />
                <span>{says}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
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
