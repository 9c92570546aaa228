import type { Review } from '@ringback/core';
import { useEffect, useRef, useState } from 'react';
import { useCore } from './use-core.ts';

/** The review of a script as it stands; `text` is what was read, which can be a keystroke behind. */
export interface ScriptReview {
  review: Review | null;
  text: string;
  /** Why there is no review; null when there is one. */
  refusal: string | null;
}

const NOTHING: ScriptReview = { review: null, text: '', refusal: null };

/** Reads a script in a worker of the page as the person types; the newest text wins. */
export function useScriptReview(text: string): ScriptReview {
  const [state, setState] = useState(NOTHING);
  const asked = useRef('');
  const { ask, ready } = useCore((answer) => {
    if (asked.current.trim() === '') return;
    if (answer.kind === 'review') setState({ review: answer.review, text: asked.current, refusal: null });
    if (answer.kind === 'refusal') setState({ review: null, text: asked.current, refusal: answer.message });
  });
  useEffect(() => {
    asked.current = text;
    if (text.trim() === '') setState(NOTHING);
    else if (ready) ask({ kind: 'review', text });
  }, [text, ready, ask]);
  return state;
}
