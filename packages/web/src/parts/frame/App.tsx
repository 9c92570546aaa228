import { lazy, Suspense, useDeferredValue, useEffect, useRef } from 'react';
import { team } from '../../desk/http/team.ts';
import { sendUnsavedScripts } from '../../desk/http/unsaved.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';
import { takesChanged } from '../../desk/http/use-takes.ts';
import { here } from '../../desk/place.ts';
import { Announcements, announce } from './Announcements.tsx';
import { AwayMark } from './AwayMark.tsx';
import { DropAnywhere } from './DropAnywhere.tsx';
import { FaultCatcher } from './FaultCatcher.tsx';
import { ModelNotice } from './ModelNotice.tsx';
import { WhoIAm } from './me.ts';
import { Navigation } from './Navigation.tsx';
import { fetchAhead, ROOM_CODE, TEAM_CODE } from './rooms.ts';
import { pathTo, type Route, useRoute } from './route.ts';
import { SignIn } from './SignIn.tsx';
import './app.css';
import { Start } from '../../rooms/start/Start.tsx';
import { NotHere } from '../NotHere.tsx';

const ScriptRoom = lazy(ROOM_CODE.script);
const PlanRoom = lazy(ROOM_CODE.plan);
const CompareRoom = lazy(ROOM_CODE.compare);
const RehearseRoom = lazy(ROOM_CODE.rehearse);
const ReviewRoom = lazy(ROOM_CODE.review);
const LogRoom = lazy(ROOM_CODE.log);
const SettingsRoom = lazy(ROOM_CODE.settings);
const TeamRoom = lazy(TEAM_CODE.team);

const TITLES: Readonly<Record<Route['room'], string>> = {
  start: 'Ringback',
  plan: 'Plan · Ringback',
  script: 'Script · Ringback',
  rehearse: 'Rehearse · Ringback',
  review: 'Review · Ringback',
  compare: 'Compare · Ringback',
  log: 'Log · Ringback',
  team: 'Team · Ringback',
  settings: 'Settings · Ringback',
  unknown: 'Not here · Ringback',
};

/** The page: six rooms, that of the team where there is one, and the way between them. */
export function App() {
  // The room before stays until the next is loaded: no empty page between, and React holds nothing back to spare one.
  const route = useDeferredValue(useRoute());
  const me = useTeammate();
  const main = useRef<HTMLElement | null>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = TITLES[route.room];
  }, [route.room]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another room or another take is what this waits for
  useEffect(() => {
    // A button that led here is gone with its room: the keyboard goes on from the new room, not from the top of the page.
    if (!first.current && (document.activeElement === null || document.activeElement === document.body)) {
      main.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [route.room, route.id]);
  useEffect(() => {
    void sendKept();
    void fetchAhead(ROOM_CODE);
  }, []);
  return (
    <WhoIAm value={me}>
      <DropAnywhere>
        <a className="skip" href="#room">
          Skip to the room
        </a>
        <Navigation route={route} />
        <SignIn />
        <AwayMark />
        <ModelNotice />
        <main id="room" className="room" tabIndex={-1} ref={main}>
          <FaultCatcher at={route.room === 'unknown' ? '' : pathTo(route.room, route.id)}>
            <Suspense fallback={<div className="room-loading" />}>
              <RoomOf route={route} />
            </Suspense>
          </FaultCatcher>
        </main>
        <Announcements />
      </DropAnywhere>
    </WhoIAm>
  );
}

/** Who the page belongs to where there is a team; its rooms are fetched then. A page without a server has none. */
function useTeammate() {
  const { value: me } = useLoaded(async () => (here().where === null ? await team.me() : null), 'me');
  const teammate = me?.alone === false ? me : null;
  const isTeam = teammate !== null;
  useEffect(() => {
    if (isTeam) void fetchAhead(TEAM_CODE);
  }, [isTeam]);
  return teammate;
}

/** Sends what was written and recorded while the server was away. */
async function sendKept(): Promise<void> {
  await sendUnsavedScripts();
  const { resendStranded } = await import('../../recorder/resend.ts');
  const arrived = await resendStranded();
  if (arrived === 0) return;
  announce(arrived === 1 ? 'A take that was kept in this browser is sent.' : `${arrived} takes that were kept in this browser are sent.`);
  takesChanged();
}

function RoomOf({ route }: { route: Route }) {
  switch (route.room) {
    case 'script':
      return <ScriptRoom key={route.id} id={route.id} />;
    case 'rehearse':
      return <RehearseRoom key={route.id} id={route.id} />;
    case 'review':
      return <ReviewRoom key={route.id} id={route.id} />;
    case 'plan':
      return <PlanRoom key={route.id} id={route.id} />;
    case 'compare':
      return <CompareRoom key={route.id} id={route.id} />;
    case 'log':
      return <LogRoom key={route.id} id={route.id} />;
    case 'team':
      return <TeamRoom key={route.id} id={route.id} />;
    case 'settings':
      return <SettingsRoom />;
    case 'unknown':
      return <NotHere title="There is nothing at this address">The link may be incomplete, or from another version of Ringback.</NotHere>;
    default:
      return <Start />;
  }
}
