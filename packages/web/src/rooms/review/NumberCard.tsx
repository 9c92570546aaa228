import type { Dictation, Legibility, MentionDictation, PhoneMention, PhoneNumber, Review, Take } from '@ringback/core';
import { Button } from 'react-aria-components';
import { SpeakAlong } from '../../parts/drill/SpeakAlong.tsx';
import { clock } from '../../parts/words.ts';

/** Least distance between two digits that are drawn, percent of the width; less where very many must fit. */
const DIGITS_APART = 6;

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
          <NumberDrawing
            number={number}
            measured={i === 0 ? review.number?.dictation : undefined}
            legibility={i === 0 ? legibility : null}
            coming={coming && i === 0}
            onSpan={onSpan}
          />
        </div>
      ))}
      <div>
        <SpeakAlong numbers={numbers} />
      </div>
    </section>
  );
}

/** Ten digits as they are written in North America; others as they are. */
function grouped(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3');
}

function NumberDrawing({
  number,
  measured,
  legibility,
  coming,
  onSpan,
}: {
  number: PhoneNumber;
  /** What the tip measured: its groups and its pace are the ones that are drawn and told. */
  measured: Dictation | undefined;
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
        <MentionDrawing
          key={mention.charStart}
          mention={mention}
          measured={measuredOf(measured, mention)}
          order={i}
          legibility={legibility}
          onSpan={onSpan}
        />
      ))}
      {number.mentions.length > MOST_MENTIONS && <p className="soft">And {number.mentions.length - MOST_MENTIONS} more times.</p>}
    </>
  );
}

/** The measures of a mention: those that begin where its digits do. */
function measuredOf(dictation: Dictation | undefined, { digits = [] }: PhoneMention): MentionDictation | undefined {
  const [first, last] = [digits[0], digits.at(-1)];
  return first && last && dictation?.mentions.find(({ start, end }) => start < last.end && end > first.start);
}

function MentionDrawing({
  mention,
  measured,
  order,
  legibility,
  onSpan,
}: {
  mention: PhoneMention;
  measured: MentionDictation | undefined;
  order: number;
  legibility: Legibility | null;
  onSpan: (start: number, end: number) => void;
}) {
  const { digits = [] } = mention;
  const [first, last] = [digits[0], digits.at(-1)];
  if (!first || !last) return null;
  const length = Math.max(0.1, last.end - first.start);
  const rate = measured?.digitsPerSec ?? digits.length / length;
  const places = apart(digits.map((digit) => (((digit.start + digit.end) / 2 - first.start) * 100) / length));
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
        {digits.map((digit, i) => (
          <rect
            key={digit.start}
            className={`digit-bar ${survives(legibility, i) ? '' : 'digit-lost'}`}
            x={(digit.start - first.start) * 100 + 1}
            y={8}
            width={Math.max(4, (digit.end - digit.start) * 100 - 2)}
            height={46}
            rx={4}
          />
        ))}
        {measured?.groups
          .slice(0, -1)
          .map(({ end, gapAfterSec, gapHeard }) =>
            gapHeard && gapAfterSec !== null ? (
              <rect
                key={end}
                className="digit-gap"
                x={(end - first.start) * 100 + 3}
                y={29}
                width={Math.max(1, gapAfterSec * 100 - 6)}
                height={4}
                rx={2}
              />
            ) : null,
          )}
      </svg>
      <div className="mention-digits" aria-hidden="true">
        {digits.map((digit, i) => (
          <span key={digit.start} style={{ left: `${places[i]}%` }}>
            {digit.digit}
          </span>
        ))}
      </div>
      <p className="visually-hidden">{digits.map(({ digit, start }) => `${digit} at ${clock(start, true)}`).join(', ')}</p>
    </figure>
  );
}

/** Places from left to right, moved aside as little as leaves each digit its own room. */
function apart(places: readonly number[]): number[] {
  const room = Math.min(DIGITS_APART, 100 / Math.max(1, places.length));
  let least = room / 2;
  const pushed = places.map((place) => {
    const at = Math.max(place, least);
    least = at + room;
    return at;
  });
  let most = 100 - room / 2;
  return pushed
    .reverse()
    .map((place) => {
      const at = Math.min(place, most);
      most = at - room;
      return at;
    })
    .reverse();
}

/** A digit that is gone at the noise of a moving car is drawn as lost. */
function survives(legibility: Legibility | null, index: number): boolean {
  const written = legibility?.written.replace(/[^\d?]/g, '');
  return written === undefined || written[index] !== '?';
}
