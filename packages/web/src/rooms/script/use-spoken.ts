import { useEffect, useRef, useState } from 'react';
import { api } from '../../desk/http/client.ts';
import { sentenceOf } from '../../desk/http/problem.ts';

/** The script read aloud by the bundled voice. */
export interface Spoken {
  state: 'silent' | 'loading' | 'speaking';
  failure: string | null;
  toggle(): void;
}

/** Speaks a text on demand; a new text or another room ends it. */
export function useSpoken(text: string): Spoken {
  const [state, setState] = useState<Spoken['state']>('silent');
  const [failure, setFailure] = useState<string | null>(null);
  const media = useRef<HTMLAudioElement | null>(null);
  const silence = () => {
    const playing = media.current;
    media.current = null;
    if (playing) {
      playing.pause();
      URL.revokeObjectURL(playing.src);
    }
    setState('silent');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another speech
  useEffect(() => silence, [text]);
  const speak = async () => {
    setState('loading');
    setFailure(null);
    try {
      const sound = new Audio(URL.createObjectURL(await api.preview(text)));
      media.current = sound;
      sound.onended = silence;
      await sound.play();
      setState('speaking');
    } catch (error) {
      silence();
      setFailure(sentenceOf(error));
    }
  };
  return { state, failure, toggle: () => (state === 'silent' ? void speak() : silence()) };
}
