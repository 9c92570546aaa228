import { lazy, Suspense, useEffect } from 'react';
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
  const route = useRoute();
  useEffect(() => {
    document.title = TITLES[route.room];
  }, [route.room]);
  useEffect(() => {
    // Takes that were recorded while the server was away.
    void import('../recorder/resend.ts').then(({ resendStranded }) => resendStranded());
  }, []);
  return (
    <DropAnywhere>
      <a className="skip" href="#room">
        Skip to the room
      </a>
      <Navigation route={route} />
      <ModelNotice />
      <main id="room" className="room" tabIndex={-1}>
        <Suspense fallback={<div className="room-loading" />}>
          <RoomOf route={route} />
        </Suspense>
      </main>
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
