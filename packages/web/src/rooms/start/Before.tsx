import type { Script, TakeSummary } from '@ringback/core';
import { type ReactNode, useState } from 'react';
import { api, type KeptBrief } from '../../desk/http/client.ts';
import type { Loaded } from '../../desk/http/use-loaded.ts';
import { beginPlan, goTo, pathTo } from '../../parts/frame/route.ts';
import { forget } from '../../parts/frame/thread.ts';
import { MoreMenu } from '../../parts/MoreMenu.tsx';
import { Press } from '../../parts/Press.tsx';
import { ScriptMenu } from '../../parts/ScriptMenu.tsx';
import { TakeList } from '../../parts/TakeList.tsx';
import { moment } from '../../parts/words.ts';
import { dropPlan } from '../plan/use-plan.ts';

/** Newest of each that stand here; the others are a step or a word away. */
const MOST = 8;

/** What was done before: takes, scripts and plans, and a way to find one among many. */
export function Before({ takes, scripts, plans }: { takes: TakeSummary[] | null; scripts: Loaded<Script[]>; plans: Loaded<KeptBrief[]> }) {
  const [wanted, setWanted] = useState('');
  const is = (...texts: (string | undefined)[]) => texts.some((text) => text?.toLowerCase().includes(wanted.trim().toLowerCase()));
  const scriptName = (id: string | null) => scripts.value?.find((script) => script.id === id)?.name ?? '';
  const foundTakes = takes?.filter((take) => is(take.name, scriptName(take.scriptId))) ?? [];
  const foundScripts = scripts.value?.filter(({ name, text }) => is(name, text)) ?? [];
  const foundPlans = plans.value?.filter(({ draft }) => is(draft.whom?.name, draft.question, draft.topic, draft.whom?.organisation)) ?? [];
  const many = [takes, scripts.value, plans.value].some((all) => (all?.length ?? 0) > MOST);
  const nothing = foundTakes.length + foundScripts.length + foundPlans.length === 0;
  return (
    <>
      {many && (
        <label className="find">
          Find a take, a script or a plan
          <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
        </label>
      )}
      {many && nothing && <p className="soft">Nothing here is called so, or has these words.</p>}
      <div className="before">
        {foundTakes.length > 0 && (
          <section aria-labelledby="before-takes">
            <div className="panel-head">
              <h2 id="before-takes">Takes</h2>
              {takes !== null && takes.length > MOST && (
                <Press weight="quiet" onPress={() => goTo('review')}>
                  All {takes.length}
                </Press>
              )}
            </div>
            <TakeList takes={foundTakes.slice(0, MOST)} scripts={scripts.value ?? []} />
          </section>
        )}
        <Rows title="Scripts" all={foundScripts}>
          {(script) => (
            <Row
              key={script.id}
              path={pathTo('script', script.id)}
              name={script.name}
              about={script.text}
              when={script.updatedAt}
              onOpen={() => goTo('script', script.id)}
              menu={<ScriptMenu script={script} onRemoved={scripts.reload} />}
            />
          )}
        </Rows>
        <Rows title="Plans" all={foundPlans}>
          {({ id, draft, updatedAt }) => (
            <Row
              key={id}
              path={pathTo('plan', id)}
              name={planName(draft)}
              about={draft.question ?? draft.topic ?? 'Nothing to ask yet'}
              when={updatedAt}
              onOpen={() => beginPlan({ id })}
              menu={
                <MoreMenu
                  name={planName(draft)}
                  loses="The plan is removed from this machine; scripts that were made from it stay."
                  items={[]}
                  remove={async () => {
                    await api.removeBrief(id);
                    dropPlan(id);
                    forget(id);
                    plans.reload();
                  }}
                />
              }
            />
          )}
        </Rows>
      </div>
    </>
  );
}

const planName = ({ whom }: KeptBrief['draft']): string => (whom?.name ? `Call to ${whom.name}` : 'A call to someone');

function Rows<T>({ title, all, children }: { title: string; all: readonly T[]; children: (one: T) => ReactNode }) {
  const [shown, setShown] = useState(MOST);
  if (all.length === 0) return null;
  const id = `before-${title.toLowerCase()}`;
  return (
    <section aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {all.length > shown && (
          <Press weight="quiet" onPress={() => setShown(all.length)}>
            All {all.length}
          </Press>
        )}
      </div>
      <ul className="rows">{all.slice(0, shown).map(children)}</ul>
    </section>
  );
}

function Row({
  path,
  name,
  about,
  when,
  onOpen,
  menu,
}: {
  path: string;
  name: string;
  about: string;
  when: string;
  onOpen: () => void;
  menu: ReactNode;
}) {
  return (
    <li className="row-with-menu">
      <a
        className="row"
        href={path}
        onClick={(event) => {
          event.preventDefault();
          onOpen();
        }}
      >
        <span className="row-main">
          <span className="row-name">{name}</span>
          <span className="row-about soft">{about}</span>
        </span>
        <span className="soft row-when">{moment(when)}</span>
      </a>
      {menu}
    </li>
  );
}
