import type { Review } from '@ringback/core';
import { useEffect, useRef, useState } from 'react';
import type { ReviewAnswer, ReviewQuestion } from './review-worker.ts';

/** The review of a script as it stands; `text` is what was read, which can be a keystroke behind. */
export interface ScriptReview {
  review: Review | null;
  text: string;
  /** Why there is no review; null when there is one. */
  refusal: string | null;
  /** Milliseconds from the last keystroke to the review. */
  elapsedMs: number;
}

const NOTHING: ScriptReview = { review: null, text: '', refusal: null, elapsedMs: 0 };

/** Reads a script in a worker of the page as the person types; the newest text wins. */
export function useScriptReview(text: string): ScriptReview {
  const [state, setState] = useState(NOTHING);
  const worker = useRef<Worker | null>(null);
  const asked = useRef({ turn: 0, text: '', at: 0 });
  const [ready, setReady] = useState(false);

  useEffect(() => {
    const started = new Worker(new URL('./review-worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<ReviewAnswer>) => {
      if (data.turn !== asked.current.turn) return;
      const elapsedMs = performance.now() - asked.current.at;
      const read = asked.current.text;
      if ('review' in data) setState({ review: data.review, text: read, refusal: null, elapsedMs });
      else setState({ review: null, text: read, refusal: data.message, elapsedMs });
    };
    worker.current = started;
    setReady(true);
    return () => started.terminate();
  }, []);

  useEffect(() => {
    if (!ready) return;
    asked.current = { turn: asked.current.turn + 1, text, at: performance.now() };
    if (text.trim() === '') {
      setState(NOTHING);
      return;
    }
    const question: ReviewQuestion = { turn: asked.current.turn, text, name: 'script', goal: 'either', pace: null };
    worker.current?.postMessage(question);
  }, [text, ready]);

  return state;
}
