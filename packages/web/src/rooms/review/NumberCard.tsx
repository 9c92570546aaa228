import type { Legibility, PhoneMention, PhoneNumber, Review, Take } from '@ringback/core';
import { Button } from 'react-aria-components';
import { clock } from '../../parts/words.ts';

/** Silence between two digits from which they are two groups, seconds. The number tip's own measure decides; this only draws. */
const GROUP_GAP_SEC = 0.22;

/** How often one number is drawn; who says it more often repeats it for nobody. */
const MOST_MENTIONS = 4;

/** The number digit by digit on its timeline, and what a listener in a car would write. */
export function NumberCard({
  review,
  sound,
  coming,
  onSpan,
}: {
  review: Review;
  sound: Take['sound'];
  /** Whether the drive test still runs. */
  coming: boolean;
  onSpan: (start: number, end: number) => void;
}) {
  const numbers = review.message.phoneNumbers.filter(({ mentions }) => mentions.some(({ digits }) => digits?.length));
  if (numbers.length === 0) return null;
  const legibility = sound?.legibility?.ok ? sound.legibility.value : null;
  return (
    <section className="sheet number" aria-labelledby="number-title">
      <h2 id="number-title">The number, digit by digit</h2>
      {numbers.map((number, i) => (
        <div key={number.digits} className="number-one">
          {numbers.length > 1 && (
            <h3 className="number-name">
              {i + 1}. {grouped(number.digits)}
            </h3>
          )}
          <NumberDrawing number={number} legibility={i === 0 ? legibility : null} coming={coming && i === 0} onSpan={onSpan} />
        </div>
      ))}
    </section>
  );
}

/** Ten digits as they are written in North America; others as they are. */
function grouped(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3');
}

function NumberDrawing({
  number,
  legibility,
  coming,
  onSpan,
}: {
  number: PhoneNumber;
  legibility: Legibility | null;
  coming: boolean;
  onSpan: (start: number, end: number) => void;
}) {
  return (
    <>
      {legibility && (
        <p>
          On a phone in a car a listener would write <strong className="number-written">{legibility.written}</strong>
        </p>
      )}
      {/* It has the height of what takes its place: nothing jumps when the test is done. */}
      {!legibility && coming && <p className="soft">What would a listener in a car write? The test is being driven …</p>}
      {number.mentions.slice(0, MOST_MENTIONS).map((mention, i) => (
        <MentionDrawing key={mention.charStart} mention={mention} order={i} legibility={legibility} onSpan={onSpan} />
      ))}
      {number.mentions.length > MOST_MENTIONS && <p className="soft">And {number.mentions.length - MOST_MENTIONS} more times.</p>}
    </>
  );
}

function MentionDrawing({
  mention,
  order,
  legibility,
  onSpan,
}: {
  mention: PhoneMention;
  order: number;
  legibility: Legibility | null;
  onSpan: (start: number, end: number) => void;
}) {
  const { digits = [] } = mention;
  const [first, last] = [digits[0], digits.at(-1)];
  if (!first || !last) return null;
  const length = Math.max(0.1, last.end - first.start);
  const rate = digits.length / length;
  return (
    <figure className="mention">
      <figcaption>
        <span className="soft">
          {order === 0 ? 'First time' : order === 1 ? 'Second time' : `Time ${order + 1}`}, at {clock(first.start)}: {rate.toFixed(1)}{' '}
          digits a second
        </span>
        <Button
          className="link-press"
          onPress={() => onSpan(first.start, last.end)}
          aria-label={`Hear it: the number at ${clock(first.start)}`}
        >
          Hear it
        </Button>
      </figcaption>
      <svg className="mention-drawing" viewBox={`0 0 ${(length * 100).toFixed(1)} 62`} preserveAspectRatio="none" aria-hidden="true">
        {digits.map((digit, i) => {
          const from = (digit.start - first.start) * 100;
          const next = digits[i + 1];
          const gap = next ? next.start - digit.end : 0;
          return (
            <g key={digit.start}>
              <rect
                className={`digit-bar ${survives(legibility, i) ? '' : 'digit-lost'}`}
                x={from + 1}
                y={8}
                width={Math.max(4, (digit.end - digit.start) * 100 - 2)}
                height={46}
                rx={4}
              />
              {gap >= GROUP_GAP_SEC && (
                <rect className="digit-gap" x={(digit.end - first.start) * 100 + 3} y={29} width={gap * 100 - 6} height={4} rx={2} />
              )}
            </g>
          );
        })}
      </svg>
      <div className="mention-digits" aria-hidden="true">
        {digits.map((digit) => (
          <span key={digit.start} style={{ left: `${((digit.start + digit.end) / 2 - first.start) * (100 / length)}%` }}>
            {digit.digit}
          </span>
        ))}
      </div>
      <p className="visually-hidden">{digits.map(({ digit, start }) => `${digit} at ${clock(start, true)}`).join(', ')}</p>
    </figure>
  );
}

/** A digit that is gone at the noise of a moving car is drawn as lost. */
function survives(legibility: Legibility | null, index: number): boolean {
  const written = legibility?.written.replace(/[^\d?]/g, '');
  return written === undefined || written[index] !== '?';
}
