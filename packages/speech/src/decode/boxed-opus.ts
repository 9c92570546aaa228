import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input, type InputAudioTrack } from 'mediabunny';
import { damaged, noDecoder } from './failures.ts';
import { wholeMp4 } from './mp4-boxes.ts';
import type { OpenedRecording } from './opened.ts';
import { decodeOpus, OPUS_RATE, type OpusHead, type OpusPacket, readOpusHead } from './opus.ts';
import { wholeWebm } from './webm-elements.ts';

/** Opens WebM, Matroska or MP4 with Opus, as browsers record it. */
export async function openBoxedOpus(file: Uint8Array, container: 'webm' | 'mp4'): Promise<OpenedRecording> {
  const { bytes, cut } = container === 'webm' ? wholeWebm(file) : wholeMp4(file);
  const { track, codec, config } = await firstAudioTrack(bytes, container);
  if (codec !== 'opus') throw noDecoder(container, codec ?? 'this codec');
  if (config === null) throw damaged(container);
  const head = readOpusHead(copyOf(config.description)) ?? headFor(config.numberOfChannels);
  const warnings: string[] = [];
  return {
    header: {
      container,
      codec: 'opus',
      sampleRate: head.inputRate === 0 ? OPUS_RATE : head.inputRate,
      decodedRate: OPUS_RATE,
      channels: head.channels,
      // Browsers write no duration while recording; the limit acts while decoding.
      durationSec: null,
      leastSec: await lastPacketSec(track, container),
      warnings,
      ...(cut && { cut }),
    },
    decode: async (mix) => {
      const bad = await decodeOpus(head, packetsOf(track, head, container), mix);
      if (bad > 0) warnings.push(`${bad} packets of the file are damaged and were left out.`);
    },
  };
}

interface BoxedTrack {
  track: InputAudioTrack;
  codec: string | null;
  config: AudioDecoderConfig | null;
}

async function firstAudioTrack(bytes: Uint8Array, container: string): Promise<BoxedTrack> {
  try {
    const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
    const track = await input.getPrimaryAudioTrack();
    if (track !== null) return { track, codec: await track.getCodec(), config: await track.getDecoderConfig() };
  } catch (cause) {
    throw damaged(container, cause);
  }
  throw damaged(container);
}

/** Seconds at which the last packet starts, 0 when the container cannot tell. */
async function lastPacketSec(track: InputAudioTrack, container: string): Promise<number> {
  try {
    const last = await new EncodedPacketSink(track).getPacket(Number.POSITIVE_INFINITY, { metadataOnly: true });
    return Math.max(0, last?.timestamp ?? 0);
  } catch (cause) {
    throw damaged(container, cause);
  }
}

async function* packetsOf(track: InputAudioTrack, head: OpusHead, container: string): AsyncGenerator<OpusPacket> {
  const skipSec = head.preSkip / OPUS_RATE;
  try {
    for await (const packet of new EncodedPacketSink(track).packets()) yield { data: packet.data, startSec: packet.timestamp - skipSec };
  } catch (cause) {
    throw damaged(container, cause);
  }
}

function headFor(channels: number): OpusHead {
  return {
    channels,
    preSkip: 0,
    inputRate: 0,
    outputGain: 0,
    streams: 1,
    coupled: channels === 2 ? 1 : 0,
    mapping: channels === 2 ? [0, 1] : [0],
  };
}

function copyOf(description: AllowSharedBufferSource | undefined): Uint8Array {
  if (description === undefined) return new Uint8Array();
  return ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description);
}
