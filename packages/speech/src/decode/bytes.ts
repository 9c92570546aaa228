/** The four characters at `offset`, or fewer at the end of the file. */
export function fourCharacters(bytes: Uint8Array, offset: number): string {
  return ascii(bytes, offset, 4);
}

/** `count` bytes at `offset` as Latin-1 characters. */
export function ascii(bytes: Uint8Array, offset: number, count: number): string {
  let text = '';
  for (let i = offset; i < Math.min(offset + count, bytes.length); i += 1) text += String.fromCharCode(bytes[i] ?? 0);
  return text;
}

/** A view over exactly these bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Length of the ID3v2 tags at the start (there may be several), 0 without one. */
export function id3Length(bytes: Uint8Array): number {
  let at = 0;
  while (ascii(bytes, at, 3) === 'ID3' && at + 10 <= bytes.length) {
    const size =
      (((bytes[at + 6] ?? 0) & 0x7f) << 21) |
      (((bytes[at + 7] ?? 0) & 0x7f) << 14) |
      (((bytes[at + 8] ?? 0) & 0x7f) << 7) |
      ((bytes[at + 9] ?? 0) & 0x7f);
    const footer = ((bytes[at + 5] ?? 0) & 0x10) === 0 ? 0 : 10;
    at += 10 + size + footer;
  }
  return Math.min(at, bytes.length);
}
