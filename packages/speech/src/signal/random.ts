/** A source of numbers that look random and are the same for the same seed. */
export interface Random {
  /** Even in 0 (included) to 1 (excluded). */
  uniform(): number;
  /** Normal, mean 0, standard deviation 1. */
  gaussian(): number;
  /** Nearly normal (four bytes of one draw added up), mean 0, standard deviation 1, at a tenth of the cost: for noise that is filtered. */
  nearlyGaussian(): number;
}

/** Mean and standard deviation of the sum of four even bytes. */
const FOUR_BYTES = { mean: 4 * 127.5, deviation: Math.sqrt((4 * (256 ** 2 - 1)) / 12) } as const;

/** Seeds a generator (mulberry32 with the Box-Muller transform): 2^32 long, ample for a minute of noise. Not for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  let spare: number | null = null;
  const draw = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return mixed ^ (mixed >>> 14);
  };
  const uniform = () => (draw() >>> 0) / 2 ** 32;
  const nearlyGaussian = () => {
    const bits = draw();
    return ((bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24) - FOUR_BYTES.mean) / FOUR_BYTES.deviation;
  };
  const gaussian = () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, gaussian, nearlyGaussian };
}

/** A seed of its own for each of several things drawn from one seed, so that adding a draw to one does not change another. */
export function derivedSeed(seed: number, ...parts: readonly number[]): number {
  let hash = (seed ^ 0x9e3779b9) >>> 0;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part + 0x7f4a7c15), 0x85ebca6b) >>> 0;
    hash = (hash ^ (hash >>> 13)) >>> 0;
  }
  return hash;
}
