import { ascii } from './bytes.ts';
import { damaged } from './failures.ts';
import { openFlacStream, readStreamInfo } from './flac.ts';
import { endedAtPacket, gapsOf, lengthOf, type OggStream, readOggStream } from './ogg-pages.ts';
import type { OpenedRecording } from './opened.ts';
import { decodeOpus, OPUS_RATE, readOpusHead } from './opus.ts';
import { openVorbis } from './vorbis.ts';

/** Packets before the sound: OpusHead and OpusTags. */
const OPUS_HEADER_PACKETS = 2;

/** Opens an Ogg file with Opus, Vorbis or FLAC. */
export function openOgg(file: Uint8Array): OpenedRecording {
  const bytes = endedAtPacket(file);
  const stream = readOggStream(bytes, ['OpusHead', '\u0001vorbis', '\u007fFLAC']);
  const first = stream?.packets[0];
  if (stream === null || first === undefined) throw damaged('ogg');
  if (ascii(first, 0, 8) === 'OpusHead') return openOggOpus(stream, first);
  if (ascii(first, 1, 4) === 'FLAC') {
    const info = readStreamInfo(first, 9);
    if (info === null) throw damaged('ogg');
    return openFlacStream(bytes, info, 'ogg', stream);
  }
  return openVorbis(bytes, stream, first);
}

function openOggOpus(stream: OggStream, first: Uint8Array): OpenedRecording {
  const head = readOpusHead(first);
  if (head === null) throw damaged('ogg');
  const warnings = gapsOf(stream);
  const sec = stream.lastGranule === null ? null : Math.max(0, stream.lastGranule - head.preSkip) / OPUS_RATE;
  return {
    header: {
      container: 'ogg',
      codec: 'opus',
      sampleRate: head.inputRate === 0 ? OPUS_RATE : head.inputRate,
      decodedRate: OPUS_RATE,
      channels: head.channels,
      ...lengthOf(stream, sec),
      warnings,
    },
    decode: async (mix) => {
      const packets = stream.packets.slice(OPUS_HEADER_PACKETS).map((data) => ({ data }));
      const bad = await decodeOpus(head, packets, mix);
      if (bad > 0) warnings.push(`${bad} packets of the file are damaged and were left out.`);
    },
  };
}
