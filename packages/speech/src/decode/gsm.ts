import { GSM_FRAME_SAMPLES, GsmDecoder } from './gsm-decoder.ts';
import { GSM_FRAME_BYTES, GSM_PAIR_BYTES, type GsmFrame, readGsmFrame, readGsmPair } from './gsm-frames.ts';
import type { MonoMix } from './mono.ts';
import type { OpenedRecording } from './opened.ts';

/** Hz: GSM full rate knows no other. */
const GSM_RATE = 8000;

/** Opens a raw GSM 06.10 stream, as Asterisk stores it (.gsm). */
export function openGsm(bytes: Uint8Array): OpenedRecording {
  const frames = Math.floor(bytes.length / GSM_FRAME_BYTES);
  return {
    header: {
      ...headerOf('gsm', 'gsm', GSM_RATE, frames),
      ...(bytes.length % GSM_FRAME_BYTES !== 0 && { cut: { wholeSec: null } }),
    },
    decode: (mix) => decodeFrames(mix, frames, (i) => [readGsmFrame(bytes, i * GSM_FRAME_BYTES)]),
  };
}

/** Opens the sound of a WAV file of GSM frames in pairs of 65 bytes ("WAV49"). */
export function openGsmPairs(data: Uint8Array, sampleRate: number): OpenedRecording {
  const pairs = Math.floor(data.length / GSM_PAIR_BYTES);
  return {
    header: headerOf('wav', 'gsm_ms', sampleRate, pairs * 2),
    decode: (mix) => decodeFrames(mix, pairs, (i) => readGsmPair(data, i * GSM_PAIR_BYTES)),
  };
}

function headerOf(container: string, codec: string, sampleRate: number, frames: number): OpenedRecording['header'] {
  return {
    container,
    codec,
    sampleRate,
    decodedRate: sampleRate,
    channels: 1,
    durationSec: (frames * GSM_FRAME_SAMPLES) / sampleRate,
    warnings: [],
  };
}

function decodeFrames(mix: MonoMix, count: number, read: (index: number) => readonly GsmFrame[]): void {
  const decoder = new GsmDecoder();
  for (let i = 0; i < count; i += 1) for (const frame of read(i)) mix.add([decoder.decode(frame)]);
}
