import { LEAD_SEC } from '../moonshine/prepare.ts';
import { FRAME_RATE } from '../moonshine/variant.ts';
import { BLANK, LABEL_COUNT } from './labels.ts';
import { latticeOf, mayLeap, stateOf } from './lattice.ts';
import type { Posteriors } from './posteriors.ts';

/** Frames around a label's first in which its digit may begin: the label comes up to 0.3 s late (our measurement). */
const AROUND = { before: 12, after: 4 } as const;
/** Frames between the beginnings of two digits, at least: nobody says more than ten a second. */
const APART = 4;

/** Seconds into the sound (without the silence before it) at which each digit begins: the best path's label, placed by the onset output. */
export function digitOnsets(posteriors: Posteriors, digits: string): number[] {
  const firsts = firstFrames(posteriors, digits);
  let last = Number.NEGATIVE_INFINITY;
  return firsts.map((frame) => {
    const onset = likeliestOnset(posteriors, Math.max(0, frame - AROUND.before, last + APART), frame + AROUND.after);
    last = Math.floor(onset);
    return Math.max(0, (onset + 0.5) / FRAME_RATE - LEAD_SEC);
  });
}

/** The frame, to a fraction, with the highest onset probability from `from` to `to`. */
function likeliestOnset({ onset, frames }: Posteriors, from: number, to: number): number {
  let best = Math.min(from, frames - 1);
  for (let frame = best; frame < Math.min(to, frames); frame += 1) if ((onset[frame] ?? 0) > (onset[best] ?? 0)) best = frame;
  const [before, here, after] = [onset[best - 1] ?? 0, onset[best] ?? 0, onset[best + 1] ?? 0];
  const sum = before + here + after;
  return sum === 0 ? best : best + (after - before) / sum;
}

/** The frame in which each digit's label comes first on the likeliest path (Viterbi). */
function firstFrames({ frames, logs }: Posteriors, digits: string): number[] {
  const { labels, begin, end } = latticeOf(digits);
  const states = labels.length;
  const steps = new Uint8Array(frames * states);
  let scores = new Float64Array(states).fill(Number.NEGATIVE_INFINITY);
  for (let frame = 0; frame < frames; frame += 1) {
    const next = new Float64Array(states);
    for (let state = 0; state < states; state += 1) {
      let best = frame === 0 ? (state < begin ? 0 : Number.NEGATIVE_INFINITY) : (scores[state] ?? 0);
      const reach = frame === 0 ? 0 : mayLeap(labels, state) ? 2 : Math.min(1, state);
      for (let step = 1; step <= reach; step += 1) {
        const score = scores[state - step] ?? Number.NEGATIVE_INFINITY;
        if (score > best) {
          best = score;
          steps[frame * states + state] = step;
        }
      }
      next[state] = best + (logs[frame * LABEL_COUNT + (labels[state] ?? BLANK)] ?? Number.NEGATIVE_INFINITY);
    }
    scores = next;
  }
  let state = states - end;
  for (let other = state; other < states; other += 1) if ((scores[other] ?? 0) > (scores[state] ?? 0)) state = other;
  const found = new Map<number, number>();
  for (let frame = frames - 1; frame >= 0; frame -= 1) {
    found.set(state, frame);
    state -= steps[frame * states + state] ?? 0;
  }
  return [...digits].map((_, place) => found.get(stateOf(place)) ?? 0);
}
