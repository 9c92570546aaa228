import { ascii } from './bytes.ts';
import { damaged } from './failures.ts';
import type { MonoMix } from './mono.ts';
import type { OpenedRecording } from './opened.ts';

/** Which of the two AMR codecs, with the bytes of each frame by its type (header byte with it). */
interface AmrKind {
  codec: 'amr-nb' | 'amr-wb';
  signature: string;
  sampleRate: number;
  frameBytes: readonly number[];
}

// RFC 4867 section 5 and 3GPP TS 26.101 / 26.201: reserved types carry nothing.
const NARROW: AmrKind = {
  codec: 'amr-nb',
  signature: '#!AMR\n',
  sampleRate: 8000,
  frameBytes: [13, 14, 16, 18, 20, 21, 27, 32, 6, 6, 6, 6, 1, 1, 1, 1],
};
const WIDE: AmrKind = {
  codec: 'amr-wb',
  signature: '#!AMR-WB\n',
  sampleRate: 16_000,
  frameBytes: [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1],
};

const FRAME_SEC = 0.02;
/** Frames handed to the codec at a time: ten seconds. */
const BATCH_FRAMES = 500;

/** Opens an .amr file of one channel, narrow or wide band. */
export function openAmr(bytes: Uint8Array): OpenedRecording {
  const kind = [NARROW, WIDE].find(({ signature }) => ascii(bytes, 0, signature.length) === signature);
  if (kind === undefined) throw damaged('amr');
  return openAmrFrames(bytes.subarray(kind.signature.length), kind.codec, 'amr');
}

/** Opens AMR frames without a signature, as they lie in a 3GP file. */
export function openAmrFrames(frames: Uint8Array, codec: 'amr-nb' | 'amr-wb', container: string): OpenedRecording {
  const kind = codec === 'amr-nb' ? NARROW : WIDE;
  const { starts, truncated } = walkFrames(frames, kind);
  if (starts.length <= 1) throw damaged(container);
  return {
    header: {
      container,
      codec,
      sampleRate: kind.sampleRate,
      decodedRate: kind.sampleRate,
      channels: 1,
      durationSec: (starts.length - 1) * FRAME_SEC,
      warnings: [],
      ...(truncated && { cut: { wholeSec: null } }),
    },
    decode: (mix) => decodeAmr(frames, starts, kind, mix),
  };
}

/** Where each frame starts, and after the last one where it ends. */
function walkFrames(frames: Uint8Array, kind: AmrKind): { starts: number[]; truncated: boolean } {
  const starts = [0];
  let at = 0;
  while (at < frames.length) {
    at += kind.frameBytes[((frames[at] ?? 0) >> 3) & 0x0f] ?? 1;
    if (at > frames.length) return { starts, truncated: true };
    starts.push(at);
  }
  return { starts, truncated: false };
}

/** A frame of comfort noise or of nothing still lasts 20 ms; where the codec gives less, silence fills it up. */
async function decodeAmr(frames: Uint8Array, starts: readonly number[], kind: AmrKind, mix: MonoMix): Promise<void> {
  const { decoder } = await import('@audio/decode-amr');
  const codec = await decoder();
  try {
    // The signature travels with the first frames: alone it is too short for the codec to look at.
    let pending: Uint8Array = new TextEncoder().encode(kind.signature);
    for (let i = 0; i + 1 < starts.length; i += BATCH_FRAMES) {
      const last = Math.min(i + BATCH_FRAMES, starts.length - 1);
      mix.add(codec.decode(joined(pending, frames.subarray(starts[i], starts[last]))).channelData);
      pending = new Uint8Array();
      mix.addSilence(Math.round(last * FRAME_SEC * kind.sampleRate) - mix.length);
    }
  } finally {
    codec.free();
  }
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  if (head.length === 0) return tail;
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}
