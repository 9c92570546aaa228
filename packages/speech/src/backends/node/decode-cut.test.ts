import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecodedRecording } from '../../decode/decode.ts';
import { wavFile } from '../../decode/synthetic.fixture.ts';
import { voice } from '../../prosody/synthetic.fixture.ts';
import { seededRandom } from '../../signal/random.ts';
import { decodeRecording } from './decode.ts';

const SOURCE_SEC = 20;
const RATE = 16_000;
const CUTS = 10;
/** Seconds by which what is read may end before or behind the cut: the promise of the product. */
const NEAR_SEC = 0.5;

interface Recipe {
  file: string;
  /** Arguments of ffmpeg after its input. */
  made: string;
  /** Bytes a second, where no header gives ffprobe the places of the packets. */
  bytesPerSec?: number;
  /** Bytes of a frame, where a cut between two of them cannot be seen. */
  frameBytes?: number;
  /** What is told of the length of the whole: about how long, that nothing tells, or no cut at all, since the bytes do not show it. */
  told: 'about' | 'unknown' | 'nothing';
  /** Cut places, of ten, at which something is read; the rest lies in a header. */
  read?: number;
}

const recipes: Recipe[] = [
  { file: 'pcm.wav', made: '-c:a pcm_s16le', told: 'about' },
  { file: 'mulaw.wav', made: '-ar 8000 -c:a pcm_mulaw', told: 'about' },
  { file: 'ima.wav', made: '-c:a adpcm_ima_wav', told: 'about' },
  { file: 'gsm.wav', made: '-ar 8000 -c:a libgsm_ms', told: 'about' },
  { file: 'a.aiff', made: '-c:a pcm_s16be', told: 'about' },
  { file: 'a.caf', made: '-c:a pcm_s16le', told: 'about' },
  { file: 'a.au', made: '-c:a pcm_mulaw', told: 'about' },
  { file: 'vbr.mp3', made: '-c:a libmp3lame -q:a 5', told: 'about' },
  { file: 'cbr.mp3', made: '-c:a libmp3lame -b:a 32k -write_xing 0', told: 'unknown' },
  { file: 'a.flac', made: '-c:a flac', told: 'about' },
  { file: 'a.oga', made: '-c:a flac', told: 'unknown' },
  { file: 'a.ogg', made: '-c:a libvorbis', told: 'unknown' },
  { file: 'a.opus', made: '-c:a libopus -b:a 24k', told: 'unknown' },
  { file: 'a.webm', made: '-c:a libopus -b:a 24k', told: 'about' },
  { file: 'live.webm', made: '-c:a libopus -b:a 24k -live 1', told: 'unknown' },
  { file: 'opus.mp4', made: '-c:a libopus -movflags faststart', told: 'about' },
  { file: 'front.m4a', made: '-c:a aac -movflags faststart', told: 'about' },
  { file: 'fragments.m4a', made: '-c:a aac -movflags empty_moov -frag_duration 400000', told: 'unknown' },
  { file: 'behind.m4a', made: '-c:a aac', told: 'about', read: 0 },
  { file: 'a.aac', made: '-c:a aac', told: 'unknown' },
  { file: 'a.wma', made: '-c:a wmav2', told: 'about' },
  { file: 'a.amr', made: '-ar 8000 -c:a libopencore_amrnb', told: 'unknown' },
  { file: 'a.gsm', made: '-ar 8000 -c:a libgsm', told: 'unknown', bytesPerSec: 1650, frameBytes: 33 },
  { file: 'a.g722', made: '-c:a g722', told: 'nothing', bytesPerSec: 8000 },
  { file: 'a.ulaw', made: '-ar 8000 -c:a pcm_mulaw -f mulaw', told: 'nothing', bytesPerSec: 8000 },
  { file: 'a.al', made: '-ar 8000 -c:a pcm_alaw -f alaw', told: 'nothing', bytesPerSec: 8000 },
  { file: 'a.sln16', made: '-c:a pcm_s16le -f s16le', told: 'nothing', bytesPerSec: 32_000 },
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-cut-'));
  // The same every second, so that bytes are spread evenly over the time within a page.
  const source = voice({ seconds: SOURCE_SEC, sampleRate: RATE, pitch: (t) => 110 + 20 * (t % 1), noise: 0.01 });
  writeFileSync(join(folder, 'source.wav'), wavFile({ samples: source.samples, sampleRate: RATE, coding: 's16le' }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasEncoder = (name: string): boolean =>
  spawnSync('ffmpeg', ['-v', 'error', '-h', `encoder=${name}`]).stdout?.includes('Encoder') ?? false;
const canMake = ({ made }: Recipe): boolean => hasEncoder(/-c:a (\S+)/.exec(made)?.[1] ?? '');

function make({ file, made }: Recipe): Buffer {
  const to = join(folder, file);
  const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', '-i', join(folder, 'source.wav'), ...made.split(' '), to]);
  if (status !== 0) throw new Error(`could not make ${file}: ${stderr}`);
  return readFileSync(to);
}

/** Seconds of sound before the byte `at`, by the places of the packets that ffprobe tells. */
function timeAt(recipe: Recipe, length: number): (at: number) => number {
  const { bytesPerSec } = recipe;
  if (bytesPerSec !== undefined) return (at) => at / bytesPerSec;
  const asked = ['-v', 'error', '-show_entries', 'packet=pos,pts_time', '-of', 'csv=p=0', join(folder, recipe.file)];
  const places = spawnSync('ffprobe', asked)
    .stdout.toString()
    .split('\n')
    .map((line) => line.split(','))
    .map(([sec, at]) => ({ sec: Number(sec), at: Number(at) }))
    .filter(({ sec, at }, i, all) => at > 0 && Number.isFinite(sec) && all[i - 1]?.at !== at);
  const ends = [...places, { at: length, sec: SOURCE_SEC }];
  return (at) => {
    const next = ends.findIndex((place) => place.at > at);
    const [from, to] = [ends[next - 1], ends[next]];
    if (from === undefined || to === undefined) return 0;
    return Math.max(0, from.sec + ((at - from.at) / (to.at - from.at)) * (to.sec - from.sec));
  };
}

/** What became of a file: its recording, or the sentence that refuses it. */
async function read(bytes: Uint8Array, name: string): Promise<DecodedRecording['recording'] | string> {
  try {
    return (await decodeRecording(bytes, { name })).recording;
  } catch (error) {
    expect(error).toMatchObject({ name: 'RingbackError', kind: 'input', message: expect.stringMatching(/^The [^\n]+\.$/) });
    return (error as Error).message;
  }
}

const TOLD = {
  about: /^The file ends early: [\d.]+ s of about (?:19|20|21) s could be read\.$/,
  unknown: /^The file ends early: [\d.]+ s could be read; nothing tells how long the whole was\.$/,
};

describe('a file cut off at ten places', () => {
  it.each(recipes.filter(canMake))('$file is read up to the cut, and says how much', async (recipe) => {
    const whole = make(recipe);
    const secondsBefore = timeAt(recipe, whole.length);
    const random = seededRandom(14_03);
    let count = 0;
    for (let i = 0; i < CUTS; i += 1) {
      const cut = Math.floor(whole.length * (0.05 + 0.93 * random.uniform()));
      const recording = await read(whole.subarray(0, cut), recipe.file);
      if (typeof recording === 'string') continue;
      count += 1;
      const expected = secondsBefore(cut);
      expect(Math.abs(recording.durationSec - expected), `cut at ${cut}: ${recording.durationSec} of ${expected}`).toBeLessThan(NEAR_SEC);
      const early = recording.warnings.filter((line) => line.startsWith('The file ends early'));
      if (recipe.told === 'nothing' || cut % (recipe.frameBytes ?? cut + 1) === 0) continue;
      expect(early, `cut at ${cut}`).toEqual([expect.stringMatching(TOLD[recipe.told])]);
      expect(early[0]).toContain(`early: ${recording.durationSec.toFixed(1)} s`);
    }
    expect(count).toBe(recipe.read ?? CUTS);
  });

  it.runIf(canMake({ file: '', made: '-c:a aac', told: 'about' }))('an M4A without its table of contents says so', async () => {
    const whole = make({ file: 'table.m4a', made: '-c:a aac', told: 'about' });
    expect(await read(whole.subarray(0, whole.length / 2), 'table.m4a')).toMatch(/cut off before its table of contents/);
  });
});
