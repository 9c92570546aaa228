import { cacheNames } from './decoder-graphs.ts';
import { BOOL, FLOAT, INT64, onnxAttribute, onnxGraph, onnxModel, onnxNode, onnxTensor, onnxValue } from './onnx.fixture.ts';
import { FRAME_SAMPLES, type MoonshineVariant } from './variant.ts';

const VOCABULARY = 32_768;
const ENCODER_WIDTH = 4;

const sizes = (name: string, ...values: number[]): Uint8Array =>
  onnxTensor(name, INT64, [values.length], BigInt64Array.from(values, BigInt));

/** An encoder without weights: as many frames as a real one gives, all zero. */
export function syntheticEncoder(): Uint8Array {
  return onnxModel({
    nodes: [
      onnxNode('Shape', ['input_values'], ['shape']),
      onnxNode('Div', ['shape', 'steps'], ['frames']),
      onnxNode('Concat', ['frames', 'width'], ['dims'], [onnxAttribute('axis', 0)]),
      onnxNode('ConstantOfShape', ['dims'], ['last_hidden_state']),
    ],
    initializers: [sizes('steps', 1, FRAME_SAMPLES), sizes('width', ENCODER_WIDTH)],
    inputs: [onnxValue('input_values', FLOAT, ['batch', 'samples'])],
    outputs: [onnxValue('last_hidden_state', FLOAT, ['batch', 'frames', ENCODER_WIDTH])],
  });
}

/** A merged decoder of this shape without weights: it always says `token`, and attends to nothing. */
export function syntheticDecoder(
  { layers, headCount, headSize }: Pick<MoonshineVariant, 'layers' | 'headCount' | 'headSize'>,
  token: number,
): Uint8Array {
  const variant: MoonshineVariant = { id: 'base', layers, headCount, headSize, heads: [] };
  const key = ['batch', headCount, 'length', headSize];
  const presents = cacheNames(variant, 'present', ['decoder', 'encoder']);
  const outputs = [onnxValue('logits', FLOAT, ['batch', 'tokens', VOCABULARY]), ...presents.map((name) => onnxValue(name, FLOAT, key))];
  const branch = (name: string, cached: boolean) =>
    onnxAttribute(name, { graph: onnxGraph({ nodes: branchNodes(variant, cached), outputs }) });
  return onnxModel({
    nodes: [onnxNode('If', ['use_cache_branch'], ['logits', ...presents], [branch('then_branch', true), branch('else_branch', false)])],
    initializers: [
      sizes('at0', 0),
      sizes('at1', 1),
      sizes('at2', 2),
      sizes('heads', headCount),
      sizes('size', headSize),
      sizes('words', VOCABULARY),
      onnxTensor(
        'scores',
        FLOAT,
        [VOCABULARY],
        Float32Array.from({ length: VOCABULARY }, (_, i) => (i === token ? 9 : 0)),
      ),
    ],
    inputs: [
      onnxValue('input_ids', INT64, ['batch', 'tokens']),
      onnxValue('encoder_hidden_states', FLOAT, ['batch', 'frames', ENCODER_WIDTH]),
      ...cacheNames(variant, 'past_key_values', ['decoder', 'encoder']).map((name) => onnxValue(name, FLOAT, key)),
      onnxValue('use_cache_branch', BOOL, [1]),
    ],
    outputs,
  });
}

function branchNodes({ layers }: MoonshineVariant, cached: boolean): Uint8Array[] {
  const p = cached ? 'next' : 'first';
  const join = (parts: readonly string[], output: string) => onnxNode('Concat', parts, [output], [onnxAttribute('axis', 0)]);
  const nodes = [
    onnxNode('Shape', ['input_ids'], [`${p}.ids`]),
    onnxNode('Gather', [`${p}.ids`, 'at1'], [`${p}.tokens`]),
    onnxNode('Shape', [cached ? 'past_key_values.0.encoder.key' : 'encoder_hidden_states'], [`${p}.sound`]),
    onnxNode('Gather', [`${p}.sound`, 'at0'], [`${p}.batch`]),
    onnxNode('Gather', [`${p}.sound`, cached ? 'at2' : 'at1'], [`${p}.frames`]),
    join([`${p}.batch`, 'heads', `${p}.tokens`, `${p}.frames`], `${p}.attention_dims`),
    join([`${p}.batch`, 'heads', `${p}.tokens`, 'size'], `${p}.key_dims`),
    join([`${p}.batch`, 'heads', `${p}.frames`, 'size'], `${p}.sound_dims`),
    join([`${p}.batch`, `${p}.tokens`, 'words'], `${p}.logit_dims`),
    onnxNode('Expand', ['scores', `${p}.logit_dims`], ['logits']),
  ];
  for (let layer = 0; layer < layers; layer += 1) {
    nodes.push(onnxNode('ConstantOfShape', [`${p}.attention_dims`], [`/model/decoder/layers.${layer}/encoder_attn/Softmax_output_0`]));
    for (const part of ['key', 'value']) {
      const [own, sound] = [`${layer}.decoder.${part}`, `${layer}.encoder.${part}`];
      if (cached) {
        nodes.push(onnxNode('ConstantOfShape', [`${p}.key_dims`], [`${p}.new.${own}`]));
        nodes.push(onnxNode('Concat', [`past_key_values.${own}`, `${p}.new.${own}`], [`present.${own}`], [onnxAttribute('axis', 2)]));
        nodes.push(onnxNode('Identity', [`past_key_values.${sound}`], [`present.${sound}`]));
      } else {
        nodes.push(onnxNode('ConstantOfShape', [`${p}.key_dims`], [`present.${own}`]));
        nodes.push(onnxNode('ConstantOfShape', [`${p}.sound_dims`], [`present.${sound}`]));
      }
    }
  }
  return nodes;
}
