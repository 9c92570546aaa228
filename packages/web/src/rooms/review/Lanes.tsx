import type { Move, MoveKind, Review } from '@ringback/core';
import type { CSSProperties } from 'react';
import { Button } from 'react-aria-components';
import { clock } from '../../parts/words.ts';

type Family = 'who' | 'tie' | 'ask' | 'number' | 'reply' | 'other';

const FAMILY_OF: Readonly<Record<MoveKind, Family>> = {
  greeting: 'who',
  'caller-name': 'who',
  affiliation: 'who',
  bridge: 'tie',
  purpose: 'ask',
  pitch: 'other',
  request: 'ask',
  'time-box': 'ask',
  deadline: 'ask',
  'phone-number': 'number',
  'reply-option': 'reply',
  flattery: 'other',
  apology: 'other',
  thanks: 'other',
  'sign-off': 'other',
};
const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  who: 'who calls',
  tie: 'the tie',
  ask: 'the ask',
  number: 'the number',
  reply: 'other ways',
  other: 'courtesy',
};

/** A stretch of time as a place on the lane. */
function place(start: number, end: number, duration: number): CSSProperties {
  return { left: `${(start / duration) * 100}%`, width: `${Math.max(0.4, ((end - start) / duration) * 100)}%` };
}

/** What was said when: moves by what they do, and the pauses between. */
export function MoveLane({ review, onSpan }: { review: Review; onSpan: (start: number, end: number) => void }) {
  const { durationSec } = review.source;
  const spans = joined(review.message.moves);
  const families = [...new Set(spans.map(({ family }) => family))];
  return (
    <div className="lanes">
      <div className="lane">
        {review.delivery.pauses.map(({ start, end }) => (
          <span
            key={start}
            className="lane-pause"
            style={place(start, end, durationSec)}
            title={`pause of ${(end - start).toFixed(1)} s`}
          />
        ))}
        {spans.map(({ family, start, end, quote }) => (
          <Button
            key={`${family}${start}`}
            className={`lane-move move-${family}`}
            style={place(start, end, durationSec)}
            aria-label={`Hear ${FAMILY_NAMES[family]}, ${clock(start)} to ${clock(end)}: ${quote}`}
            onPress={() => onSpan(start, end)}
          />
        ))}
      </div>
      <ul className="legend">
        {families.map((family) => (
          <li key={family}>
            <span className={`legend-mark move-${family}`} />
            {FAMILY_NAMES[family]}
          </li>
        ))}
        {review.delivery.pauses.length > 0 && (
          <li>
            <span className="legend-mark legend-pause" />
            pauses
          </li>
        )}
      </ul>
    </div>
  );
}

interface FamilySpan {
  family: Family;
  start: number;
  end: number;
  quote: string;
}

/** Moves of one family that touch are one bar; what overlaps another family yields to what comes later in it. */
function joined(moves: readonly Move[]): FamilySpan[] {
  const spans: FamilySpan[] = [];
  const timed = moves.flatMap(({ kind, start, end, quote }) =>
    start === undefined || end === undefined ? [] : [{ family: FAMILY_OF[kind], start, end, quote }],
  );
  for (const span of timed.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = spans.findLast(({ family }) => family === span.family);
    if (last && span.start <= last.end + 0.4) {
      last.quote = span.end > last.end ? `${last.quote} ${span.quote}` : last.quote;
      last.end = Math.max(last.end, span.end);
    } else spans.push({ ...span });
  }
  return spans;
}
