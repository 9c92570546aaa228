/**
 * Just enough of the protobuf wire format to take an ONNX model apart and put it together again.
 * Payloads stay views on the original bytes; nothing is copied until `encode`.
 */

/** One field of a message; `value` is a number for varints, bytes for everything else (fixed-width fields keep their raw bytes). */
export type Field =
  | { readonly number: number; readonly wire: typeof VARINT; readonly value: bigint }
  | { readonly number: number; readonly wire: typeof FIXED64 | typeof BYTES | typeof FIXED32; readonly value: Uint8Array };

export const VARINT = 0;
const FIXED64 = 1;
export const BYTES = 2;
const FIXED32 = 5;

/** The fields of a message in their order. Throws a RangeError when the bytes end inside a field. */
export function decode(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError('The message ends inside a number.');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError('The message ends inside a field.');
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const key = Number(varint());
    const number = key >>> 3;
    const wire = key & 7;
    if (wire === VARINT) fields.push({ number, wire, value: varint() });
    else if (wire === FIXED64) fields.push({ number, wire, value: take(8) });
    else if (wire === FIXED32) fields.push({ number, wire, value: take(4) });
    else if (wire === BYTES) fields.push({ number, wire, value: take(Number(varint())) });
    else throw new RangeError(`The message has a field of unknown wire type ${wire}.`);
  }
  return fields;
}

/** The bytes of a message with these fields. */
export function encode(fields: readonly Field[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const field of fields) {
    parts.push(varintBytes(BigInt(field.number * 8 + field.wire)));
    if (field.wire === VARINT) {
      parts.push(varintBytes(field.value));
      continue;
    }
    if (field.wire === BYTES) parts.push(varintBytes(BigInt(field.value.length)));
    parts.push(field.value);
  }
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A field that holds a message or a string. */
export function bytesField(number: number, value: Uint8Array): Field {
  return { number, wire: BYTES, value };
}

/** A field that holds text. */
export function textField(number: number, text: string): Field {
  return bytesField(number, new TextEncoder().encode(text));
}

/** A field that holds a whole number. */
export function numberField(number: number, value: number): Field {
  return { number, wire: VARINT, value: BigInt(value) };
}

/** Payloads of all fields with this number that hold bytes. */
export function payloads(fields: readonly Field[], number: number): Uint8Array[] {
  return fields.flatMap((field) => (field.number === number && field.wire === BYTES ? [field.value] : []));
}

/** Texts of all fields with this number. */
export function texts(fields: readonly Field[], number: number): string[] {
  const decoder = new TextDecoder();
  return payloads(fields, number).map((payload) => decoder.decode(payload));
}

function varintBytes(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    const byte = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? byte : byte | 0x80);
  } while (rest !== 0n);
  return Uint8Array.from(bytes);
}
