import { bytesField, encode, type Field, numberField, textField } from './protobuf.ts';

/** Element types of onnx.proto. */
export const FLOAT = 1;
export const UINT8 = 2;
export const INT64 = 7;
export const BOOL = 9;
const IR_VERSION = 8;
const OPSET = 14;
const ATTRIBUTE_TYPES = { integer: 2, integers: 7, graph: 5 } as const;

/** A named tensor of an ONNX graph. */
export function onnxTensor(
  name: string,
  type: number,
  dims: readonly number[],
  data: Uint8Array | Float32Array | BigInt64Array,
): Uint8Array {
  return encode([
    ...dims.map((dim) => numberField(1, dim)),
    numberField(2, type),
    textField(8, name),
    bytesField(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  ]);
}

/** An attribute: a whole number, several, or the fields of a graph. */
export function onnxAttribute(name: string, value: number | readonly number[] | { graph: readonly Field[] }): Uint8Array {
  const named = textField(1, name);
  if (typeof value === 'number') return encode([named, numberField(3, value), numberField(20, ATTRIBUTE_TYPES.integer)]);
  if ('graph' in value) return encode([named, bytesField(6, encode(value.graph)), numberField(20, ATTRIBUTE_TYPES.graph)]);
  return encode([named, ...value.map((one) => numberField(8, one)), numberField(20, ATTRIBUTE_TYPES.integers)]);
}

/** One operation. */
export function onnxNode(
  type: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: readonly Uint8Array[] = [],
): Uint8Array {
  return encode([
    ...inputs.map((input) => textField(1, input)),
    ...outputs.map((output) => textField(2, output)),
    textField(3, `${outputs[0]}/${type}`),
    textField(4, type),
    ...attributes.map((attribute) => bytesField(5, attribute)),
  ]);
}

/** An input or output; a text stands for a size that is not fixed. */
export function onnxValue(name: string, type: number, dims: readonly (number | string)[]): Uint8Array {
  const shape = encode(dims.map((dim) => bytesField(1, encode([typeof dim === 'number' ? numberField(1, dim) : textField(2, dim)]))));
  return encode([textField(1, name), bytesField(2, encode([bytesField(1, encode([numberField(1, type), bytesField(2, shape)]))]))]);
}

/** What a graph is made of. */
export interface OnnxGraph {
  nodes: readonly Uint8Array[];
  initializers?: readonly Uint8Array[];
  inputs?: readonly Uint8Array[];
  outputs: readonly Uint8Array[];
}

/** The fields of a graph. */
export function onnxGraph({ nodes, initializers = [], inputs = [], outputs }: OnnxGraph): Field[] {
  return [
    ...nodes.map((node) => bytesField(1, node)),
    textField(2, 'graph'),
    ...initializers.map((initializer) => bytesField(5, initializer)),
    ...inputs.map((input) => bytesField(11, input)),
    ...outputs.map((output) => bytesField(12, output)),
  ];
}

/** A whole model that a runtime can open. */
export function onnxModel(graph: OnnxGraph): Uint8Array {
  return encode([numberField(1, IR_VERSION), bytesField(8, encode([numberField(2, OPSET)])), bytesField(7, encode(onnxGraph(graph)))]);
}
