import type { TakeSummary } from '@ringback/core';
import { useEffect, useRef, useState } from 'react';
import { api, type Ranking } from '../../desk/http/client.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';
import { useTakes } from '../../desk/http/use-takes.ts';
import { beginScript, goTo } from '../../parts/frame/route.ts';
import { NotHere } from '../../parts/NotHere.tsx';
import { Press } from '../../parts/Press.tsx';
import { TakeList } from '../../parts/TakeList.tsx';
import { toldApart } from '../../parts/words.ts';
import { Changes } from './Changes.tsx';
import { TakeCard } from './TakeCard.tsx';
import './compare.css';

/** Takes side by side: as many as fit an eye; the others are rows below. */
const MOST_SHOWN = 6;

/** Where the takes of one script stand side by side, best first. */
export default function CompareRoom({ id }: { id: string | null }) {
  return id === null ? <Choice /> : <SideBySide scriptId={id} />;
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
          <Press weight="main" icon="script" onPress={() => beginScript()}>
            Write a script
          </Press>
        )}
      </div>
    </div>
  );
}

function SideBySide({ scriptId }: { scriptId: string }) {
  const takes = useTakes(scriptId);
  // A take that was heard meanwhile, kept or deleted may change the order.
  const states = takes.value?.map(({ id, state, score }) => `${id} ${state} ${score}`).join() ?? '';
  const ranking = useLoaded(
    () => (takes.value === null ? Promise.resolve(null) : api.ranking(scriptId)),
    takes.value === null ? '' : `${scriptId} ${states}`,
  );
  const scripts = useLoaded(() => api.scripts(), scriptId);
  const { title, focusSoon } = useFocusAfter();
  const failure = ranking.failure ?? takes.failure ?? scripts.failure;
  const notice = failure && (
    <p className="notice notice-bad" role="alert">
      {failure}
    </p>
  );
  if (ranking.value === null || takes.value === null || scripts.value === null) return notice ?? <div className="room-loading" />;
  const script = scripts.value.find(({ id }) => id === scriptId);
  if (!script && takes.value.length === 0) {
    return (
      <NotHere title="There is no such script" ways={<Press onPress={() => goTo('compare')}>To all scripts</Press>}>
        It may have been deleted; takes of it are still on the start page.
      </NotHere>
    );
  }
  const byId = new Map(takes.value.map((take) => [take.id, take]));
  const names = toldApart(takes.value);
  const nameOf = (takeId: string) => names.get(takeId) ?? 'a take';
  const ranked = ranking.value.takes.filter(({ takeId }) => byId.has(takeId));
  const shown = ranked.slice(0, MOST_SHOWN);
  const shownIds = new Set(shown.map(({ takeId }) => takeId));
  const others = takes.value.filter(({ id }) => !shownIds.has(id));
  return (
    <div className="compare">
      {notice}
      <div className="room-head">
        <p className="eyebrow">{script?.name ?? 'A script that was deleted'}</p>
        <h1 ref={title} tabIndex={-1}>
          {titleOf(ranked.length)}
        </h1>
        <NextStep ranking={ranking.value} nameOf={nameOf} />
        <div>
          <Press weight="main" icon="rehearse" onPress={() => goTo('rehearse', scriptId)}>
            {takes.value.length === 0 ? 'Record the first take' : 'Record another take'}
          </Press>
        </div>
      </div>
      <Changes ranking={ranking.value} nameOf={nameOf} />
      <ol className="takes">
        {shown.map((one, i) => {
          const take = byId.get(one.takeId);
          return (
            take && (
              <li key={one.takeId}>
                <TakeCard
                  ranked={one}
                  take={{ ...take, name: nameOf(take.id) }}
                  better={shown[i - 1]}
                  isOnly={ranked.length === 1}
                  onChange={takes.reload}
                  onRemoved={() => {
                    focusSoon();
                    takes.reload();
                  }}
                />
              </li>
            )
          );
        })}
      </ol>
      <OtherTakes takes={others} besides={shown.length} />
    </div>
  );
}

/** The keyboard's place when the card it was on is gone: the title, which says how many takes are left. */
function useFocusAfter() {
  const title = useRef<HTMLHeadingElement | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (turn === 0) return;
    // The dialog gives the focus back to a button that is about to go: later than that.
    const timer = setTimeout(() => title.current?.focus(), FOCUS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [turn]);
  return { title, focusSoon: () => setTurn((before) => before + 1) };
}

/** Milliseconds in which a closed dialog has given its focus back. */
const FOCUS_AFTER_MS = 60;

function OtherTakes({ takes, besides }: { takes: readonly TakeSummary[]; besides: number }) {
  if (takes.length === 0) return null;
  return (
    <section className="other-takes" aria-labelledby="other-title">
      <h2 id="other-title">{besides === 0 ? 'Takes without a review' : `The other ${takes.length}`}</h2>
      <TakeList takes={takes} />
    </section>
  );
}

function titleOf(count: number): string {
  if (count === 0) return 'No take of this script is reviewed yet';
  return count === 1 ? 'One take so far' : `${count} takes, best first`;
}

/** One thing to do next, from the best take. */
function NextStep({ ranking, nameOf }: { ranking: Ranking; nameOf: (takeId: string) => string }) {
  const [best] = ranking.takes;
  if (!best) return <p className="soft">Record it, and what each take does better stands here.</p>;
  const name = nameOf(best.takeId);
  return (
    <p className="next-step">
      {best.next ? (
        <>
          <strong>“{name}” is your best so far.</strong> One thing to try next: {best.next.fix || best.next.message}
        </>
      ) : (
        <>
          <strong>“{name}” has nothing left to mend.</strong> Call while it is fresh.
        </>
      )}
    </p>
  );
}
