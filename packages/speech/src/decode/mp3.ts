import { id3Length } from './bytes.ts';
import { damaged } from './failures.ts';
import type { MonoMix } from './mono.ts';
import { type Mp3Walk, walkMp3 } from './mp3-frames.ts';
import type { OpenedRecording } from './opened.ts';

/** Bytes handed to the codec at a time, so that the length limit acts before everything is decoded: 2 s at 64 kbit/s. */
const CHUNK_BYTES = 16 * 1024;

/** Opens MPEG audio (layers 1 to 3). `container` is "wav" when the frames sit in a WAV file. */
export function openMp3(bytes: Uint8Array, container = 'mp3'): OpenedRecording {
  const walk = walkMp3(bytes, id3Length(bytes));
  if (walk === null || walk.frames === 0) throw damaged(container);
  const { first } = walk;
  const warnings: string[] = [];
  return {
    header: {
      container,
      codec: first.layer === 3 ? 'mp3' : `mp${first.layer}`,
      sampleRate: first.sampleRate,
      decodedRate: first.sampleRate,
      channels: first.channels,
      durationSec: walk.durationSec,
      warnings,
      ...(walk.truncated && { cut: { wholeSec: walk.wholeSec } }),
    },
    decode: (mix) => decodeFrames(bytes, walk, mix, warnings),
  };
}

async function decodeFrames(bytes: Uint8Array, walk: Mp3Walk, mix: MonoMix, warnings: string[]): Promise<void> {
  const { decoder } = await import('@audio/decode-mp3');
  const codec = await decoder();
  let changed = false;
  try {
    for (let at = walk.first.offset; at < walk.end; at += CHUNK_BYTES) {
      const { channelData, sampleRate } = codec.decode(bytes.subarray(at, Math.min(at + CHUNK_BYTES, walk.end)));
      if (channelData.length === 0 || sampleRate === walk.first.sampleRate) mix.add(channelData);
      else changed = true;
    }
  } finally {
    codec.free();
  }
  if (changed) warnings.push('The sample rate changes within the file; the parts at another rate were left out.');
}
