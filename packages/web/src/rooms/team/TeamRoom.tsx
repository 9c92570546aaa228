import { sharedNext, together } from '@ringback/core';
import type { MouseEvent } from 'react';
import { type Member, type Team, team } from '../../desk/http/team.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';
import { useMe } from '../../parts/frame/me.ts';
import { goTo, pathTo } from '../../parts/frame/route.ts';
import { NotHere } from '../../parts/NotHere.tsx';
import { Press } from '../../parts/Press.tsx';
import { moment, TIP_NAMES } from '../../parts/words.ts';
import { PersonPage } from './PersonPage.tsx';
import { TipRates } from './TipRates.tsx';
import { takesWords } from './told.ts';
import '../../parts/rows.css';
import '../../parts/comments.css';
import './team.css';

/** How the people of a team get on: all of them for who coaches them, and each by themselves. */
export default function TeamRoom({ id }: { id: string | null }) {
  const me = useMe();
  const { value: report, failure } = useLoaded(() => team.report(), `team ${id ?? ''}`);
  if (me === null) {
    return (
      <NotHere title="There is no team here" ways={<Press onPress={() => goTo('start')}>To the start</Press>}>
        You are alone on this machine: what you record is yours, and nobody else sees it.
      </NotHere>
    );
  }
  if (report === null) {
    if (failure === null) return <div className="room-loading" />;
    return (
      <p className="notice notice-bad" role="alert">
        {failure}
      </p>
    );
  }
  const shown = id ?? (me.role === 'member' ? me.id : null);
  if (shown === null) return <Everyone report={report} />;
  const person = report.people.find((one) => one.id === shown);
  if (person === undefined) {
    return (
      <NotHere title="This person is not here" ways={<Press onPress={() => goTo('team')}>To the team</Press>}>
        They may have left, or you may not see them: coaches and owners see everyone.
      </NotHere>
    );
  }
  return <PersonPage key={person.id} person={person} weeks={report.weeks} isMe={person.id === me.id} canGoBack={me.role !== 'member'} />;
}

function Everyone({ report: { weeks, people } }: { report: Team }) {
  const [most] = sharedNext(people.map(({ next }) => next));
  const withTakes = people.filter(({ reviewed }) => reviewed > 0).length;
  return (
    <div className="team">
      <div className="room-head">
        <h1>The team</h1>
        {most && most.people > 1 && (
          <p className="next-step">
            <strong>Worth telling everyone: {TIP_NAMES[most.tip].toLowerCase()}.</strong> {most.people} of {withTakes} people need it next.
          </p>
        )}
        {withTakes === 0 && <p className="soft">No take of anyone is reviewed yet. What to coach stands here when there is one.</p>}
      </div>
      <section aria-labelledby="people-title">
        <h2 id="people-title">{people.length === 1 ? 'One person' : `${people.length} people`}</h2>
        <ul className="rows">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      </section>
      {withTakes > 0 && <TipRates title="All together" tips={together(people.map(({ tips }) => tips))} weeks={weeks} />}
    </div>
  );
}

function PersonRow({ person: { id, name, role, reviewed, lastTakeAt, next } }: { person: Member }) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo('team', id);
  };
  return (
    <li>
      <a className="row" href={pathTo('team', id)} onClick={open}>
        <span className="row-main">
          <span className="row-name">{name}</span>
          <span className="row-about soft">
            {[role, takesWords(reviewed), next && `next: ${TIP_NAMES[next.tip].toLowerCase()}`].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className="soft row-when">{lastTakeAt ? moment(lastTakeAt) : ''}</span>
      </a>
    </li>
  );
}
