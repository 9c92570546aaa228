import { bytesField, decode, encode, type Field, numberField, payloads, textField, texts } from './protobuf.ts';

// Field numbers of onnx.proto (NodeProto, AttributeProto, TensorProto) and its tensor types.
const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, integer: 3, type: 20 } as const;
const TENSOR = { dims: 1, dataType: 2, int32Data: 5, name: 8, rawData: 9 } as const;
const UINT8 = 2;
const FLOAT = 1;
const INTEGER_ATTRIBUTE = 2;

/** What takes the place of the nodes that compute the logits. */
export interface OutputProjection {
  /** Nodes that are no longer needed, by their first output. */
  removed: ReadonlySet<string>;
  nodes: Uint8Array[];
  initializers: Uint8Array[];
}

/**
 * The published decoder transposes its table of 32,768 words and turns it into 38 MB of floats again for every token, to multiply with it once.
 * This multiplies with the bytes instead, as the graph does everywhere else: the table is transposed once, when the model is loaded.
 * Null when the graph computes its logits in another way; it is then left as it is.
 */
export function quantizedProjection(nodes: readonly Uint8Array[], initializers: readonly Uint8Array[]): OutputProjection | null {
  const byOutput = new Map(nodes.map((bytes) => decode(bytes)).map((node) => [texts(node, NODE.output)[0] ?? '', node]));
  const product = byOutput.get('logits');
  if (!product || texts(product, NODE.opType)[0] !== 'MatMul') return null;
  const [hidden, weights] = texts(product, NODE.input);
  const dequantize = byOutput.get(weights ?? '');
  const [quantized, scale, zeroPoint] = dequantize ? texts(dequantize, NODE.input) : [];
  const transpose = byOutput.get(quantized ?? '');
  const table = transpose && texts(transpose, NODE.opType)[0] === 'Transpose' ? texts(transpose, NODE.input)[0] : undefined;
  if (!hidden || !weights || !quantized || !scale || !zeroPoint || !table) return null;
  const tensors = new Map(initializers.map((bytes) => [nameOf(bytes), bytes]));
  const turned = transposed(tensors.get(table), tensors.get(zeroPoint));
  if (!turned) return null;
  return {
    removed: new Set(['logits', weights, quantized]),
    nodes: projectionNodes(hidden, scale),
    initializers: turned,
  };
}

const PREFIX = 'ringback/logits';

function projectionNodes(hidden: string, scale: string): Uint8Array[] {
  const at = (part: string) => `${PREFIX}.${part}`;
  return [
    node('DynamicQuantizeLinear', [hidden], [at('bytes'), at('scale'), at('zero')]),
    node('MatMulInteger', [at('bytes'), at('table'), at('zero'), at('table_zero')], [at('sums')]),
    node('Cast', [at('sums')], [at('floats')], [integerAttribute('to', FLOAT)]),
    node('Mul', [at('scale'), scale], [at('both_scales')]),
    node('Mul', [at('floats'), at('both_scales')], ['logits']),
  ];
}

/**
 * The table [words, width] as [width, words], and its zero point. The bytes stay unsigned: signed ones are multiplied faster, but overflow
 * on processors without the instructions for it (VNNI).
 */
function transposed(table: Uint8Array | undefined, zeroPoint: Uint8Array | undefined): Uint8Array[] | null {
  if (!table || !zeroPoint) return null;
  const [fields, zeroFields] = [decode(table), decode(zeroPoint)];
  const [words = 0, width = 0] = numbers(fields, TENSOR.dims);
  const source = payloads(fields, TENSOR.rawData)[0];
  const zero = payloads(zeroFields, TENSOR.rawData)[0]?.[0] ?? numbers(zeroFields, TENSOR.int32Data)[0];
  if (numbers(fields, TENSOR.dataType)[0] !== UINT8 || zero === undefined || source?.length !== words * width) return null;
  const bytes = new Uint8Array(words * width);
  for (let word = 0; word < words; word++) {
    for (let i = 0; i < width; i++) bytes[i * words + word] = source[word * width + i] ?? 0;
  }
  return [tensor(`${PREFIX}.table`, [width, words], bytes), tensor(`${PREFIX}.table_zero`, [], Uint8Array.of(zero))];
}

function tensor(name: string, dims: readonly number[], raw: Uint8Array): Uint8Array {
  return encode([
    ...dims.map((dim) => numberField(TENSOR.dims, dim)),
    numberField(TENSOR.dataType, UINT8),
    textField(TENSOR.name, name),
    bytesField(TENSOR.rawData, raw),
  ]);
}

function node(opType: string, inputs: readonly string[], outputs: readonly string[], attributes: readonly Uint8Array[] = []): Uint8Array {
  return encode([
    ...inputs.map((input) => textField(NODE.input, input)),
    ...outputs.map((output) => textField(NODE.output, output)),
    textField(NODE.name, `${outputs[0]}/${opType}`),
    textField(NODE.opType, opType),
    ...attributes.map((attribute) => bytesField(NODE.attribute, attribute)),
  ]);
}

function integerAttribute(name: string, value: number): Uint8Array {
  return encode([textField(ATTRIBUTE.name, name), numberField(ATTRIBUTE.integer, value), numberField(ATTRIBUTE.type, INTEGER_ATTRIBUTE)]);
}

/** Whole numbers of a field, written one by one or packed. */
function numbers(fields: readonly Field[], number: number): number[] {
  return fields.flatMap((field) => {
    if (field.number !== number) return [];
    if (field.wire === 0) return [Number(field.value)];
    return unpacked(field.value);
  });
}

function unpacked(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let value = 0;
  let scale = 1;
  for (const byte of bytes) {
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte >= 0x80) continue;
    values.push(value);
    [value, scale] = [0, 1];
  }
  return values;
}

function nameOf(bytes: Uint8Array): string {
  return texts(decode(bytes), TENSOR.name)[0] ?? '';
}
