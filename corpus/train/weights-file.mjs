// The file of weights (reader/weights.ts of core): 4 bytes length, JSON header, tensors at offsets behind it.
import { readFileSync, writeFileSync } from 'node:fs';

const LENGTH_BYTES = 4;

/** Puts `parts` (such as `calibration`) into the header of a file of weights. */
export function setHeader(path, parts) {
  const bytes = readFileSync(path);
  const end = LENGTH_BYTES + bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.subarray(LENGTH_BYTES, end).toString('latin1'));
  const escaped = JSON.stringify({ ...header, ...parts }).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const encoded = Buffer.from(escaped, 'latin1');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(encoded.length);
  writeFileSync(path, Buffer.concat([length, encoded, bytes.subarray(end)]));
}
