import { G722_BYTE_SAMPLES, G722Decoder } from './g722-decoder.ts';
import type { OpenedRecording } from './opened.ts';

/** Hz: G.722 knows no other. */
const G722_RATE = 16_000;
/** Bytes decoded at a time: one second. */
const BATCH_BYTES = 8_000;

/** Opens a raw G.722 stream of 64 kbit/s, as Asterisk stores it (.g722). */
export function openG722(bytes: Uint8Array): OpenedRecording {
  return {
    header: {
      container: 'raw',
      codec: 'g722',
      sampleRate: G722_RATE,
      decodedRate: G722_RATE,
      channels: 1,
      durationSec: (bytes.length * G722_BYTE_SAMPLES) / G722_RATE,
      warnings: [],
    },
    decode: (mix) => {
      const decoder = new G722Decoder();
      for (let at = 0; at < bytes.length; at += BATCH_BYTES) mix.add([decoder.decode(bytes.subarray(at, at + BATCH_BYTES))]);
    },
  };
}
