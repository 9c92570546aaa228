import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { G722Decoder } from '../../decode/g722-decoder.ts';
import { seededRandom } from '../../signal/random.ts';

const FULL_SCALE = 32_768;
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).error === undefined;

function byFfmpeg(coded: Uint8Array): number[] {
  const { stdout } = spawnSync('ffmpeg', ['-v', 'error', '-f', 'g722', '-i', 'pipe:0', '-f', 's16le', 'pipe:1'], { input: coded });
  return Array.from({ length: stdout.length / 2 }, (_, i) => stdout.readInt16LE(2 * i));
}

const random = seededRandom(722);
const noise = Uint8Array.from({ length: 20_000 }, () => Math.floor(256 * random.uniform()));
const speech = readFileSync(new URL('../../../seeds/raw.g722', import.meta.url));

describe.runIf(hasFfmpeg)('G.722', () => {
  it.each([
    { what: 'speech', coded: speech },
    { what: 'bytes drawn by chance, which drive every part to its bounds', coded: noise },
  ])('gives the samples that ffmpeg gives: $what', ({ coded }) => {
    const samples = [...new G722Decoder().decode(coded)].map((value) => value * FULL_SCALE);
    expect(samples).toEqual(byFfmpeg(coded));
  });

  it('is the same in one piece and in many', () => {
    const decoder = new G722Decoder();
    const pieces = [0, 700, 1500].map((from, i, all) => decoder.decode(speech.subarray(from, all[i + 1])));
    expect(pieces.flatMap((piece) => [...piece])).toEqual([...new G722Decoder().decode(speech)]);
  });
});
