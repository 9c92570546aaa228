import type { Word } from '@ringback/core';
import { useEffect, useRef, useState } from 'react';
import { placeIn } from './follow.ts';

/** The script, moving along with the person: it follows what was heard and walks on at the script's pace in between. */
export function Prompter({
  words,
  heard,
  running,
  beganAt,
}: {
  words: readonly Pick<Word, 'text' | 'charStart' | 'end'>[];
  heard: string;
  running: boolean;
  beganAt: number;
}) {
  const [place, setPlace] = useState(0);
  const now = useRef<HTMLSpanElement | null>(null);

  useEffect(() => {
    if (!running) setPlace(0);
  }, [running]);
  useEffect(() => {
    if (running && heard !== '') setPlace((before) => Math.max(before, placeIn(words, heard, Math.max(0, before - 6))));
  }, [heard, running, words]);
  useEffect(() => {
    const next = words[place];
    const current = words[place - 1] ?? words[0];
    if (!running || !next || !current) return;
    // Walks ahead at the estimated pace, but never far: what is heard decides.
    const wait = place === 0 ? next.end * 1000 - (performance.now() - beganAt) + 400 : (next.end - current.end) * 1000;
    const timer = setTimeout(() => setPlace((before) => before + 1), Math.max(60, wait));
    return () => clearTimeout(timer);
  }, [place, running, words, beganAt]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element that `now` points at changes with the place
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (running) now.current?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }, [place, running]);

  return (
    <p className="prompter-text">
      {words.map((word, i) => (
        <span
          key={word.charStart}
          ref={i === place ? now : null}
          className={!running ? '' : i < place ? 'prompter-said' : i === place ? 'prompter-now' : ''}
        >
          {word.text}{' '}
        </span>
      ))}
    </p>
  );
}
