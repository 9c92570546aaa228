import type { Review } from '@ringback/core';

/** Seconds at which a message begins to be long, and at which it is too long. House rules, as the brevity tip's. */
const WARN_SEC = 30;
const LIMIT_SEC = 45;

/** How long the script is when spoken, against its budget. */
export function Length({ review }: { review: Review | null }) {
  const seconds = review?.source.durationSec ?? 0;
  const words = review?.transcript.words.length ?? 0;
  const state = seconds > LIMIT_SEC ? 'over' : seconds > WARN_SEC ? 'near' : 'within';
  return (
    <div className="length">
      <p>
        <strong>{Math.round(seconds)} s</strong> spoken{' '}
        <span className="soft">
          · {words} words · budget {WARN_SEC} s
        </span>
      </p>
      <svg className={`length-bar length-${state}`} viewBox={`0 0 ${LIMIT_SEC} 6`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="length-all" width={LIMIT_SEC} height="6" />
        <rect className="length-part" width={Math.min(LIMIT_SEC, seconds)} height="6" />
        <rect className="length-limit" x={WARN_SEC} width="0.35" height="6" />
      </svg>
    </div>
  );
}
