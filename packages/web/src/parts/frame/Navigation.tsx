import type { MouseEvent } from 'react';
import { here } from '../../desk/place.ts';
import { Icon } from '../Icon.tsx';
import { useMe } from './me.ts';
import { useNews } from './news.ts';
import { goTo, pathTo, ROOMS, type Room, type Route } from './route.ts';
import { useThread } from './thread.ts';

const NAMES: Readonly<Record<(typeof ROOMS)[number], string>> = {
  plan: 'Plan',
  script: 'Script',
  rehearse: 'Rehearse',
  review: 'Review',
  compare: 'Compare',
  log: 'Log',
};

const BESIDE_NAMES = { team: 'Team', settings: 'Settings' } as const;

/** The way between the rooms, in the order of the work. */
export function Navigation({ route }: { route: Route }) {
  const thread = useThread(route);
  const me = useMe();
  const news = useNews(me, route.room);
  const follow = (event: MouseEvent, room: Room | 'start', id: string | null) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(room, id);
  };
  const idFor = (room: Room): string | null => {
    if (room === 'log') return null;
    return room === 'review' ? thread.takeId : room === 'plan' ? thread.planId : thread.scriptId;
  };
  return (
    <header className="top">
      <a className="wordmark" href={pathTo('start')} onClick={(event) => follow(event, 'start', null)}>
        <img src={`${here().root}icon.svg`} alt="" width="28" height="28" />
        Ringback
      </a>
      <nav className="rooms" aria-label="Rooms">
        <ul>
          {ROOMS.map((room) => (
            <li key={room}>
              <a
                href={pathTo(room, idFor(room))}
                aria-current={route.room === room ? 'page' : undefined}
                onClick={(event) => follow(event, room, idFor(room))}
              >
                <Icon name={room} />
                <span>{NAMES[room]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="beside">
        {(me === null ? (['settings'] as const) : (['team', 'settings'] as const)).map((room) => (
          <a
            key={room}
            className="to-beside"
            href={pathTo(room)}
            aria-current={route.room === room ? 'page' : undefined}
            onClick={(event) => follow(event, room, null)}
          >
            <Icon name={room} />
            <span>{BESIDE_NAMES[room]}</span>
            {room === 'team' && news > 0 && <span className="news">{news} new</span>}
          </a>
        ))}
      </div>
    </header>
  );
}
