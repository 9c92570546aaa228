import type { DrillPlan, DrillStep } from '@ringback/core';
import { useEffect, useRef, useState } from 'react';
import { openGroupVoice, rest } from '../../desk/voice/speak.ts';
import { voiceFailure } from '../../desk/voice/use-spoken.ts';
import { Press } from '../Press.tsx';
import { Failure } from '../Question.tsx';

/** Seconds in which the person draws breath before the first group. */
const BREATH_SEC = 1;

/** The number's groups one by one, at the pace that can be written down: the voice says them, the person speaks along. */
export function Drill({ plan, onClose }: { plan: DrillPlan; onClose: () => void }) {
  const [withVoice, setWithVoice] = useState(true);
  const { at, isRunning, failure, toggle } = useDrill(plan, withVoice);
  const isDone = at >= plan.steps.length;
  return (
    <div className="drill">
      <p className="soft">Say each group as it lights up. Go up where an arrow goes up: more is to come. Go down at the end.</p>
      <ol className="drill-groups">
        {plan.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a number may have the same group twice
          <li key={index} className={classOf(index, at)} aria-current={index === at ? 'step' : undefined}>
            <span className="drill-digits">{step.group}</span>
            <span aria-hidden="true">{step.tune === 'rise' ? '↗' : '↘'}</span>
            <span className="visually-hidden">{step.tune === 'rise' ? 'up' : 'down'}</span>
          </li>
        ))}
      </ol>
      <p role="status" className="soft">
        {isRunning
          ? 'Speak along …'
          : isDone
            ? 'Well spoken. Once more without the voice?'
            : `About ${Math.round(plan.targetSec)} seconds for the whole number.`}
      </p>
      <label className="drill-voice">
        <input type="checkbox" checked={withVoice} onChange={(event) => setWithVoice(event.target.checked)} />
        With the voice
      </label>
      <Failure failure={failure} />
      <div className="dialog-foot">
        <Press onPress={onClose}>Close</Press>
        {/* One button for both, so that the keyboard never loses its place. */}
        <Press weight="main" icon={isRunning ? 'stop' : 'play'} onPress={toggle} autoFocus>
          {isRunning ? 'Stop' : isDone ? 'Again' : 'Begin'}
        </Press>
      </div>
    </div>
  );
}

const classOf = (index: number, at: number) => `drill-group ${index === at ? 'drill-now' : index < at ? 'drill-said' : ''}`;

/** Goes through the groups. `at` is the one that is said now, -1 before the first, and beyond the last when all are said. */
function useDrill({ steps, digits, targetSec }: DrillPlan, withVoice: boolean) {
  const [at, setAt] = useState(-1);
  const [failure, setFailure] = useState<string | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const running = useRef<AbortController | null>(null);
  const stop = () => {
    running.current?.abort();
    running.current = null;
    setIsRunning(false);
    setAt(-1);
  };
  // Whoever closes it, by Escape or otherwise, ends the voice too.
  useEffect(() => () => running.current?.abort(), []);
  const secondsOf = ({ group, pauseSec }: DrillStep) =>
    Math.max(0, (group.replace(/\D/g, '').length * targetSec) / digits.length - pauseSec);
  const run = async () => {
    const mine = new AbortController();
    running.current = mine;
    setFailure(null);
    setIsRunning(true);
    setAt(-1);
    try {
      const say = withVoice ? await openGroupVoice(steps) : () => Promise.resolve();
      await rest(BREATH_SEC, mine.signal);
      for (const [index, step] of steps.entries()) {
        if (mine.signal.aborted) return;
        setAt(index);
        await Promise.all([say(index, mine.signal), rest(secondsOf(step), mine.signal)]);
        await rest(step.pauseSec, mine.signal);
      }
      if (!mine.signal.aborted) setAt(steps.length);
    } catch (error) {
      if (!mine.signal.aborted) setFailure(voiceFailure(error));
    }
    if (running.current === mine) setIsRunning(false);
  };
  return { at, isRunning, failure, toggle: () => (isRunning ? stop() : void run()) };
}
