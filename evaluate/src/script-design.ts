import { derivedSeed, seededRandom } from '@ringback/speech';

/** How many of each there are. */
export interface Levels {
  voices: number;
  lines: number;
  noises: number;
  texts: number;
}

/** Which voice says which text, over which line and in which noise: indices. */
export interface Cell {
  block: number;
  voice: number;
  line: number;
  noise: number;
  text: number;
}

/** Any fixed number: the same takes in every run. */
const SEED = 14;

/**
 * Blocks of `size` takes, one block for each kind of difference. Within a block every voice is heard as often as any other, and so is every
 * line, and each voice goes over as many lines and through as many noises as there are takes of it: no kind falls on one voice, no voice on
 * one line. Which of them says which text is drawn by a seed.
 */
export function crossed(blocks: number, size: number, { voices, lines, noises, texts }: Levels): Cell[] {
  return Array.from({ length: blocks }, (_, block) => {
    const drawn = drawnTexts(size, texts, derivedSeed(SEED, block));
    return drawn.map((text, i): Cell => {
      const voice = i % voices;
      const turn = Math.floor(i / voices) + block;
      return { block, voice, line: (turn + voice) % lines, noise: (turn + 2 * voice) % noises, text };
    });
  }).flat();
}

/** Texts in an order by the seed, each once before any comes again. */
function drawnTexts(count: number, texts: number, seed: number): number[] {
  const random = seededRandom(seed);
  const drawn: number[] = [];
  let left: number[] = [];
  while (drawn.length < count) {
    if (left.length === 0) left = Array.from({ length: texts }, (_, i) => i);
    drawn.push(...left.splice(Math.floor(random.uniform() * left.length), 1));
  }
  return drawn;
}
