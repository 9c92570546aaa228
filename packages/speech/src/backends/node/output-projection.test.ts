import { describe, expect, it } from 'vitest';
import { noiseSource } from '../../prosody/synthetic.fixture.ts';
import { FLOAT, onnxAttribute, onnxModel, onnxNode, onnxTensor, onnxValue, UINT8 } from '../../recognise/moonshine/onnx.fixture.ts';
import { quantizedProjection } from '../../recognise/moonshine/output-projection.ts';
import { decode, texts } from '../../recognise/moonshine/protobuf.ts';
import { floats } from '../../recognise/moonshine/tensors.ts';
import { onnxRuntime } from './onnx-runtime.ts';

const WORDS = 50;
const WIDTH = 24;
const ROWS = 3;
const SCALE = 0.02;
const BYTE_STEPS = 255;

const random = noiseSource(17);
const table = Uint8Array.from({ length: WORDS * WIDTH }, () => Math.floor(128 + 127 * random()));
const hidden = Float32Array.from({ length: ROWS * WIDTH }, () => 3 * random());

/** The last nodes of the published decoder: the table transposed, made floats, multiplied with. */
const published = [
  onnxNode('Transpose', ['table'], ['turned'], [onnxAttribute('perm', [1, 0])]),
  onnxNode('DequantizeLinear', ['turned', 'scale', 'zero'], ['weights']),
  onnxNode('MatMul', ['hidden', 'weights'], ['logits']),
];
const initializersWith = (zero: number): Uint8Array[] => [
  onnxTensor('table', UINT8, [WORDS, WIDTH], table),
  onnxTensor('scale', FLOAT, [], Float32Array.of(SCALE)),
  onnxTensor('zero', UINT8, [], Uint8Array.of(zero)),
];

async function logitsOf(nodes: readonly Uint8Array[], initializers: readonly Uint8Array[]): Promise<Float32Array> {
  const runtime = onnxRuntime();
  const inputs = [onnxValue('hidden', FLOAT, [1, 'rows', WIDTH])];
  const session = await runtime.open(onnxModel({ nodes, initializers, inputs, outputs: [onnxValue('logits', FLOAT, [1, 'rows', WORDS])] }));
  try {
    return floats((await session.run({ hidden: runtime.float32(hidden, [1, ROWS, WIDTH]) }, ['logits'])).logits);
  } finally {
    await session.release();
  }
}

describe('quantizedProjection', () => {
  it.each([128, 3, 255, 140])('multiplies as the published nodes do, the zero at %i', async (zero) => {
    const initializers = initializersWith(zero);
    const projection = quantizedProjection(published, initializers);
    if (projection === null) throw new Error('a projection was expected');
    const kept = published.filter((node) => !projection.removed.has(texts(decode(node), 2)[0] ?? ''));
    expect(kept).toEqual([]);
    const before = await logitsOf(published, initializers);
    const after = await logitsOf([...kept, ...projection.nodes], [...initializers.slice(1), ...projection.initializers]);
    expect(after.length).toBe(before.length);
    // The vector is rounded to 256 steps: each of its values may be off by one of them, times the weight it meets.
    const step = (Math.max(...hidden) - Math.min(...hidden)) / BYTE_STEPS;
    for (let row = 0; row < ROWS; row += 1) {
      for (let word = 0; word < WORDS; word += 1) {
        const own = table.subarray(word * WIDTH, (word + 1) * WIDTH);
        const most = own.reduce((sum, weight) => sum + Math.abs(weight - zero) * SCALE * step, 0);
        expect(Math.abs((after[row * WORDS + word] ?? 0) - (before[row * WORDS + word] ?? 0))).toBeLessThan(most);
      }
    }
    const power = before.reduce((sum, value) => sum + value * value, 0);
    const off = before.reduce((sum, value, i) => sum + (value - (after[i] ?? 0)) ** 2, 0);
    expect(off / power).toBeLessThan(1e-4);
  });

  it('leaves another way of computing the logits alone', () => {
    const initializers = initializersWith(128);
    const gemm = [...published.slice(0, 2), onnxNode('Gemm', ['hidden', 'weights'], ['logits'])];
    expect(quantizedProjection(gemm, initializers)).toBeNull();
    expect(quantizedProjection(published.slice(1), initializers)).toBeNull();
    expect(quantizedProjection(published, initializers.slice(0, 2))).toBeNull();
    const floatTable = onnxTensor('table', FLOAT, [WORDS, WIDTH], new Float32Array(WORDS * WIDTH));
    expect(quantizedProjection(published, [floatTable, ...initializers.slice(1)])).toBeNull();
  });
});
