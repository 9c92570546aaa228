import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { type PhoneDoor, phoneDoor } from '../../desk/http/phone.ts';
import { sentenceOf } from '../../desk/http/problem.ts';
import { takesChanged } from '../../desk/http/use-takes.ts';
import { announce } from '../frame/Announcements.tsx';
import { goTo } from '../frame/route.ts';
import { Press } from '../Press.tsx';
import { Failure } from '../Question.tsx';
import './phone-microphone.css';

/** What draws it is fetched when somebody wants a phone. */
const Code = lazy(() => import('./Code.tsx').then(({ Code: drawn }) => ({ default: drawn })));

/** How often it is looked whether the phone came in and what it sent. */
const LOOK_MS = 1500;

/** A phone on the same network as microphone: off until it is switched on, for one phone, until it is switched off. */
export function PhoneMicrophone({ scriptId }: { scriptId: string | null }) {
  const { door, failure, open, shut } = usePhoneDoor(scriptId);
  if (!door.open) {
    return (
      <div className="phone-door">
        <p className="soft">
          Off. Switched on, this machine answers on your own network, to one phone only, which can send takes and nothing else.
        </p>
        <Failure failure={failure} />
        <Press onPress={open}>Switch it on</Press>
      </div>
    );
  }
  return (
    <div className="phone-door">
      {door.paired ? (
        <p role="status">
          {door.takeIds.length === 0
            ? 'A phone is connected. Record with it now.'
            : `Takes that came from the phone: ${door.takeIds.length}.`}
        </p>
      ) : (
        <>
          <p>
            Scan this with the phone’s camera. The phone warns that it does not know this certificate, for this machine made it just now: go
            on where it begins with <strong className="phone-print">{door.fingerprint.slice(0, 11)}</strong>.
          </p>
          <Suspense fallback={null}>
            <Code text={door.url} />
          </Suspense>
          <p className="soft phone-address">{door.url}</p>
        </>
      )}
      <Failure failure={failure} />
      <div className="dialog-foot">
        {door.paired && <Press onPress={open}>Show a code for another phone</Press>}
        <Press weight="main" onPress={shut}>
          Switch it off
        </Press>
      </div>
    </div>
  );
}

function usePhoneDoor(scriptId: string | null) {
  const [door, setDoor] = useState<PhoneDoor | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // Takes that were sent before this stood here are no news.
  const known = useRef<number | null>(null);
  const attempt = (work: () => Promise<PhoneDoor>) => () => {
    setFailure(null);
    work().then(setDoor, (error: unknown) => setFailure(sentenceOf(error)));
  };
  useEffect(() => {
    const look = () => phoneDoor.state().then(setDoor, () => {});
    void look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (door === null) return;
    const takeIds = door.open ? door.takeIds : [];
    const last = takeIds.at(-1);
    const isNews = known.current !== null && takeIds.length > known.current;
    known.current = takeIds.length;
    if (!isNews || last === undefined) return;
    takesChanged();
    announce('A take came from the phone.');
    goTo('review', last);
  }, [door]);
  return {
    door: door ?? { open: false as const },
    failure,
    open: attempt(() => phoneDoor.open(scriptId)),
    shut: attempt(async () => {
      await phoneDoor.shut();
      return { open: false };
    }),
  };
}
