import type { NeedsFact, Review, Rewrite } from '@ringback/core';
import { useEffect, useRef, useState } from 'react';
import { settings } from '../../parts/frame/settings.ts';
import { useCore } from './use-core.ts';

/** Milliseconds of rest after which edits are looked for: they take many readings. */
const MEND_AFTER_MS = 500;

/** The review of a script as it stands; `text` is what was read, which can be a keystroke behind. */
export interface ScriptReview {
  review: Review | null;
  text: string;
  /** Why there is no review; null when there is one. */
  refusal: string | null;
  /** Edits that would mend it, for exactly `text`; found a moment after the review. */
  rewrites: Rewrite[];
  needs: NeedsFact[];
}

const NOTHING: ScriptReview = { review: null, text: '', refusal: null, rewrites: [], needs: [] };

/** Reads a script in a worker of the page as the person types; the newest text wins. `mend` also looks for edits. */
export function useScriptReview(text: string, { mend = false } = {}): ScriptReview {
  const [state, setState] = useState(NOTHING);
  const asked = useRef('');
  const { ask, ready } = useCore((answer) => {
    const read = asked.current;
    if (read.trim() === '') return;
    if (answer.kind === 'review') setState({ ...NOTHING, review: answer.review, text: read });
    // A text that was reviewed and cannot be mended keeps its review.
    if (answer.kind === 'refusal')
      setState((before) => (before.text === read ? before : { ...NOTHING, text: read, refusal: answer.message }));
    if (answer.kind === 'rewrites') setState((before) => ({ ...before, rewrites: answer.rewrites, needs: answer.needs }));
  });
  useEffect(() => {
    asked.current = text;
    if (text.trim() === '') {
      setState(NOTHING);
      return;
    }
    if (ready) ask({ kind: 'review', text, pace: settings().pace });
  }, [text, ready, ask]);
  // Only once the review stands: a newer question would make its answer count for nothing.
  const isRead = state.review !== null && state.text === text;
  useEffect(() => {
    if (!mend || !isRead) return;
    const timer = setTimeout(() => ask({ kind: 'rewrite', text, pace: settings().pace }), MEND_AFTER_MS);
    return () => clearTimeout(timer);
  }, [mend, isRead, text, ask]);
  return state;
}
