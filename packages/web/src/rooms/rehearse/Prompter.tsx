import type { Word } from '@ringback/core';
import { useEffect, useRef, useState } from 'react';
import { placeIn, type Walk, walked } from './follow.ts';

/** Peak from which a block of sound counts as voice. House rule: twice what a quiet room gives. */
const VOICE_PEAK = 0.05;
const LOOK_EVERY_MS = 100;
/** Words that it may go ahead of what was heard: what is heard comes a moment after the voice. House rule. */
const MOST_AHEAD = 8;
/** Words that are looked back for what was heard. */
const LOOK_BACK = 6;

/** The script, moving along with the voice: to where it was heard, and on at the script's pace only while it sounds. */
export function Prompter({
  words,
  heard,
  level,
  running,
}: {
  words: readonly Pick<Word, 'text' | 'charStart' | 'end'>[];
  heard: string;
  level: { current: number };
  running: boolean;
}) {
  const [place, setPlace] = useState(0);
  const known = useRef(0);
  const now = useRef<HTMLSpanElement | null>(null);
  useEffect(() => {
    known.current = 0;
    setPlace(0);
    if (!running) return;
    let at: Walk = { place: 0, voicedSec: 0 };
    const timer = setInterval(() => {
      if (at.place < known.current) at = { place: known.current, voicedSec: 0 };
      if (level.current >= VOICE_PEAK) at = walked(words, at, LOOK_EVERY_MS / 1000, known.current + MOST_AHEAD);
      setPlace(at.place);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [running, words, level]);
  useEffect(() => {
    if (running && heard !== '') known.current = placeIn(words, heard, Math.max(0, known.current - LOOK_BACK));
  }, [heard, running, words]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element that `now` points at changes with the place
  useEffect(() => {
    const box = now.current?.closest('.prompter-scroll');
    if (!running || !box || !now.current) return;
    // Only the box scrolls, never the page; the line that is spoken is in its middle.
    const line = now.current.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = box.scrollTop + line.top - frame.top - (box.clientHeight - line.height) / 2;
    box.scrollTo({ top, behavior: calm ? 'auto' : 'smooth' });
  }, [place, running]);
  return (
    <p className={`prompter-text ${running ? 'is-running' : ''}`}>
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
