import { useCallback, useEffect, useRef, useState } from 'react';
import type { CoreAnswer, CoreQuestion } from './core-messages.ts';

type WithoutTurn<Q> = Q extends CoreQuestion ? Omit<Q, 'turn'> : never;

/** Asks core in a worker of the page; only the answer to the newest question counts. */
export function useCore(onAnswer: (answer: CoreAnswer) => void): { ask(question: WithoutTurn<CoreQuestion>): void; ready: boolean } {
  const worker = useRef<Worker | null>(null);
  const turn = useRef(0);
  const answered = useRef(onAnswer);
  answered.current = onAnswer;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const started = new Worker(new URL('./core-worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<CoreAnswer>) => {
      if (data.turn === turn.current) answered.current(data);
    };
    worker.current = started;
    setReady(true);
    return () => started.terminate();
  }, []);
  const ask = useCallback((question: WithoutTurn<CoreQuestion>) => {
    turn.current += 1;
    worker.current?.postMessage({ ...question, turn: turn.current });
  }, []);
  return { ask, ready };
}
