import { bytesField, decode, encode, type Field, numberField, payloads, textField, texts } from '../recognise/moonshine/protobuf.ts';

// Field numbers of onnx.proto (ModelProto, GraphProto, NodeProto, AttributeProto, ValueInfoProto) and its types.
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, name: 2, input: 11, output: 12 } as const;
const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, integer: 3, graph: 6, type: 20 } as const;
const VALUE_INFO = { name: 1, type: 2 } as const;
const TYPE = { tensor: 1, elementType: 1, shape: 2 } as const;
const SHAPE = { dim: 1, value: 1, name: 2 } as const;
const FLOAT = 1;
const ATTRIBUTE_TYPES = { integer: 2, graph: 5 } as const;

/**
 * A graph that takes one step of a recurrent network, as one that takes any number of steps in one run, with the same results: ONNX's
 * `Scan` around it. The step takes `input` [1, samples], `state` and others that stay the same, and gives `output` [1, 1] and `stateN`;
 * the whole takes `inputs` [steps, 1, samples], `state` and those others, and gives `outputs` [steps, 1, 1] and `stateN`.
 */
export function wholeSteps(model: Uint8Array): Uint8Array {
  const fields = decode(model);
  const step = decode(payloads(fields, MODEL.graph)[0] ?? new Uint8Array(0));
  const input = (name: string): Field => bytesField(GRAPH.input, named(step, GRAPH.input, name));
  const output = (name: string): Field => bytesField(GRAPH.output, named(step, GRAPH.output, name));
  const others = payloads(step, GRAPH.input).filter((info) => !['input', 'state'].includes(nameOf(info)));
  const body = encode([
    ...step.filter(({ number }) => number !== GRAPH.input && number !== GRAPH.output),
    // What is carried from step to step comes first; what stays the same is seen from outside.
    ...[input('state'), input('input'), output('stateN'), output('output')],
  ]);
  const scan = encode([
    ...['state', 'inputs'].map((name) => textField(NODE.input, name)),
    ...['stateN', 'outputs'].map((name) => textField(NODE.output, name)),
    textField(NODE.name, 'ringback/steps'),
    textField(NODE.opType, 'Scan'),
    attribute('body', bytesField(ATTRIBUTE.graph, body), ATTRIBUTE_TYPES.graph),
    attribute('num_scan_inputs', numberField(ATTRIBUTE.integer, 1), ATTRIBUTE_TYPES.integer),
  ]);
  const graph = encode([
    bytesField(GRAPH.node, scan),
    textField(GRAPH.name, 'steps'),
    input('state'),
    bytesField(GRAPH.input, floats('inputs', ['steps', 1, 'samples'])),
    ...others.map((info) => bytesField(GRAPH.input, info)),
    output('stateN'),
    bytesField(GRAPH.output, floats('outputs', ['steps', 1, 1])),
  ]);
  return encode(fields.map((field) => (field.number === MODEL.graph ? bytesField(MODEL.graph, graph) : field)));
}

const nameOf = (info: Uint8Array): string => texts(decode(info), VALUE_INFO.name)[0] ?? '';

function named(graph: readonly Field[], number: number, name: string): Uint8Array {
  const found = payloads(graph, number).find((info) => nameOf(info) === name);
  if (found === undefined) throw new Error(`The graph has no "${name}".`);
  return found;
}

function attribute(name: string, value: Field, type: number): Field {
  return bytesField(NODE.attribute, encode([textField(ATTRIBUTE.name, name), value, numberField(ATTRIBUTE.type, type)]));
}

/** What a tensor of floats is called, and its shape; a text stands for a size that is not fixed. */
function floats(name: string, dims: readonly (number | string)[]): Uint8Array {
  const shape = dims.map((dim) =>
    bytesField(SHAPE.dim, encode([typeof dim === 'number' ? numberField(SHAPE.value, dim) : textField(SHAPE.name, dim)])),
  );
  const tensor = encode([numberField(TYPE.elementType, FLOAT), bytesField(TYPE.shape, encode(shape))]);
  return encode([textField(VALUE_INFO.name, name), bytesField(VALUE_INFO.type, encode([bytesField(TYPE.tensor, tensor)]))]);
}
