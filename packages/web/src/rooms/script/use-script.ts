import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../desk/http/client.ts';
import { sentenceOf } from '../../desk/http/problem.ts';
import { keepUnsaved, saveWritten, unsavedScript, type WrittenScript } from '../../desk/http/unsaved.ts';
import { isFresh } from '../../parts/frame/route.ts';

/** Milliseconds of rest after which a script is kept. */
const KEEP_AFTER_MS = 500;
const TRY_AGAIN_MS = 3000;

/** A script that is edited here and kept by the server as one types. */
export interface EditedScript extends WrittenScript {
  /** False while the server still owes the text: nothing may be typed over it. */
  loaded: boolean;
  /** Whether the address names a script that nobody has. */
  missing: boolean;
  /** "kept", "waiting", or the sentence that says why it is not kept. */
  state: 'kept' | 'waiting' | { failure: string };
  setName(name: string): void;
  setText(text: string): void;
}

interface Opened extends WrittenScript {
  loaded: boolean;
  missing: boolean;
}

/** What is there at once: what an earlier visit could not send, or the empty sheet of a script just begun. */
function openedAtOnce(id: string): Opened {
  const unsaved = unsavedScript(id);
  return unsaved ? { ...unsaved, loaded: true, missing: false } : { name: '', text: '', loaded: isFresh(), missing: false };
}

/** Loads a script, or begins one that the server does not know yet, and keeps every change, here until the server has it. */
export function useScript(id: string): EditedScript {
  const [script, setScript] = useState(() => openedAtOnce(id));
  const [state, setState] = useState<EditedScript['state']>('kept');
  const timer = useRef(0);
  const pending = useRef<WrittenScript | null>(unsavedScript(id));

  const keep = useCallback(
    async ({ last = false } = {}) => {
      const waiting = pending.current;
      if (waiting === null) return;
      pending.current = null;
      try {
        await saveWritten(id, waiting, { last });
        if (pending.current === null) setState('kept');
      } catch (error) {
        pending.current ??= waiting;
        setState({ failure: `Kept in this browser for now. ${sentenceOf(error)}` });
        clearTimeout(timer.current);
        timer.current = window.setTimeout(keep, TRY_AGAIN_MS);
      }
    },
    [id],
  );

  useEffect(() => {
    let again = 0;
    let current = true;
    const load = async () => {
      try {
        const found = (await api.scripts()).find((one) => one.id === id);
        if (!current) return;
        setScript({ name: found?.name ?? '', text: found?.text ?? '', loaded: true, missing: found === undefined });
        setState('kept');
      } catch (error) {
        if (!current) return;
        setState({ failure: sentenceOf(error) });
        again = window.setTimeout(load, TRY_AGAIN_MS);
      }
    };
    if (pending.current !== null) void keep();
    else if (!isFresh()) void load();
    const onHide = () => void keep({ last: true });
    window.addEventListener('pagehide', onHide);
    return () => {
      current = false;
      window.removeEventListener('pagehide', onHide);
      clearTimeout(again);
      clearTimeout(timer.current);
      void keep();
    };
  }, [id, keep]);

  const change = (part: Partial<WrittenScript>) => {
    const { name, text } = { ...script, ...part };
    setScript({ name, text, loaded: true, missing: false });
    pending.current = { name, text };
    keepUnsaved(id, pending.current);
    setState('waiting');
    clearTimeout(timer.current);
    timer.current = window.setTimeout(keep, KEEP_AFTER_MS);
  };
  return { ...script, state, setName: (name) => change({ name }), setText: (text) => change({ text }) };
}
