import type { TakeSummary } from '@ringback/core';
import { api, type RankedTake } from '../../api/client.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { goTo } from '../../app/route.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Press } from '../../parts/Press.tsx';
import { StatusMark } from '../../parts/Tips.tsx';
import { firstFinding, ScoreBar } from '../../parts/Verdict.tsx';
import { clock, DECISION_WORDS, STATUS_WORDS, TIP_NAMES } from '../../parts/words.ts';
import './compare.css';

/** Takes side by side: as many as fit an eye; the rest is in the list of the script. */
const MOST_SHOWN = 6;

/** Where the takes of one script stand side by side, best first. */
export default function CompareRoom({ id }: { id: string | null }) {
  return id === null ? <Choice /> : <Ranking scriptId={id} />;
}

function Choice() {
  const scripts = useLoaded(() => api.scripts(), 'scripts');
  return (
    <div>
      <div className="room-head">
        <h1>Compare</h1>
        <p className="soft">
          {scripts.failure ??
            (scripts.value?.length === 0
              ? 'Takes of one script stand here side by side. Write a script and record it twice.'
              : 'The takes of which script?')}
        </p>
      </div>
      <div className="compare-choice">
        {scripts.value?.map((script) => (
          <Press key={script.id} icon="script" onPress={() => goTo('compare', script.id)}>
            {script.name}
          </Press>
        ))}
        {scripts.value?.length === 0 && (
          <Press weight="main" icon="script" onPress={() => goTo('script', crypto.randomUUID())}>
            Write a script
          </Press>
        )}
      </div>
    </div>
  );
}

function Ranking({ scriptId }: { scriptId: string }) {
  const ranking = useLoaded(() => api.ranking(scriptId), scriptId);
  const takes = useLoaded(() => api.takes(scriptId), scriptId);
  const scripts = useLoaded(() => api.scripts(), scriptId);
  const failure = ranking.failure ?? takes.failure;
  if (failure)
    return (
      <p className="notice notice-bad" role="alert">
        {failure}
      </p>
    );
  if (ranking.value === null || takes.value === null || scripts.value === null) return <div className="room-loading" />;
  const script = scripts.value.find(({ id }) => id === scriptId);
  const shown = ranking.value.slice(0, MOST_SHOWN);
  return (
    <div className="compare">
      <div className="room-head">
        <p className="eyebrow">{script?.name ?? 'A script that was deleted'}</p>
        <h1>{titleOf(ranking.value.length)}</h1>
        <NextStep ranking={ranking.value} takes={takes.value} />
        <div>
          <Press weight="main" icon="rehearse" onPress={() => goTo('rehearse', scriptId)}>
            {ranking.value.length === 0 ? 'Record the first take' : 'Record another take'}
          </Press>
        </div>
      </div>
      {shown.length > 0 && (
        <ol className="takes">
          {shown.map((ranked, i) => (
            <li key={ranked.takeId}>
              <TakeCard
                ranked={ranked}
                take={takes.value?.find(({ id }) => id === ranked.takeId)}
                better={shown[i - 1]}
                onChange={() => {
                  takes.reload();
                  ranking.reload();
                }}
              />
            </li>
          ))}
        </ol>
      )}
      {ranking.value.length > shown.length && (
        <p className="soft">
          The {MOST_SHOWN} best of {ranking.value.length} takes; all of them are in the rehearse room.
        </p>
      )}
    </div>
  );
}

function titleOf(count: number): string {
  if (count === 0) return 'No take of this script is reviewed yet';
  return count === 1 ? 'One take so far' : `${count} takes, best first`;
}

/** One thing to do next, from the best take. */
function NextStep({ ranking, takes }: { ranking: readonly RankedTake[]; takes: readonly TakeSummary[] }) {
  const [best] = ranking;
  if (!best) return <p className="soft">Record it, and what each take does better stands here.</p>;
  const name = takes.find(({ id }) => id === best.takeId)?.name ?? 'The best take';
  const finding = firstFinding(best.review);
  return (
    <p>
      <strong>Next:</strong>{' '}
      {finding ? (
        <>
          {name} still has this to mend. {finding.message} {finding.fix}
        </>
      ) : (
        <>{name} has nothing left to mend. Call while it is fresh.</>
      )}
    </p>
  );
}

function TakeCard({
  ranked,
  take,
  better,
  onChange,
}: {
  ranked: RankedTake;
  take: TakeSummary | undefined;
  better: RankedTake | undefined;
  onChange: () => void;
}) {
  const { review, rank, takeId } = ranked;
  const { verdict, delivery } = review;
  const name = take?.name ?? 'Take';
  const why = better?.ahead[0];
  return (
    <article className={`sheet take take-${verdict.decision}`} aria-label={name}>
      <header>
        <p className="take-rank">{rank}</p>
        <div className="take-words">
          <h2>{name}</h2>
          <p className="soft">{DECISION_WORDS[verdict.decision].title}</p>
        </div>
        <button
          type="button"
          className={`keep ${take?.kept ? 'keep-on' : ''}`}
          aria-pressed={take?.kept ?? false}
          aria-label={`Keep ${name}`}
          onClick={() => api.changeTake(takeId, { kept: !take?.kept }).then(onChange, () => {})}
        >
          <Icon name="star" />
        </button>
      </header>
      <ScoreBar score={verdict.score} decision={verdict.decision} />
      <p className="take-why">
        {why ? (
          <>
            <strong>Behind because:</strong> {why.worse}
          </>
        ) : rank === 1 ? (
          <>
            <strong>Best so far:</strong> {ranked.ahead[0]?.better ?? verdict.reasons[0]}
          </>
        ) : (
          'No tip tells it from the one before; it is longer.'
        )}
      </p>
      <dl className="take-figures">
        <div>
          <dt className="soft">length</dt>
          <dd>{clock(review.source.durationSec)}</dd>
        </div>
        <div>
          <dt className="soft">words a minute</dt>
          <dd>{Math.round(delivery.wordsPerMinute)}</dd>
        </div>
        <div>
          <dt className="soft">digits a second</dt>
          <dd>{delivery.digitsPerSecond === null ? '–' : delivery.digitsPerSecond.toFixed(1)}</dd>
        </div>
      </dl>
      <ul className="take-tips">
        {review.tips.map(({ id, status }) => (
          <li key={id}>
            <StatusMark status={status} />
            <span>
              {TIP_NAMES[id]}
              <span className="visually-hidden">, {STATUS_WORDS[status]}</span>
            </span>
          </li>
        ))}
      </ul>
      <Press onPress={() => goTo('review', takeId)} aria-label={`Open the review of ${name}`}>
        Open the review
      </Press>
    </article>
  );
}
