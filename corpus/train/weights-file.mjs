// The file of weights (reader/weights.ts of core): 4 bytes length, JSON header, tensors at offsets behind it.
import { readFileSync, writeFileSync } from 'node:fs';

const LENGTH_BYTES = 4;

function open(path) {
  const bytes = readFileSync(path);
  const end = LENGTH_BYTES + bytes.readUInt32LE(0);
  return { header: JSON.parse(bytes.subarray(LENGTH_BYTES, end).toString('latin1')), data: bytes.subarray(end) };
}

function write(path, header, data) {
  const escaped = JSON.stringify(header).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const encoded = Buffer.from(escaped, 'latin1');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(encoded.length);
  writeFileSync(path, Buffer.concat([length, encoded, data]));
}

/** Puts `parts` (such as `calibration`) into the header of a file of weights. */
export function setHeader(path, parts) {
  const { header, data } = open(path);
  write(path, { ...header, ...parts }, data);
}

/** Puts `{name: {rows, columns, type, data}}` behind the tensors of a file of weights, in place of those that it put there before. */
export function setTensors(path, tensors) {
  const { header, data } = open(path);
  const others = Object.entries(header.tensors).filter(([name]) => !(name in tensors));
  const starts = Object.keys(tensors).flatMap((name) => header.tensors[name]?.offset ?? []);
  let offset = Math.min(data.length, ...starts);
  const kept = data.subarray(0, offset);
  const entries = Object.entries(tensors).map(([name, { data: own, ...shape }]) => {
    const entry = [name, { ...shape, offset }];
    offset += own.length;
    return entry;
  });
  const all = Object.fromEntries([...others, ...entries]);
  write(path, { ...header, tensors: all }, Buffer.concat([kept, ...Object.values(tensors).map(({ data: own }) => own)]));
}
