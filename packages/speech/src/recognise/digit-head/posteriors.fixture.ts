import { BLANK, DOUBLE, LABEL_COUNT, labelOf, OTHER, TRIPLE } from './labels.ts';
import type { Posteriors } from './posteriors.ts';

/** Frames of each piece: its label, then blanks. */
const PIECE = { label: 1, blank: 7 } as const;
const REST = 1e-4;

/**
 * What a head would hear of pieces in a row: "4" a digit, "d" and "t" double and triple, "x" other speech, "_" nothing; "5/9:0.6" two
 * labels of which the first has this probability. A digit begins two frames before its label.
 */
export function posteriorsOf(said: string): Posteriors {
  const pieces = said.split(' ');
  const length = PIECE.label + PIECE.blank;
  const frames = pieces.length * length;
  const logs = new Float32Array(frames * LABEL_COUNT).fill(Math.log(REST));
  const onset = new Float32Array(frames).fill(0.01);
  for (let frame = 0; frame < frames; frame += 1) logs[frame * LABEL_COUNT + BLANK] = Math.log(0.99);
  for (const [i, piece] of pieces.entries()) {
    if (piece === '_') continue;
    const [, first = '', second, share = '0.99'] = /^(\w)(?:\/(\w):([\d.]+))?$/.exec(piece) ?? [];
    const from = i * length + 3;
    onset[from - 2] = 0.9;
    for (let frame = from; frame < from + PIECE.label; frame += 1) {
      logs[frame * LABEL_COUNT + BLANK] = Math.log(REST);
      logs[frame * LABEL_COUNT + labelNamed(first)] = Math.log(Number(share));
      if (second !== undefined) logs[frame * LABEL_COUNT + labelNamed(second)] = Math.log(1 - Number(share));
    }
  }
  return { frames, logs, onset };
}

function labelNamed(name: string): number {
  if (name === 'x') return OTHER;
  if (name === 'd') return DOUBLE;
  return name === 't' ? TRIPLE : labelOf(Number(name));
}
