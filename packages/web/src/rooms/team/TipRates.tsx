import { drawTipWeeks, type TipWeeks } from '@ringback/core';
import { TIP_NAMES } from '../../parts/words.ts';
import { drawnWords, passedWords, weekWords } from './told.ts';

/** How often each tip was good, week by week. */
export function TipRates({ title, tips, weeks }: { title: string; tips: readonly TipWeeks[]; weeks: readonly string[] }) {
  const days = weeks.map(weekWords);
  return (
    <section className="sheet team-rates" aria-labelledby="rates-title">
      <h2 id="rates-title">{title}</h2>
      <p className="soft">
        The share of takes in which a tip was good, by the week they were made in. The pale bar is where the share can well lie: few takes
        say little.
      </p>
      <ul className="tip-rates">
        {tips.map((tip) => (
          <li key={tip.tip}>
            <h3>{TIP_NAMES[tip.tip]}</h3>
            <p className="soft">{passedWords(tip)}</p>
            <Drawn svg={drawTipWeeks(tip, days, drawnWords(TIP_NAMES[tip.tip], tip, days))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Drawn({ svg }: { svg: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: core drew it from numbers and dates alone; no word of a person is in it
  return <div className="tip-drawing" dangerouslySetInnerHTML={{ __html: svg }} />;
}
