import { useEffect, useRef, useState } from 'react';
import { Refusal, sentenceOf } from '../http/problem.ts';
import { speakScript } from './speak.ts';

/** The script read aloud. */
export interface Spoken {
  state: 'silent' | 'loading' | 'speaking';
  failure: string | null;
  /** Speaks, or is silent. */
  toggle(): void;
  /** Says this in place of what is being said. */
  say(other: string): void;
}

/** Speaks a text on demand, with the voice of the person's system or the bundled one; a new text or another room ends it. */
export function useSpoken(text: string): Spoken {
  const [state, setState] = useState<Spoken['state']>('silent');
  const [failure, setFailure] = useState<string | null>(null);
  const speaking = useRef<AbortController | null>(null);
  const silence = () => {
    speaking.current?.abort();
    speaking.current = null;
    setState('silent');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another speech
  useEffect(() => silence, [text]);
  const speak = async (words: string) => {
    silence();
    const mine = new AbortController();
    speaking.current = mine;
    setState('loading');
    setFailure(null);
    try {
      await speakScript(words, mine.signal, () => speaking.current === mine && setState('speaking'));
    } catch (error) {
      setFailure(voiceFailure(error));
    }
    if (speaking.current === mine) silence();
  };
  return { state, failure, toggle: () => (state === 'silent' ? void speak(text) : silence()), say: (other) => void speak(other) };
}

/** Why nothing is heard, with what to do. */
export function voiceFailure(error: unknown): string {
  return error instanceof Refusal ? sentenceOf(error) : 'The voice of this system did not speak: choose another one in the settings.';
}
