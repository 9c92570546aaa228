import { RingbackError } from '@ringback/core';
import { decode, type Field, payloads, texts, VARINT } from './protobuf.ts';
import { BASE, type MoonshineVariant, TINY } from './variant.ts';

// Field numbers of onnx.proto (ModelProto, GraphProto, ValueInfoProto, TypeProto, TensorShapeProto).
const MODEL_GRAPH = 7;
const GRAPH_INPUT = 11;
const VALUE_INFO = { name: 1, type: 2 } as const;
const TYPE_TENSOR = 1;
const TENSOR_SHAPE = 2;
const SHAPE_DIM = 1;
const DIM_VALUE = 1;

const KEY = /^past_key_values\.(\d+)\.decoder\.key$/;
/** Places of the number of heads and of their width in a key: [batch, heads, tokens, width]. */
const [HEADS_AT, WIDTH_AT] = [1, 3];

/** The shape of a decoder, from the keys that its graph takes: how many layers, heads in each, and how wide they are. */
export type DecoderShape = Pick<MoonshineVariant, 'layers' | 'headCount' | 'headSize'>;

/** Which Moonshine this merged decoder is. Throws "bad-model" when it is none that is known. */
export function variantOf(decoder: Uint8Array): MoonshineVariant {
  const shape = decoderShape(decoder);
  const variant = [TINY, BASE].find(
    ({ layers, headCount, headSize }) => shape?.layers === layers && shape.headCount === headCount && shape.headSize === headSize,
  );
  if (variant !== undefined) return variant;
  const found =
    shape === null ? 'is no Moonshine decoder' : `has ${shape.layers} layers of ${shape.headCount} heads, ${shape.headSize} wide`;
  throw new RingbackError(
    'bad-model',
    `The decoder in the folder that RINGBACK_MOONSHINE names ${found}: it takes Moonshine Tiny (6 layers of 8 heads, 36 wide) or Base (8 of 8, 52 wide), the merged decoder as ONNX.`,
  );
}

/** The shape by the graph's inputs; null when it has no such inputs. */
export function decoderShape(decoder: Uint8Array): DecoderShape | null {
  const keys = graphInputs(decoder).flatMap((input) => {
    const layer = KEY.exec(texts(input, VALUE_INFO.name)[0] ?? '')?.[1];
    return layer === undefined ? [] : [{ layer: Number(layer), dims: fixedSizes(input) }];
  });
  const first = keys[0]?.dims;
  const [headCount, headSize] = [first?.[HEADS_AT], first?.[WIDTH_AT]];
  const whole = keys.every(({ dims }) => dims[HEADS_AT] === headCount && dims[WIDTH_AT] === headSize);
  if (!headCount || !headSize || !whole) return null;
  return { layers: 1 + Math.max(...keys.map(({ layer }) => layer)), headCount, headSize };
}

function graphInputs(model: Uint8Array): Field[][] {
  try {
    const graph = payloads(decode(model), MODEL_GRAPH)[0];
    return graph === undefined ? [] : payloads(decode(graph), GRAPH_INPUT).map(decode);
  } catch {
    return [];
  }
}

/** Sizes of a tensor; null for one that is not fixed. */
function fixedSizes(valueInfo: readonly Field[]): (number | null)[] {
  const inner = (fields: readonly Field[] | undefined, number: number): Field[] => {
    const bytes = payloads(fields ?? [], number)[0];
    return bytes === undefined ? [] : decode(bytes);
  };
  const shape = inner(inner(inner(valueInfo, VALUE_INFO.type), TYPE_TENSOR), TENSOR_SHAPE);
  return payloads(shape, SHAPE_DIM).map((dim) => {
    const size = decode(dim).find((field) => field.number === DIM_VALUE && field.wire === VARINT);
    return size === undefined ? null : Number(size.value);
  });
}
