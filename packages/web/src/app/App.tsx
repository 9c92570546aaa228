import { lazy, Suspense, useDeferredValue, useEffect, useRef } from 'react';
import { takesChanged } from '../api/use-takes.ts';
import { Announcements, announce } from './Announcements.tsx';
import { DropAnywhere } from './DropAnywhere.tsx';
import { ModelNotice } from './ModelNotice.tsx';
import { Navigation } from './Navigation.tsx';
import { type Route, useRoute } from './route.ts';
import './app.css';
import { Start } from '../rooms/start/Start.tsx';

const ScriptRoom = lazy(() => import('../rooms/script/ScriptRoom.tsx'));
const PlanRoom = lazy(() => import('../rooms/plan/PlanRoom.tsx'));
const CompareRoom = lazy(() => import('../rooms/compare/CompareRoom.tsx'));
const RehearseRoom = lazy(() => import('../rooms/rehearse/RehearseRoom.tsx'));
const ReviewRoom = lazy(() => import('../rooms/review/ReviewRoom.tsx'));

const TITLES: Readonly<Record<Route['room'], string>> = {
  start: 'Ringback',
  plan: 'Plan · Ringback',
  script: 'Script · Ringback',
  rehearse: 'Rehearse · Ringback',
  review: 'Review · Ringback',
  compare: 'Compare · Ringback',
};

/** The page: five rooms and the way between them. */
export function App() {
  // The room before stays until the next is loaded: no empty page between, and React holds nothing back to spare one.
  const route = useDeferredValue(useRoute());
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
    // Takes that were recorded while the server was away.
    void import('../recorder/resend.ts')
      .then(({ resendStranded }) => resendStranded())
      .then((arrived) => {
        if (arrived === 0) return;
        announce(
          arrived === 1 ? 'A take that was kept in this browser is sent.' : `${arrived} takes that were kept in this browser are sent.`,
        );
        takesChanged();
      });
  }, []);
  return (
    <DropAnywhere>
      <a className="skip" href="#room">
        Skip to the room
      </a>
      <Navigation route={route} />
      <ModelNotice />
      <main id="room" className="room" tabIndex={-1} ref={main}>
        <Suspense fallback={<div className="room-loading" />}>
          <RoomOf route={route} />
        </Suspense>
      </main>
      <Announcements />
    </DropAnywhere>
  );
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
      return <PlanRoom />;
    case 'compare':
      return <CompareRoom key={route.id} id={route.id} />;
    default:
      return <Start />;
  }
}
