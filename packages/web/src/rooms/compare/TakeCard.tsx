import type { TakeSummary } from '@ringback/core';
import { api, type RankedTake } from '../../desk/http/client.ts';
import { goTo } from '../../parts/frame/route.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Press } from '../../parts/Press.tsx';
import { TakeMenu } from '../../parts/TakeMenu.tsx';
import { StatusMark } from '../../parts/Tips.tsx';
import { ScoreBar } from '../../parts/Verdict.tsx';
import { clock, DECISION_WORDS, moment, STATUS_WORDS, TIP_NAMES } from '../../parts/words.ts';

/** One take among others: its rank, why it is there, its figures and what can be done with it. */
export function TakeCard({
  ranked,
  take,
  better,
  isOnly,
  onChange,
  onRemoved,
}: {
  ranked: RankedTake;
  take: TakeSummary;
  /** The take ranked before this one. */
  better: RankedTake | undefined;
  isOnly: boolean;
  onChange: () => void;
  onRemoved: () => void;
}) {
  const { rank, durationSec, wordsPerMinute, digitsPerSecond } = ranked;
  const { name, decision } = take;
  return (
    <article className={`sheet take take-${decision}`} aria-label={name}>
      <header>
        <p className="take-rank">
          <span className="visually-hidden">Rank </span>
          {rank}
        </p>
        <div className="take-words">
          <h2>{name}</h2>
          <p className="soft">{moment(take.createdAt)}</p>
        </div>
        <div className="take-tools">
          <button
            type="button"
            className={`keep ${take.kept ? 'keep-on' : ''}`}
            aria-pressed={take.kept}
            aria-label={`Keep ${name}`}
            title={take.kept ? 'Kept' : 'Keep this take'}
            onClick={() => api.changeTake(take.id, { kept: !take.kept }).then(onChange, () => {})}
          >
            <Icon name="star" />
          </button>
          <TakeMenu take={take} onChange={onChange} onRemoved={onRemoved} />
        </div>
      </header>
      {decision && (
        <div className="take-verdict">
          <p>{DECISION_WORDS[decision].title}</p>
          <ScoreBar score={take.score ?? 0} decision={decision} />
        </div>
      )}
      <Why ranked={ranked} better={better} isOnly={isOnly} />
      <dl className="take-figures">
        <Figure name="length" value={clock(durationSec)} />
        <Figure name="words a minute" value={String(Math.round(wordsPerMinute))} />
        <Figure name="digits a second" value={digitsPerSecond === null ? '–' : digitsPerSecond.toFixed(1)} />
      </dl>
      <ul className="take-tips">
        {ranked.tips.map(({ id, status }) => (
          <li key={id}>
            <StatusMark status={status} />
            <span>
              {TIP_NAMES[id]}
              <span className="visually-hidden">, {STATUS_WORDS[status]}</span>
            </span>
          </li>
        ))}
      </ul>
      <Press onPress={() => goTo('review', take.id)} aria-label={`Open the review of ${name}`}>
        Open the review
      </Press>
    </article>
  );
}

function Why({ ranked, better, isOnly }: { ranked: RankedTake; better: RankedTake | undefined; isOnly: boolean }) {
  const behind = better?.ahead[0];
  if (behind) {
    return (
      <p className="take-why">
        <strong>The one before it has this:</strong> {behind.better}
      </p>
    );
  }
  if (better) {
    const isLonger = clock(ranked.durationSec) !== clock(better.durationSec);
    return <p className="take-why">Nothing that counts tells it from the one before{isLonger ? '; it is longer' : ''}.</p>;
  }
  const ahead = ranked.ahead[0];
  if (ahead) {
    return (
      <p className="take-why">
        <strong>Best so far:</strong> {ahead.better}
      </p>
    );
  }
  return (
    <p className="take-why">
      {isOnly ? 'Record another, and what changed stands here.' : 'Nothing that counts tells it from the next one.'}
    </p>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="soft">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
