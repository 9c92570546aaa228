import type { Difference, TakeSummary } from '@ringback/core';
import type { RankedTake, Ranking } from '../../desk/http/client.ts';
import { StatusMark } from '../../parts/Tips.tsx';
import { clock, ELEMENT_NAMES } from '../../parts/words.ts';

/** What the last take does better than the one before it, and what worse. */
export function Changes({ ranking, nameOf }: { ranking: Ranking; nameOf: (takeId: string) => TakeSummary['name'] }) {
  const { change, takes } = ranking;
  const [before, after] = [change?.from, change?.to].map((id) => takes.find(({ takeId }) => takeId === id));
  if (change === null || !before || !after) return null;
  const { gained, lost } = change;
  return (
    <section className="sheet changes" aria-labelledby="changes-title">
      <h2 id="changes-title">
        From “{nameOf(change.from)}” to “{nameOf(change.to)}”
      </h2>
      {gained.length + lost.length === 0 && <p className="soft">Nothing that counts. What is said and how it is asked are as before.</p>}
      <div className="changes-sides">
        <Side differences={gained} isGain />
        <Side differences={lost} isGain={false} />
      </div>
      <p className="soft changes-figures">{figures(before, after)}</p>
    </section>
  );
}

/** Most that is told of each side; what comes after weighs less. */
const MOST_TOLD = 3;

function Side({ differences, isGain }: { differences: readonly Difference[]; isGain: boolean }) {
  if (differences.length === 0) return null;
  const rest = differences.length - MOST_TOLD;
  return (
    <div className="changes-side">
      <h3>{isGain ? 'What got better' : 'What slipped this time'}</h3>
      <ul>
        {differences.slice(0, MOST_TOLD).map((difference) => (
          <ChangeRow key={difference.element} difference={difference} isGain={isGain} />
        ))}
        {rest > 0 && <li className="soft">and {rest} more</li>}
      </ul>
    </div>
  );
}

function ChangeRow({ difference, isGain }: { difference: Difference; isGain: boolean }) {
  const { element, better, worse } = difference;
  const [now, then] = isGain ? [better, worse] : [worse, better];
  return (
    <li>
      <StatusMark status={isGain ? 'pass' : 'improve'} />
      <div>
        <p className="change-name">{ELEMENT_NAMES[element]}</p>
        <p>{now}</p>
        {then !== now && <p className="soft">Before: {then}</p>}
      </div>
    </li>
  );
}

function figures(before: RankedTake, after: RankedTake): string {
  const pairs: [string, string, string][] = [
    ['Length', clock(before.durationSec), clock(after.durationSec)],
    ['Words a minute', before.wordsPerMinute.toFixed(0), after.wordsPerMinute.toFixed(0)],
  ];
  if (before.digitsPerSecond !== null && after.digitsPerSecond !== null) {
    pairs.push(['Digits a second', before.digitsPerSecond.toFixed(1), after.digitsPerSecond.toFixed(1)]);
  }
  return pairs.map(([name, then, now]) => (then === now ? `${name} still ${now}` : `${name} ${then} → ${now}`)).join(' · ');
}
