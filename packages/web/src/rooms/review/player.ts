import { useEffect, useState, useSyncExternalStore } from 'react';

/** Plays one take; everything that shows a moment of it follows this. */
export interface Player {
  readonly media: HTMLAudioElement;
  /** Seconds. */
  seek(seconds: number): void;
  toggle(): void;
  /** Plays a stretch and stops at its end. */
  playSpan(start: number, end: number): void;
}

/** Seconds of sound before a stretch, so that it is heard in its context. */
const LEAD_SEC = 0.15;
const TAIL_SEC = 0.25;

function playerOf(url: string): Player {
  const media = new Audio();
  media.preload = 'auto';
  media.src = url;
  let stopAt: number | null = null;
  media.addEventListener('timeupdate', () => {
    if (stopAt === null || media.currentTime < stopAt) return;
    stopAt = null;
    media.pause();
  });
  // A browser may refuse to play before the person touched the page; the play button then still works.
  const play = () => media.play().catch(() => {});
  return {
    media,
    seek(seconds) {
      stopAt = null;
      media.currentTime = seconds;
    },
    toggle() {
      stopAt = null;
      if (media.paused) void play();
      else media.pause();
    },
    playSpan(start, end) {
      stopAt = end + TAIL_SEC;
      media.currentTime = Math.max(0, start - LEAD_SEC);
      void play();
    },
  };
}

/** A player for a sound; it is let go with the room. */
export function usePlayer(url: string): Player {
  const [player] = useState(() => playerOf(url));
  useEffect(() => () => player.media.pause(), [player]);
  return player;
}

/** Whether it plays now. */
export function usePlaying({ media }: Player): boolean {
  return useSyncExternalStore(
    (changed) => {
      const events = ['play', 'pause', 'ended'] as const;
      for (const event of events) media.addEventListener(event, changed);
      return () => {
        for (const event of events) media.removeEventListener(event, changed);
      };
    },
    () => !media.paused,
  );
}

/** What `pick` says of the moment that plays; renders only when that changes. */
export function useMoment<T>({ media }: Player, pick: (seconds: number) => T): T {
  const [value, setValue] = useState(() => pick(0));
  useEffect(() => {
    let frame = 0;
    const look = () => setValue(pick(media.currentTime));
    const follow = () => {
      look();
      if (!media.paused) frame = requestAnimationFrame(follow);
    };
    media.addEventListener('play', follow);
    media.addEventListener('seeked', look);
    media.addEventListener('pause', look);
    look();
    return () => {
      cancelAnimationFrame(frame);
      media.removeEventListener('play', follow);
      media.removeEventListener('seeked', look);
      media.removeEventListener('pause', look);
    };
  }, [media, pick]);
  return value;
}
