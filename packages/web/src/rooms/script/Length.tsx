import { LENGTH_SEC, type Review } from '@ringback/core';

/** Seconds at which a message begins to be long, and at which it is too long: the tip's own. */
const { heardOut: WARN_SEC, tooLong: LIMIT_SEC } = LENGTH_SEC;
const STATE = { fail: 'over', improve: 'near' } as Readonly<Record<string, string>>;

/** How long the script is when spoken, against its budget; whether that is too long is for the tip to say, here as there. */
export function Length({ review }: { review: Review | null }) {
  const seconds = review?.source.durationSec ?? 0;
  const words = review?.transcript.words.length ?? 0;
  const status = review?.tips.find(({ id }) => id === 'brevity')?.status ?? 'pass';
  return (
    <div className="length">
      <p>
        <strong>{Math.round(seconds)} s</strong> spoken{' '}
        <span className="soft">
          · {words} words · budget {WARN_SEC} s
        </span>
      </p>
      <svg
        className={`length-bar length-${STATE[status] ?? 'within'}`}
        viewBox={`0 0 ${LIMIT_SEC} 6`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect className="length-all" width={LIMIT_SEC} height="6" />
        <rect className="length-part" width={Math.min(LIMIT_SEC, seconds)} height="6" />
        <rect className="length-limit" x={WARN_SEC} width="0.35" height="6" />
      </svg>
    </div>
  );
}
