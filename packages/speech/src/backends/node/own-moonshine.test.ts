import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onnxGraph, onnxModel } from '../../recognise/moonshine/onnx.fixture.ts';
import { bytesField, encode } from '../../recognise/moonshine/protobuf.ts';
import { syntheticDecoder, syntheticEncoder } from '../../recognise/moonshine/synthetic-model.fixture.ts';
import { BASE, type MoonshineVariant, TINY } from '../../recognise/moonshine/variant.ts';
import { decoderShape, variantOf } from '../../recognise/moonshine/variant-of.ts';
import { llamaVocabulary } from '../../recognise/moonshine/vocabulary.ts';
import { createMoonshine } from './moonshine.ts';

const RATE = 16_000;
let folder = '';
let five = 0;

const put = async (shape: Pick<MoonshineVariant, 'layers' | 'headCount' | 'headSize'>): Promise<void> => {
  await writeFile(join(folder, 'encoder_model.onnx'), syntheticEncoder());
  await writeFile(join(folder, 'decoder_model_merged.onnx'), syntheticDecoder(shape, five));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-test-'));
  five = (await llamaVocabulary()).find(' five');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a Moonshine from a folder', () => {
  it('runs a decoder of the shape of Base: 8 layers, heads of 52, with a time for every word', async () => {
    await put(BASE);
    const recogniser = await createMoonshine({ folder, hearNumbersAgain: false });
    try {
      expect(recogniser.capabilities).toMatchObject({ id: 'moonshine-base', remote: false, wordTimes: true });
      const samples = Float32Array.from({ length: 3 * RATE }, (_, i) => (i % 4000 < 2800 ? 0.2 * Math.sin(i * 0.3) : 0));
      const { text, words } = await recogniser.recognise({ samples, sampleRate: RATE });
      expect(text).toMatch(/^five( five)+$/);
      for (const [i, { start, end }] of words.entries()) {
        expect(start).toBeGreaterThan(words[i - 1]?.start ?? -1);
        expect(end).toBeLessThanOrEqual(3);
      }
    } finally {
      await recogniser.close();
    }
  });

  it('refuses a decoder of another shape and says which it takes', async () => {
    await put({ layers: 12, headCount: 16, headSize: 64 });
    await expect(createMoonshine({ folder })).rejects.toMatchObject({
      code: 'bad-model',
      message: expect.stringMatching(/has 12 layers of 16 heads, 64 wide: it takes Moonshine Tiny .* or Base .*\.$/),
    });
  });

  it('says what is missing where the folder does not hold the two files', async () => {
    await expect(createMoonshine({ folder: join(folder, 'nothing') })).rejects.toMatchObject({
      code: 'no-model',
      message: expect.stringContaining('encoder_model.onnx and decoder_model_merged.onnx'),
    });
  });
});

describe('variantOf', () => {
  it.each([TINY, BASE])('tells $id by its shape', (variant) => {
    const decoder = syntheticDecoder(variant, 5);
    expect(decoderShape(decoder)).toEqual({ layers: variant.layers, headCount: variant.headCount, headSize: variant.headSize });
    expect(variantOf(decoder)).toBe(variant);
  });

  it.each([
    { name: 'text', bytes: new TextEncoder().encode('no model at all') },
    { name: 'nothing', bytes: new Uint8Array() },
    { name: 'an encoder', bytes: syntheticEncoder() },
    { name: 'a graph without inputs', bytes: onnxModel({ nodes: [], outputs: [] }) },
    { name: 'a graph cut short', bytes: encode([bytesField(7, encode(onnxGraph({ nodes: [], outputs: [] })).subarray(0, 4))]) },
  ])('refuses $name', ({ bytes }) => {
    expect(() => variantOf(bytes)).toThrow(
      expect.objectContaining({ code: 'bad-model', message: expect.stringContaining('is no Moonshine') }),
    );
  });
});

describe('the heads of Base', () => {
  it('are all of the upper half of its layers, in the order of the layers', () => {
    expect(BASE.heads).toHaveLength(32);
    expect(new Set(BASE.heads.map(({ layer, head }) => `${layer} ${head}`)).size).toBe(32);
    expect(BASE.heads.map(({ layer }) => layer)).toEqual(BASE.heads.map(({ layer }) => layer).sort((a, b) => a - b));
    expect(BASE.heads.every(({ layer, head }) => layer >= 4 && layer < BASE.layers && head < BASE.headCount)).toBe(true);
  });
});
