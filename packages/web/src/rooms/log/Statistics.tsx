import { type Comparison, drawCurve, drawReliability, type LogStatistics, type Rate } from '@ringback/core';
import { log } from '../../desk/http/log.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';
import { comparedWords, countWords, groupWords, headline, percent, rangeWords, rateWords, soonWords } from './told.ts';

/** What the log says so far, and the one thing that it cannot say yet. */
export function Statistics({ changes }: { changes: number }) {
  const { value: statistics, failure } = useLoaded(() => log.statistics(), `statistics ${changes}`);
  return (
    <section className="sheet log-says" aria-labelledby="log-says-title" aria-busy={statistics === null && failure === null}>
      {statistics ? <Said statistics={statistics} /> : <h2 id="log-says-title">{failure ?? 'Counting …'}</h2>}
    </section>
  );
}

function Said({ statistics }: { statistics: LogStatistics }) {
  const { rate, curve, comparisons, calibration, notYet, horizonDays } = statistics;
  const compared = comparisons.filter(({ pValue }) => pValue !== null).toSorted((a, b) => Number(b.apart) - Number(a.apart));
  const soon = soonWords(statistics);
  return (
    <>
      <h2 id="log-says-title">{headline(statistics)}</h2>
      {rate.share !== null && (
        <>
          <RateBar rate={rate} name={`Share answered: ${percent(rate.share)}, likely ${percent(rate.low)} to ${percent(rate.high)}`} />
          <p>{rangeWords(statistics)}</p>
        </>
      )}
      <p className="log-not-yet">{notYet}</p>
      <p className="soft">{countWords(statistics)}</p>
      {soon && (
        <details>
          <summary>How soon answers come</summary>
          <p>{soon}</p>
          <Drawing svg={drawCurve(curve)} label="Share of messages answered, by days" />
          <p className="soft">
            A message you still wait for is not counted as a failure: it counts for the days you have waited so far. (This is a Kaplan-Meier
            curve; the dashed lines are its 95 % interval.)
          </p>
        </details>
      )}
      <details>
        <summary>What was answered more often</summary>
        {compared.length === 0 ? (
          <p>Too few calls to compare: each side needs five that are {horizonDays} days old.</p>
        ) : (
          <Compared compared={compared} />
        )}
      </details>
      <details>
        <summary>Whether a message’s score foretells an answer</summary>
        <p>{calibration.says}</p>
        {calibration.reliability.length > 0 && (
          <>
            <Drawing svg={drawReliability(calibration.reliability)} label="What was foretold beside what came of it" />
            <p className="soft">On the slanted line, what was foretold is what came.</p>
          </>
        )}
      </details>
    </>
  );
}

function Compared({ compared }: { compared: readonly Comparison[] }) {
  return (
    <>
      <ul className="compared">
        {compared.map((one) => (
          <li key={`${one.dimension} ${one.group}`}>
            <strong>{groupWords(one)}</strong>
            <span>
              {rateWords(one.rate)}; of all others {rateWords(one.others)}
            </span>
            <RateBar rate={one.rate} name={`${groupWords(one)}: ${percent(one.rate.share ?? 0)}`} />
            <RateBar rate={one.others} name={`All others: ${percent(one.others.share ?? 0)}`} isOther />
            <span className="soft">{comparedWords(one)}</span>
          </li>
        ))}
      </ul>
      <p className="soft">
        Who looks at {compared.length} differences finds some by chance; that is allowed for. What goes together need not be cause and
        effect: you may have said more to people who would have called back anyway.
      </p>
    </>
  );
}

/** The share as a dot on what it can likely be. */
function RateBar({ rate: { share, low, high }, name, isOther = false }: { rate: Rate; name: string; isOther?: boolean }) {
  return (
    <svg className={`rate ${isOther ? 'rate-other' : ''}`} viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={name}>
      <rect className="rate-all" width="100" height="4" />
      <rect className="rate-likely" x={low * 100} width={Math.max(0.5, (high - low) * 100)} height="4" />
      {share !== null && <rect className="rate-share" x={Math.min(99, share * 100 - 0.5)} width="1" height="4" />}
    </svg>
  );
}

function Drawing({ svg, label }: { svg: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where the drawing is wider than the screen it is moved with the keys
    <figure className="drawing" tabIndex={0} aria-label={label}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: core drew it from numbers alone; no word of a person is in it */}
      <div dangerouslySetInnerHTML={{ __html: svg }} />
    </figure>
  );
}
