import { expect, it } from 'vitest';
import { rowStepper } from './rows.ts';
import type { InferenceRuntime, InferenceSession, Tensor } from './session.ts';
import { floats, present } from './tensors.ts';
import type { MoonshineVariant } from './variant.ts';

const TAKES = 3;
const WIDTH = 2;
const variant: MoonshineVariant = { id: 'tiny', layers: 1, headCount: 1, headSize: WIDTH, heads: [] };
const runtime: InferenceRuntime = {
  open: () => Promise.reject(new Error('nothing is loaded here')),
  float32: (data, dims) => ({ type: 'float32', data, dims }),
  int64: (data, dims) => ({ type: 'int64', data, dims }),
};

/** A row of what these numbers say each. */
const rowsOf = (values: readonly number[]): Tensor =>
  runtime.float32(Float32Array.from(values.flatMap((value) => [value, value + 0.5])), [values.length, WIDTH]);
const firstOfRows = (tensor: Tensor | undefined): number[] => [...floats(tensor)].filter((_, i) => i % WIDTH === 0);

/** A graph that keeps the tokens of each row in its own keys, and notes what it is fed. */
function graph(fed: { own: number[]; ofSound: number[] }[]): InferenceSession {
  return {
    async run(feeds, fetches) {
      const tokens = [...(present(feeds.input_ids).data as BigInt64Array)].map(Number);
      const before = firstOfRows(feeds['past_key_values.0.decoder.key']);
      const own = before.length > 0 ? before : tokens.map(() => 0);
      fed.push({ own, ofSound: firstOfRows(feeds['past_key_values.0.encoder.value']) });
      const kept = rowsOf(own.map((earlier, row) => earlier * 10 + (tokens[row] ?? 0)));
      return Object.fromEntries(fetches.map((name) => [name, name === 'logits' ? rowsOf(tokens) : kept] as const));
    },
    release: async () => {},
  };
}

it('each row goes on from its parent and hears its own take, however many rows come and go', async () => {
  const fed: { own: number[]; ofSound: number[] }[] = [];
  const sound = rowsOf([0, 1, 2]);
  const ofSound = Promise.resolve({ 'past_key_values.0.encoder.key': sound, 'past_key_values.0.encoder.value': sound });
  const step = rowStepper(runtime, graph(fed), ofSound, TAKES, variant);
  await step([1, 1, 1], [0, 1, 2]);
  const threeOf = (...tokens: number[]): number[] => tokens.flatMap((token) => [token, token, token]);
  const from = (...parents: number[]): number[] => parents.flatMap((parent) => [0, 1, 2].map((take) => parent * TAKES + take));
  await step(threeOf(2, 3, 4), from(0, 0, 0));
  await step(threeOf(5, 6), from(2, 0));
  await step(threeOf(7, 8, 9), from(1, 1, 0));
  await step(threeOf(1, 2, 3, 4), from(0, 1, 2, 2));
  const scores = await step(threeOf(5), from(3));
  expect(fed.map(({ own }) => own)).toEqual([
    threeOf(0),
    threeOf(1, 1, 1),
    threeOf(14, 12),
    threeOf(126, 126, 145),
    threeOf(1267, 1268, 1459, 1459),
    threeOf(14594),
  ]);
  for (const { own, ofSound } of fed) expect(ofSound).toEqual(own.map((_, row) => row % TAKES));
  expect(scores.map((row) => row[0])).toEqual([5, 5, 5]);
});
