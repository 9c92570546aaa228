import { ascii, viewOf } from './bytes.ts';
import { damaged } from './failures.ts';
import type { MonoMix } from './mono.ts';

/** Hz: what an Opus decoder gives. */
export const OPUS_RATE = 48_000;

/** The Opus identification header, RFC 7845 section 5.1. */
export interface OpusHead {
  channels: number;
  /** Samples at 48 kHz to leave out at the start. */
  preSkip: number;
  /** Hz before encoding, 0 when not said. */
  inputRate: number;
  /** dB in Q7.8. */
  outputGain: number;
  streams: number;
  coupled: number;
  mapping: number[];
}

/** One packet and, where the container tells, when it starts. */
export interface OpusPacket {
  data: Uint8Array;
  /** Seconds. */
  startSec?: number;
}

/** Packets handed to the codec at a time. */
const BATCH = 50;
/** Seconds by which a packet must be late before silence is put in its place. House rule: more than two packets and any jitter. */
const GAP_SEC = 0.15;

/** Reads "OpusHead"; null when it is not there. */
export function readOpusHead(packet: Uint8Array): OpusHead | null {
  if (ascii(packet, 0, 8) !== 'OpusHead' || packet.length < 19) return null;
  const view = viewOf(packet);
  const channels = view.getUint8(9);
  const family = view.getUint8(18);
  const mapped = family !== 0 && packet.length >= 21 + channels;
  return {
    channels,
    preSkip: view.getUint16(10, true),
    inputRate: view.getUint32(12, true),
    outputGain: view.getInt16(16, true),
    streams: mapped ? view.getUint8(19) : 1,
    coupled: mapped ? view.getUint8(20) : channels === 2 ? 1 : 0,
    mapping: mapped ? [...packet.subarray(21, 21 + channels)] : channels === 2 ? [0, 1] : [0],
  };
}

/** Decodes packets in order; silence stands for packets that never came. Returns the number of packets that were damaged. */
export async function decodeOpus(head: OpusHead, packets: AsyncIterable<OpusPacket> | Iterable<OpusPacket>, mix: MonoMix): Promise<number> {
  const { createOpusDecoder } = await import('@audio/decode-opus/core');
  const codec = await createOpusDecoder();
  let damagedPackets = 0;
  let batch: Uint8Array[] = [];
  const flush = (): void => {
    const { channelData, errors } = codec.decodeFrames(batch);
    damagedPackets += errors.length;
    mix.add(channelData);
    batch = [];
  };
  try {
    configure(codec, head);
    for await (const packet of packets) {
      if (packet.startSec !== undefined && isLate(packet.startSec, mix.length, batch.length)) {
        flush();
        const missing = Math.round(packet.startSec * OPUS_RATE) - mix.length;
        if (missing > GAP_SEC * OPUS_RATE) mix.addSilence(missing);
      }
      batch.push(packet.data);
      if (batch.length >= BATCH) flush();
    }
    flush();
  } finally {
    codec.free();
  }
  return damagedPackets;
}

function configure(codec: import('@audio/decode-opus/core').OpusPacketDecoder, head: OpusHead): void {
  try {
    codec.configure({
      channels: head.channels,
      streamCount: head.streams,
      coupledStreamCount: head.coupled,
      channelMappingTable: head.mapping,
      preSkip: head.preSkip,
      outputGain: head.outputGain,
    });
  } catch (cause) {
    throw damaged('opus', cause);
  }
}

/** Whether a packet starts later than what was decoded, and what may still wait in the batch (at most 120 ms each), can explain. */
function isLate(startSec: number, decodedSamples: number, waiting: number): boolean {
  return waiting === 0 || startSec * OPUS_RATE > decodedSamples + (GAP_SEC + waiting * MIN_PACKET_SEC) * OPUS_RATE;
}

/** Seconds of the shortest Opus packet, RFC 6716. */
const MIN_PACKET_SEC = 0.0025;
