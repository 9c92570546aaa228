import type { Take } from '@ringback/core';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { sentenceOf } from '../../api/problem.ts';

const LOOK_AGAIN_MS = 300;

/** A take that is followed until it is heard. */
export interface FollowedTake {
  take: Take | null;
  failure: string | null;
  replace(take: Take): void;
  reload(): void;
}

/** Loads a take and looks again while it is being recorded or heard. */
export function useTake(id: string): FollowedTake {
  const [take, setTake] = useState<Take | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks to load again
  useEffect(() => {
    let current = true;
    let timer = 0;
    const look = async () => {
      try {
        const found = await api.take(id);
        if (!current) return;
        setTake(found);
        setFailure(null);
        if (found.state === 'hearing' || found.state === 'recording') timer = window.setTimeout(look, LOOK_AGAIN_MS);
      } catch (error) {
        if (current) setFailure(sentenceOf(error));
      }
    };
    void look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [id, turn]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  return { take, failure, replace: setTake, reload };
}
