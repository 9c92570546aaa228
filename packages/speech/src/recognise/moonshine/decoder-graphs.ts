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

/** The decoder as two graphs: what it makes of the sound, once, and of each token. */
export interface DecoderGraphs {
  /** Takes the encoder's states; returns the keys and values of the sound for every layer. */
  keys: Uint8Array;
  /**
   * Takes one token or more, the keys and values of the sound and those of the tokens before, of which there may be none; returns logits,
   * attention and the keys and values of all tokens so far.
   */
  tokens: Uint8Array;
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
  const branch = (name: string) => decode(branches.get(name) ?? refuse());
  const build = (graph: Uint8Array) =>
    encode(model.map((field) => (field.number === MODEL.graph ? bytesField(MODEL.graph, graph) : field)));
  const [first, next] = [branch('else_branch'), branch('then_branch')];
  const projection = quantizedProjection(payloads(next, GRAPH.node), initializers);
  const attention = attentionNodes(variant.heads);
  return {
    // As many rows as the states have, as long as they are.
    keys: build(
      graphOf(outer, first, cacheNames(variant, 'present', ['encoder']), { heads: [0, -1, variant.headCount, variant.headSize] }),
    ),
    tokens: build(graphOf(outer, next, ['logits', ...cacheNames(variant, 'present', ['decoder'])], { projection, attention })),
  };
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

/** What a graph has that its branch has not. */
interface Additions {
  projection?: OutputProjection | null;
  attention?: AttentionOutput;
  /** Shape by which the keys of the sound are parted into heads. */
  heads?: readonly number[];
}

/** A branch as a graph of its own: the nodes that its outputs need and no other. */
function graphOf(outer: Field[], branch: Field[], outputs: readonly string[], { projection, attention, heads }: Additions): Uint8Array {
  const published = heads ? partedByShape(payloads(branch, GRAPH.node), outputs) : payloads(branch, GRAPH.node);
  const kept = projection ? published.filter((node) => !projection.removed.has(texts(decode(node), NODE.output)[0] ?? '')) : published;
  const wanted = attention ? [...outputs, ATTENTION_OUTPUT] : outputs;
  const nodes = neededFor(wanted, [...kept, ...(projection?.nodes ?? []), ...(attention?.nodes ?? [])]);
  const used = new Set(nodes.flatMap((node) => texts(decode(node), NODE.input)));
  const made = new Set(nodes.flatMap((node) => texts(decode(node), NODE.output)));
  if (heads && used.has(TOKENS)) refuse();
  for (const name of attention?.reads ?? []) if (!made.has(name)) refuse();
  const infos = payloads(branch, GRAPH.output).filter((info) => outputs.includes(texts(decode(info), VALUE_INFO.name)[0] ?? ''));
  if (infos.length !== outputs.length) refuse();
  const usedOf = (from: Field[], number: number, nameField: number) =>
    payloads(from, number)
      .filter((bytes) => used.has(texts(decode(bytes), nameField)[0] ?? ''))
      .map((bytes) => bytesField(number, bytes));
  return encode([
    ...nodes.map((node) => bytesField(GRAPH.node, node)),
    textField(GRAPH.name, 'moonshine-decoder'),
    ...usedOf(branch, GRAPH.initializer, INITIALIZER.name),
    ...usedOf(outer, GRAPH.initializer, INITIALIZER.name),
    ...[...(projection?.initializers ?? []), ...(attention?.initializers ?? []), ...(heads ? [int64Initializer(HEADS, heads)] : [])].map(
      (bytes) => bytesField(GRAPH.initializer, bytes),
    ),
    ...usedOf(outer, GRAPH.input, VALUE_INFO.name),
    ...infos.map((info) => bytesField(GRAPH.output, info)),
    ...(attention ? [bytesField(GRAPH.output, valueInfo(ATTENTION_OUTPUT))] : []),
  ]);
}

/** The nodes, in their order, that lead to these outputs. */
function neededFor(outputs: readonly string[], nodes: readonly Uint8Array[]): Uint8Array[] {
  const wanted = new Set(outputs);
  const needed: Uint8Array[] = [];
  // A graph has its nodes in the order in which they are worked out.
  for (const bytes of nodes.toReversed()) {
    const node = decode(bytes);
    if (!texts(node, NODE.output).some((name) => wanted.has(name))) continue;
    for (const name of texts(node, NODE.input)) wanted.add(name);
    needed.unshift(bytes);
  }
  return needed;
}

const TOKENS = 'input_ids';
const HEADS = 'ringback/heads_of_sound';

/**
 * The branch parts the keys of the sound into heads by a shape whose batch size it takes from the tokens; with a shape of our own it needs
 * no tokens for them.
 */
function partedByShape(nodes: readonly Uint8Array[], outputs: readonly string[]): Uint8Array[] {
  const turned = nodes.map(decode).filter((node) => outputs.includes(texts(node, NODE.output)[0] ?? ''));
  const parted = new Set(turned.map((node) => texts(node, NODE.input)[0] ?? ''));
  return nodes.map((bytes) => {
    const fields = decode(bytes);
    if (texts(fields, NODE.opType)[0] !== 'Reshape' || !parted.has(texts(fields, NODE.output)[0] ?? '')) return bytes;
    const [sound = ''] = texts(fields, NODE.input);
    return encode([...fields.filter(({ number }) => number !== NODE.input), textField(NODE.input, sound), textField(NODE.input, HEADS)]);
  });
}

/** What gives the attention as one output. */
interface AttentionOutput {
  nodes: Uint8Array[];
  initializers: Uint8Array[];
  /** What the branch must compute for it. */
  reads: string[];
}

/** Gathers the chosen heads of each layer and joins them: a few rows leave the graph instead of every head of every layer. */
function attentionNodes(heads: readonly AttentionHead[]): AttentionOutput {
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
