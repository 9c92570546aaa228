import type { Review, Take, TipId } from '@ringback/core';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../desk/http/client.ts';
import { Refusal, sentenceOf } from '../../desk/http/problem.ts';

const LOOK_AGAIN_MS = 300;
const SERVER_BACK_MS = 2000;
/** Looks for the drive test of the number, which follows the review in seconds. */
const MOST_LOOKS = 60;

/** Whether something of the take is still to come. */
function isComing(take: Take, looks: number): boolean {
  if (take.state === 'hearing' || take.state === 'recording') return true;
  const hasDigits = take.review?.message.phoneNumbers.some(({ mentions }) => mentions.some(({ digits }) => digits?.length));
  return looks < MOST_LOOKS && hasDigits === true && take.sound != null && take.sound.legibility === undefined;
}

/** Whether a tip of the review still has something to mend. */
function isOpen({ tips }: Review, tip: TipId | null): boolean {
  return tips.some(({ id, status }) => id === tip && (status === 'fail' || status === 'improve'));
}

/**
 * The newer take with the drawings of the older one where they are the same: what is drawn is not drawn again. What to
 * mend first stays as it was told when only the drive test came in: it must not change under the eyes of who reads it.
 */
export function merged(before: Take, found: Take): Take {
  if (before.state !== 'reviewed' || found.state !== 'reviewed' || !before.sound || !found.sound) return found;
  const same = before.name === found.name && before.kept === found.kept && before.review?.transcript.text === found.review?.transcript.text;
  if (same && found.sound.legibility === undefined) return before;
  const drawn = { ...found, sound: { ...found.sound, pitch: before.sound.pitch, level: before.sound.level } };
  const told = before.review?.verdict.firstFix ?? null;
  if (!same || !drawn.review || !isOpen(drawn.review, told)) return drawn;
  return { ...drawn, review: { ...drawn.review, verdict: { ...drawn.review.verdict, firstFix: told } } };
}

/** A take that is followed until it is heard. */
export interface FollowedTake {
  take: Take | null;
  failure: string | null;
  /** Whether the server has no such take. */
  isMissing: boolean;
  /** Whether something of the take is still to come: its review, or the drive test after it. */
  coming: boolean;
  replace(take: Take): void;
  reload(): void;
}

/** Loads a take and looks again while it is being recorded or heard. */
export function useTake(id: string): FollowedTake {
  const [take, setTake] = useState<Take | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [coming, setComing] = useState(false);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks to load again
  useEffect(() => {
    let current = true;
    let timer = 0;
    let looks = 0;
    const look = async () => {
      try {
        const found = await api.take(id);
        if (!current) return;
        setTake((before) => (before === null ? found : merged(before, found)));
        setFailure(null);
        if (found.state === 'reviewed') looks += 1;
        const more = isComing(found, looks);
        setComing(more);
        if (more) timer = window.setTimeout(look, found.state === 'reviewed' ? LOOK_AGAIN_MS * 4 : LOOK_AGAIN_MS);
      } catch (error) {
        if (!current) return;
        setFailure(sentenceOf(error));
        setMissing(error instanceof Refusal && error.code === 'no-such-take');
        setComing(false);
        // It comes by itself when the server is back.
        if (error instanceof Refusal && error.code === 'server-gone') timer = window.setTimeout(look, SERVER_BACK_MS);
      }
    };
    void look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [id, turn]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  return { take, failure, isMissing, coming, replace: setTake, reload };
}
