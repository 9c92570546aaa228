import { viewOf } from './bytes.ts';
import { damaged } from './failures.ts';
import type { MonoMix } from './mono.ts';
import { gapsOf, lengthOf, type OggStream } from './ogg-pages.ts';
import type { OpenedRecording } from './opened.ts';

/** Bytes of the identification header, Vorbis I section 4.2.2. */
const IDENTIFICATION_BYTES = 30;
/** Identification, comment and setup. */
const HEADER_PACKETS = 3;
/** Bytes handed to the codec at a time, so that the length limit acts before everything is decoded. */
const CHUNK_BYTES = 64 * 1024;

/** Opens Ogg Vorbis whose pages were read. */
export function openVorbis(bytes: Uint8Array, stream: OggStream, first: Uint8Array): OpenedRecording {
  if (first.length < IDENTIFICATION_BYTES || stream.packets.length <= HEADER_PACKETS) throw damaged('ogg');
  const view = viewOf(first);
  const sampleRate = view.getUint32(12, true);
  return {
    header: {
      container: 'ogg',
      codec: 'vorbis',
      sampleRate,
      decodedRate: sampleRate,
      channels: view.getUint8(11),
      ...lengthOf(stream, stream.lastGranule === null || sampleRate === 0 ? null : stream.lastGranule / sampleRate),
      warnings: gapsOf(stream),
    },
    decode: (mix) => decodeVorbis(bytes, mix),
  };
}

async function decodeVorbis(bytes: Uint8Array, mix: MonoMix): Promise<void> {
  const { decoder } = await import('@audio/decode-vorbis');
  const codec = await decoder();
  try {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) mix.add(codec.decode(bytes.subarray(at, at + CHUNK_BYTES)).channelData);
    mix.add(codec.flush().channelData);
  } finally {
    codec.free();
  }
}
