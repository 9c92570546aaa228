import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesField, decode, encode, numberField, payloads, textField, texts } from './protobuf.ts';

describe('protobuf', () => {
  it('reads the example of the format description: field 1 holds 150', () => {
    expect(decode(Uint8Array.of(0x08, 0x96, 0x01))).toEqual([{ number: 1, wire: 0, value: 150n }]);
  });

  it('writes what it reads, byte for byte', () => {
    const field = fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.nat()).map(([number, value]) => numberField(number, value)),
      fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.uint8Array({ maxLength: 300 })).map(([number, value]) => bytesField(number, value)),
    );
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const bytes = encode(fields);
        expect(encode(decode(bytes))).toEqual(bytes);
        expect(decode(bytes).map(({ number, value }) => ({ number, value }))).toEqual(
          fields.map(({ number, value }) => ({ number, value })),
        );
      }),
    );
  });

  it('finds texts and payloads by number', () => {
    const fields = [textField(4, 'If'), bytesField(7, Uint8Array.of(1)), textField(4, 'Gather')];
    expect(texts(fields, 4)).toEqual(['If', 'Gather']);
    expect(payloads(fields, 7)).toEqual([Uint8Array.of(1)]);
  });

  it('refuses a message that ends too soon', () => {
    expect(() => decode(Uint8Array.of(0x12, 0x05, 0x01))).toThrow(RangeError);
    expect(() => decode(Uint8Array.of(0x80))).toThrow(RangeError);
  });
});
