import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitDecoder } from '../../recognise/moonshine/decoder-graphs.ts';
import { TINY } from '../../recognise/moonshine/variant.ts';
import { variantOf } from '../../recognise/moonshine/variant-of.ts';
import { holdsRecogniserContract } from '../../recognise/recogniser.contract.ts';
import type { Recogniser } from '../../recognise/recogniser.ts';
import { resample } from '../../signal/resample.ts';
import { durationOf, sliceOf, type Waveform } from '../../signal/waveform.ts';
import { MOONSHINE_TINY } from '../manifest.ts';
import { modelsFolder } from './models/cache-folder.ts';
import { modelFile, pullModels } from './models/models.ts';
import { createMoonshine } from './moonshine.ts';

const WAV_HEADER_BYTES = 44;
let recogniser: Recogniser;
let call: Waveform;

/** One of the sample recordings: mono 16-bit PCM with the plain header. */
async function sample(name: string): Promise<Waveform> {
  const bytes = await readFile(fileURLToPath(new URL(`../../../../../fixtures/recordings/${name}.wav`, import.meta.url)));
  const samples = Float32Array.from(
    { length: (bytes.length - WAV_HEADER_BYTES) / 2 },
    (_, i) => bytes.readInt16LE(WAV_HEADER_BYTES + 2 * i) / 32_768,
  );
  return { samples, sampleRate: bytes.readUInt32LE(24) };
}

beforeAll(async () => {
  await pullModels({ models: [MOONSHINE_TINY] });
  recogniser = await createMoonshine();
  call = await sample('alumnus');
});

afterAll(() => recogniser?.close());

describe('Moonshine', () => {
  holdsRecogniserContract(
    async () => recogniser,
    async () => sliceOf(call, 0, 12),
  );

  it('gives the times of the original recording, whatever silence lies before and whatever the rate', async () => {
    const part = sliceOf(call, 0, 8);
    const narrow = await resample(part, 8000);
    const late = { samples: Float32Array.from([...new Float32Array(5 * 8000), ...narrow.samples]), sampleRate: 8000 };
    const place = async (waveform: Waveform) => {
      const { words } = await recogniser.recognise(waveform);
      return words.find(({ text }) => text.startsWith('College'))?.start ?? Number.NaN;
    };
    expect(await place(late)).toBeCloseTo((await place(narrow)) + 5, 1);
  });

  it('understands a call at a hundredth of the level', async () => {
    const part = sliceOf(call, 0, 8);
    const quiet = { ...part, samples: part.samples.map((value) => value / 100) };
    expect((await recogniser.recognise(quiet)).text).toMatch(/College/);
  });

  it('runs through the whole of a long call', async () => {
    const { words } = await recogniser.recognise(call);
    expect(words.at(-1)?.end).toBeGreaterThan(durationOf(call) - 2);
  });

  it('reads no stretch in which the speech detector finds no speech', async () => {
    const stepSec = 0.032;
    const values = Array.from({ length: Math.ceil(durationOf(call) / stepSec) }, (_, i) => (i * stepSec < 10 ? 0.9 : 0.05));
    const { words } = await recogniser.recognise(call, { speechProbability: { startSec: stepSec / 2, stepSec, values } });
    expect(words.length).toBeGreaterThan(10);
    // A stretch is at most 14 s long.
    expect(words.at(-1)?.end).toBeLessThan(25);
  });

  it('gives a draft of the words without hearing its numbers again', async () => {
    const whole = await recogniser.recognise(call);
    const draft = await recogniser.recognise(call, { draft: true });
    expect(draft.words.length).toBeGreaterThan(50);
    expect(whole.numbers?.length).toBeGreaterThan(0);
    expect(draft.numbers).toBeUndefined();
  });

  it('tells the published decoder by its shape', async () => {
    const decoder = await readFile(await modelFile(MOONSHINE_TINY, 'decoder_model_merged.onnx', modelsFolder(process.env)));
    expect(variantOf(decoder)).toBe(TINY);
  });

  it('refuses a file that is no decoder', async () => {
    const encoder = await readFile(await modelFile(MOONSHINE_TINY, 'encoder_model.onnx', modelsFolder(process.env)));
    expect(() => splitDecoder(encoder, TINY)).toThrow(expect.objectContaining({ code: 'bad-model' }));
    expect(() => splitDecoder(new TextEncoder().encode('no model at all'), TINY)).toThrow(expect.objectContaining({ code: 'bad-model' }));
  });

  it('says how to get the model when it is not there', async () => {
    await expect(createMoonshine({ modelsDir: join(tmpdir(), 'ringback-no-such-folder') })).rejects.toMatchObject({ code: 'no-model' });
  });
});
