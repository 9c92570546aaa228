import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { sentenceOf } from '../../api/problem.ts';

/** Milliseconds of rest after which a script is kept. */
const KEEP_AFTER_MS = 500;

/** A script that is edited here and kept by the server as one types. */
export interface EditedScript {
  name: string;
  text: string;
  loaded: boolean;
  /** "kept", "waiting", or the sentence that says why it is not kept. */
  state: 'kept' | 'waiting' | { failure: string };
  setName(name: string): void;
  setText(text: string): void;
}

/** Loads a script, or begins one that the server does not know yet, and keeps every change. */
export function useScript(id: string): EditedScript {
  const [script, setScript] = useState({ name: '', text: '', loaded: false });
  const [state, setState] = useState<EditedScript['state']>('kept');
  const timer = useRef(0);
  const pending = useRef<{ name: string; text: string } | null>(null);

  const keep = useCallback(async () => {
    const waiting = pending.current;
    if (waiting === null) return;
    pending.current = null;
    try {
      await api.saveScript({ id, text: waiting.text, name: waiting.name.trim() || nameFrom(waiting.text) });
      if (pending.current === null) setState('kept');
    } catch (error) {
      pending.current ??= waiting;
      setState({ failure: `Not kept yet: ${sentenceOf(error)}` });
      timer.current = window.setTimeout(keep, KEEP_AFTER_MS * 6);
    }
  }, [id]);

  useEffect(() => {
    let current = true;
    // A new script is not known to the server until something is written: no failure.
    api.scripts().then(
      (scripts) => {
        const { name, text } = scripts.find((script) => script.id === id) ?? { name: '', text: '' };
        if (current) setScript({ name, text, loaded: true });
      },
      (error: unknown) => {
        if (!current) return;
        setScript({ name: '', text: '', loaded: true });
        setState({ failure: sentenceOf(error) });
      },
    );
    return () => {
      current = false;
      clearTimeout(timer.current);
      void keep();
    };
  }, [id, keep]);

  const change = (part: { name?: string; text?: string }) => {
    const next = { ...script, ...part };
    setScript(next);
    pending.current = { name: next.name, text: next.text };
    setState('waiting');
    clearTimeout(timer.current);
    timer.current = window.setTimeout(keep, KEEP_AFTER_MS);
  };
  return { ...script, state, setName: (name) => change({ name }), setText: (text) => change({ text }) };
}

const LONGEST_NAME = 48;

/** What a script without a name is called: its first words. */
export function nameFrom(text: string): string {
  const first = text.trim().split(/\n/)[0] ?? '';
  if (first.length <= LONGEST_NAME) return first || 'Untitled script';
  return `${first.slice(0, LONGEST_NAME).replace(/\s+\S*$/, '')} …`;
}
