import { viewOf } from './bytes.ts';
import { heldOf } from './cut.ts';
import { damaged, noDecoder } from './failures.ts';
import type { OpenedRecording } from './opened.ts';
import type { PcmCoding } from './pcm.ts';
import { openPcm } from './uncompressed.ts';

const HEADER_BYTES = 24;
/** What a writer puts in place of the length that it does not know. */
const UNKNOWN_LENGTH = 0xffffffff;
/** Codings by their number in the header. */
const CODINGS: Readonly<Record<number, PcmCoding>> = {
  1: 'mulaw',
  2: 's8',
  3: 's16be',
  4: 's24be',
  5: 's32be',
  6: 'f32be',
  7: 'f64be',
  27: 'alaw',
};

/** Opens a Sun or NeXT .au file, as Unity and older PBXs store messages. */
export function openAu(bytes: Uint8Array): OpenedRecording {
  if (bytes.length < HEADER_BYTES) throw damaged('au');
  const view = viewOf(bytes);
  const dataAt = view.getUint32(4);
  const number = view.getUint32(12);
  const coding = CODINGS[number];
  if (coding === undefined) throw noDecoder('au', `coding ${number}`);
  if (dataAt < HEADER_BYTES || dataAt >= bytes.length) throw damaged('au');
  // The length may be missing or wrong, and nothing follows the sound: it goes to the end.
  const data = bytes.subarray(dataAt);
  const promised = view.getUint32(8);
  const opened = openPcm({ container: 'au', data, coding, channels: view.getUint32(20), sampleRate: view.getUint32(16) });
  return heldOf(opened, data.length, promised === UNKNOWN_LENGTH ? 0 : promised);
}
