// Chance with a seed: the same seed makes the same sounds.
import { seededRandom } from '../../packages/speech/dist/legibility/random.js';

/** Draws on one seeded source. */
export function chance(seed) {
  const source = seededRandom(seed);
  const between = (low, high) => low + (high - low) * source.uniform();
  const below = (count) => Math.floor(source.uniform() * count);
  return {
    between,
    below,
    normal: (deviation = 1) => source.gaussian() * deviation,
    happens: (share) => source.uniform() < share,
    one: (list) => list[below(list.length)],
    /** One of `[thing, weight]`. */
    weighted(pairs) {
      let left = source.uniform() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [thing, weight] of pairs) {
        left -= weight;
        if (left < 0) return thing;
      }
      return pairs.at(-1)[0];
    },
  };
}
