import type { Review } from '@ringback/core';

/** How it was said, in figures; what the recording spoils is named with the reason. */
export function Delivery({ review }: { review: Review }) {
  const { delivery } = review;
  const rows: [string, string | null][] = [
    ['Length', `${delivery.durationSec.toFixed(1)} s`],
    ['Pace', `${Math.round(delivery.wordsPerMinute)} words a minute`],
    ['Pauses', `${delivery.pauses.length}`],
    ['Fillers heard', `${delivery.fillers.length}`],
    ['Number', delivery.digitsPerSecond === null ? null : `${delivery.digitsPerSecond.toFixed(1)} digits a second`],
    [
      'Pitch',
      delivery.pitch === null
        ? null
        : `${Math.round(delivery.pitch.medianHz)} Hz, moves by ${delivery.pitch.sdSemitones.toFixed(1)} semitones`,
    ],
    ['Noise', delivery.quality.snrDb === null ? null : `${Math.round(delivery.quality.snrDb)} dB below the voice`],
  ];
  return (
    <section className="sheet delivery" aria-labelledby="delivery-title">
      <h2 id="delivery-title">How it was said</h2>
      <dl>
        {rows.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt className="soft">{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {review.notes
        .filter(({ status }) => status === 'improve' || status === 'fail')
        .map(({ id, headline }) => (
          <p key={id} className="soft">
            {headline}
          </p>
        ))}
      {delivery.quality.withheld.map(({ measure, reason }) => (
        <p key={measure} className="soft">
          Not judged: {measure} ({reason})
        </p>
      ))}
    </section>
  );
}
