import { fourCharacters, id3Length, viewOf } from './bytes.ts';
import { damaged } from './failures.ts';
import type { MonoMix } from './mono.ts';
import { gapsOf, type OggStream } from './ogg-pages.ts';
import type { Header, OpenedRecording } from './opened.ts';

/** Bytes handed to the codec at a time, so that the length limit acts before everything is decoded. */
const CHUNK_BYTES = 64 * 1024;
/** "fLaC", a block header and STREAMINFO. */
const STREAM_INFO_END = 42;

/** What STREAMINFO says. */
export interface FlacStreamInfo {
  sampleRate: number;
  channels: number;
  /** 0 when the writer did not know. */
  totalSamples: number;
}

/** Reads STREAMINFO at `at` ("fLaC" first); null when it is not there whole. */
export function readStreamInfo(bytes: Uint8Array, at: number): FlacStreamInfo | null {
  if (fourCharacters(bytes, at) !== 'fLaC' || at + STREAM_INFO_END > bytes.length || ((bytes[at + 4] ?? 0) & 0x7f) !== 0) return null;
  const view = viewOf(bytes);
  const packed = view.getUint32(at + 18);
  return {
    sampleRate: packed >>> 12,
    channels: ((packed >>> 9) & 7) + 1,
    totalSamples: (view.getUint8(at + 21) & 0x0f) * 2 ** 32 + view.getUint32(at + 22),
  };
}

/** Opens a FLAC file, with or without an ID3 tag before it. */
export function openFlac(bytes: Uint8Array): OpenedRecording {
  const start = id3Length(bytes);
  const info = readStreamInfo(bytes, start);
  if (info === null) throw damaged('flac');
  return openFlacStream(bytes.subarray(start), info, 'flac');
}

/** Opens FLAC frames, bare or in Ogg pages, whose STREAMINFO was read. */
export function openFlacStream(bytes: Uint8Array, info: FlacStreamInfo, container: string, pages?: OggStream): OpenedRecording {
  const wholeSec = info.totalSamples === 0 ? null : info.totalSamples / info.sampleRate;
  const header: Header = {
    container,
    codec: 'flac',
    sampleRate: info.sampleRate,
    decodedRate: info.sampleRate,
    channels: info.channels,
    durationSec: wholeSec,
    warnings: pages === undefined ? [] : gapsOf(pages),
  };
  return {
    header,
    decode: async (mix) => {
      await decodeFlac(bytes, mix);
      if (pages?.ended === false || mix.length < info.totalSamples) header.cut = { wholeSec };
    },
  };
}

async function decodeFlac(bytes: Uint8Array, mix: MonoMix): Promise<void> {
  const { decoder } = await import('@audio/decode-flac');
  const codec = await decoder();
  try {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) mix.add(codec.decode(bytes.subarray(at, at + CHUNK_BYTES)).channelData);
    mix.add(codec.flush().channelData);
  } finally {
    codec.free();
  }
}
