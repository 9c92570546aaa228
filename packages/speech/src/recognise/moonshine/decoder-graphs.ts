import { RingbackError } from '@ringback/core';
import { type OutputProjection, quantizedProjection } from './output-projection.ts';
import { bytesField, decode, encode, type Field, numberField, payloads, textField, texts } from './protobuf.ts';
import type { AttentionHead, MoonshineVariant } from './variant.ts';

// Field numbers of onnx.proto (ModelProto, GraphProto, NodeProto, AttributeProto, ValueInfoProto).
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 } as const;
const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, graph: 6, integer: 3, type: 20 } as const;
const VALUE_INFO = { name: 1, type: 2 } as const;
const INITIALIZER = { dims: 1, dataType: 2, int64Data: 7, name: 8 } as const;
const TYPE = { tensor: 1, elementType: 1 } as const;
const FLOAT = 1;
const INT64 = 7;
const INTEGER_ATTRIBUTE = 2;

/** Name of the output that carries the chosen heads' attention: [batch, heads, tokens, frames]. */
export const ATTENTION_OUTPUT = 'cross_attention';

/** The decoder as two graphs: one for the first token, one for every token after it. */
export interface DecoderGraphs {
  /** Takes the encoder's states; returns logits, attention and all keys and values. */
  first: Uint8Array;
  /** Takes keys and values; returns logits, attention and the decoder's own new keys and values only. */
  next: Uint8Array;
}

/**
 * Splits Moonshine's merged decoder (one `If` node with two branches) and exposes its cross-attention.
 * The branches already compute the attention; the published graph merely does not return it.
 * Throws "bad-model" when the file is not a decoder of this variant.
 */
export function splitDecoder(merged: Uint8Array, variant: MoonshineVariant): DecoderGraphs {
  const model = decodeOrRefuse(merged);
  const outer = decode(payloads(model, MODEL.graph)[0] ?? refuse());
  const branchNode = payloads(outer, GRAPH.node)
    .map(decode)
    .find((node) => texts(node, NODE.opType)[0] === 'If');
  const branches = new Map(
    payloads(branchNode ?? refuse(), NODE.attribute).map((bytes) => {
      const attribute = decode(bytes);
      return [texts(attribute, ATTRIBUTE.name)[0], payloads(attribute, ATTRIBUTE.graph)[0]];
    }),
  );
  const initializers = payloads(outer, GRAPH.initializer);
  const projection = quantizedProjection(payloads(decode(branches.get('then_branch') ?? refuse()), GRAPH.node), initializers);
  const build = (branch: string, outputs: readonly string[]) => {
    const graph = graphOf(outer, decode(branches.get(branch) ?? refuse()), outputs, variant, projection);
    return encode(model.map((field) => (field.number === MODEL.graph ? bytesField(MODEL.graph, graph) : field)));
  };
  const own = cacheNames(variant, 'present', ['decoder']);
  const all = cacheNames(variant, 'present', ['decoder', 'encoder']);
  return { first: build('else_branch', ['logits', ...all]), next: build('then_branch', ['logits', ...own]) };
}

/** Names of the key and value tensors, in a fixed order. */
export function cacheNames(
  variant: MoonshineVariant,
  prefix: 'present' | 'past_key_values',
  sides: readonly ('decoder' | 'encoder')[],
): string[] {
  return Array.from({ length: variant.layers }, (_, layer) =>
    sides.flatMap((side) => [`${prefix}.${layer}.${side}.key`, `${prefix}.${layer}.${side}.value`]),
  ).flat();
}

function graphOf(
  outer: Field[],
  branch: Field[],
  outputs: readonly string[],
  variant: MoonshineVariant,
  projection: OutputProjection | null,
): Uint8Array {
  const published = payloads(branch, GRAPH.node);
  const nodes = projection
    ? [...published.filter((node) => !projection.removed.has(texts(decode(node), NODE.output)[0] ?? '')), ...projection.nodes]
    : published;
  const used = new Set(nodes.flatMap((node) => texts(decode(node), NODE.input)));
  const made = new Set(nodes.flatMap((node) => texts(decode(node), NODE.output)));
  const attention = attentionNodes(variant.heads);
  for (const name of attention.reads) if (!made.has(name)) refuse();
  const infos = payloads(branch, GRAPH.output).filter((info) => outputs.includes(texts(decode(info), VALUE_INFO.name)[0] ?? ''));
  if (infos.length !== outputs.length) refuse();
  const kept = (number: number, nameField: number) =>
    payloads(outer, number)
      .filter((bytes) => used.has(texts(decode(bytes), nameField)[0] ?? ''))
      .map((bytes) => bytesField(number, bytes));
  return encode([
    ...nodes.map((node) => bytesField(GRAPH.node, node)),
    ...attention.nodes.map((node) => bytesField(GRAPH.node, node)),
    textField(GRAPH.name, 'moonshine-decoder'),
    ...payloads(branch, GRAPH.initializer).map((bytes) => bytesField(GRAPH.initializer, bytes)),
    ...kept(GRAPH.initializer, INITIALIZER.name),
    ...(projection?.initializers ?? []).map((bytes) => bytesField(GRAPH.initializer, bytes)),
    ...attention.initializers.map((bytes) => bytesField(GRAPH.initializer, bytes)),
    ...kept(GRAPH.input, VALUE_INFO.name),
    ...infos.map((info) => bytesField(GRAPH.output, info)),
    bytesField(GRAPH.output, valueInfo(ATTENTION_OUTPUT)),
  ]);
}

/** Gathers the chosen heads of each layer and joins them: a few rows leave the graph instead of every head of every layer. */
function attentionNodes(heads: readonly AttentionHead[]): { nodes: Uint8Array[]; initializers: Uint8Array[]; reads: string[] } {
  const layers = [...new Set(heads.map(({ layer }) => layer))];
  const reads = layers.map((layer) => `/model/decoder/layers.${layer}/encoder_attn/Softmax_output_0`);
  const picked = layers.map((layer) => `ringback/heads.${layer}`);
  const gathers = layers.map((_, i) => node('Gather', [reads[i] ?? '', `${picked[i]}.index`], picked[i] ?? ''));
  const initializers = layers.map((layer, i) =>
    int64Initializer(
      `${picked[i]}.index`,
      heads.filter((head) => head.layer === layer).map(({ head }) => head),
    ),
  );
  return { nodes: [...gathers, node('Concat', picked, ATTENTION_OUTPUT)], initializers, reads };
}

function node(opType: 'Gather' | 'Concat', inputs: readonly string[], output: string): Uint8Array {
  const axis = encode([
    textField(ATTRIBUTE.name, 'axis'),
    numberField(ATTRIBUTE.integer, 1),
    numberField(ATTRIBUTE.type, INTEGER_ATTRIBUTE),
  ]);
  return encode([
    ...inputs.map((input) => textField(NODE.input, input)),
    textField(NODE.output, output),
    textField(NODE.name, `${output}/${opType}`),
    textField(NODE.opType, opType),
    bytesField(NODE.attribute, axis),
  ]);
}

function int64Initializer(name: string, values: readonly number[]): Uint8Array {
  return encode([
    numberField(INITIALIZER.dims, values.length),
    numberField(INITIALIZER.dataType, INT64),
    ...values.map((value) => numberField(INITIALIZER.int64Data, value)),
    textField(INITIALIZER.name, name),
  ]);
}

function valueInfo(name: string): Uint8Array {
  const type = encode([bytesField(TYPE.tensor, encode([numberField(TYPE.elementType, FLOAT)]))]);
  return encode([textField(VALUE_INFO.name, name), bytesField(VALUE_INFO.type, type)]);
}

function decodeOrRefuse(bytes: Uint8Array): Field[] {
  try {
    return decode(bytes);
  } catch {
    return refuse();
  }
}

function refuse(): never {
  throw new RingbackError(
    'bad-model',
    'The speech model is not the Moonshine decoder it should be: run "ringback models pull" to fetch it again.',
  );
}
