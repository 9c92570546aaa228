import { LENGTH_SEC } from '@ringback/core';
import { useEffect, useRef, useState } from 'react';
import { clock } from '../../parts/words.ts';

/** Peak from which the sound is about to be cut off at full scale. */
const TOO_LOUD = 0.95;
/** Peak under which nothing much comes in. */
const TOO_QUIET = 0.03;
/** Decibels below full scale at the left end of the meter. */
const FLOOR_DB = -60;

/** How loud it is; drawn without rendering, so that the page stays calm. */
export function LevelMeter({ level, active }: { level: { current: number }; active: boolean }) {
  const bar = useRef<HTMLSpanElement | null>(null);
  const [word, setWord] = useState('');
  useEffect(() => {
    if (!active) {
      if (bar.current) bar.current.style.transform = 'scaleX(0)';
      return;
    }
    let frame = 0;
    let shown = 0;
    let loudest = 0;
    const draw = () => {
      const db = 20 * Math.log10(Math.max(level.current, 1e-4));
      const target = Math.max(0, 1 - db / FLOOR_DB);
      // Falls slowly, as meters do, so that the eye can follow.
      shown = Math.max(target, shown - 0.02);
      loudest = Math.max(level.current, loudest * 0.995);
      if (bar.current) bar.current.style.transform = `scaleX(${shown})`;
      setWord(
        loudest > TOO_LOUD ? 'too loud: move back a little' : loudest < TOO_QUIET ? 'very quiet: is the microphone on?' : 'good level',
      );
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [level, active]);
  return (
    <div className="meter">
      <div className="meter-track" aria-hidden="true">
        <span ref={bar} className={`meter-bar ${word.startsWith('good') ? '' : 'meter-mind'}`} />
      </div>
      <p className="soft meter-word" aria-live="polite">
        {active ? word : ''}
      </p>
    </div>
  );
}

/** Seconds of a message that is heard out, and at which it is too long: the ones by which it is judged. */
const { heardOut: WARN_SEC, tooLong: LIMIT_SEC } = LENGTH_SEC;
const TICK_MS = 100;

/** The time against the budget; after the stop it stays, until `done`. */
export function Timer({ beganAt, running, done }: { beganAt: number; running: boolean; done: boolean }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!running) return;
    const tick = () => setSeconds((performance.now() - beganAt) / 1000);
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [beganAt, running]);
  const shown = done ? 0 : seconds;
  const state = shown > LIMIT_SEC ? 'over' : shown > WARN_SEC ? 'near' : 'within';
  return (
    <div className={`timer timer-${state}`}>
      <p role="timer">
        <span className="timer-now">{clock(Math.floor(shown))}</span>
        <span className="soft"> of {clock(WARN_SEC)}</span>
      </p>
      <svg className="timer-bar" viewBox={`0 0 ${LIMIT_SEC} 6`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="timer-all" width={LIMIT_SEC} height="6" />
        <rect className="timer-part" width={Math.min(LIMIT_SEC, shown)} height="6" />
        <rect className="timer-limit" x={WARN_SEC} width="0.35" height="6" />
      </svg>
    </div>
  );
}
