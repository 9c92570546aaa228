import type { HeardStretch } from './as-expected.ts';
import type { StretchSound } from './hear-stretch.ts';

/** Hears one stretch. Rejects when it cannot. */
export type HearStretch = (sound: StretchSound) => Promise<HeardStretch>;

/** How stretches are shared out. */
export interface Lanes {
  here: HearStretch;
  /** Takes a stretch whenever it has none, at the same time as `here`; null where there is no second ear. */
  beside: HearStretch | null;
  /** Share done, 0..1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** All stretches in their order. What the second ear fails at is heard here, and it is given no more. Rejects as `here` does. */
export async function hearStretches(sounds: readonly StretchSound[], { here, beside, onProgress }: Lanes): Promise<HeardStretch[]> {
  const heard = new Map<StretchSound, HeardStretch>();
  const waiting = [...sounds];
  const lane = async (hear: HearStretch): Promise<void> => {
    for (let sound = waiting.shift(); sound !== undefined; sound = waiting.shift()) {
      const result = await hear(sound).catch((error: unknown) => {
        if (hear === here) throw error;
        return null;
      });
      if (result === null) {
        waiting.unshift(sound);
        return;
      }
      heard.set(sound, result);
      onProgress?.(heard.size / sounds.length);
    }
  };
  await Promise.all([lane(here), ...(beside ? [lane(beside)] : [])]);
  // The second ear may have failed at the last one, when this had nothing more to do.
  await lane(here);
  return sounds.flatMap((sound) => heard.get(sound) ?? []);
}
