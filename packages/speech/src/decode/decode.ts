import type { RecordingFacts } from '@ringback/core';
// Not from the whole of core: a decoder thread must start fast.
import { RingbackError } from '@ringback/core/failure';
import type { Waveform } from '../signal/waveform.ts';
import { openAiff } from './aiff.ts';
import { openAmr } from './amr.ts';
import { openAu } from './au.ts';
import { openCaf } from './caf.ts';
import { endsEarly } from './cut.ts';
import { badHeader, damaged, emptyFile, noDecoder, notAudio, textNotAudio, tooBig, tooLong } from './failures.ts';
import { openFlac } from './flac.ts';
import { openGsm } from './gsm.ts';
import { DECODE_LIMITS, type DecodeLimits } from './limits.ts';
import { MonoMix } from './mono.ts';
import { openMp3 } from './mp3.ts';
import { openOgg } from './ogg.ts';
import type { Header, OpenedRecording } from './opened.ts';
import { openRaw, type RawFormat } from './raw.ts';
import { type SoundFormat, sniffFormat } from './sniff.ts';
import { openWav } from './wav.ts';

/** A decoded recording. */
export interface DecodedRecording {
  waveform: Waveform;
  recording: RecordingFacts;
}

/** How {@link decodeBytes} works. */
export interface DecodeHow {
  /** What the bytes are where no header says it; null where nobody knows. */
  raw?: RawFormat | null;
  /** Called for every piece that a codec gave (at most some seconds of sound), so that a deadline can tell slow from stuck. */
  onStep?: () => void;
}

/** Seconds a codec may add behind the end that the header gives (a frame or two); more means that the header is wrong. */
const MAX_END_PADDING_SEC = 0.25;
/** Samples added to the expected length before another block is needed. */
const SPARE_SAMPLES = 4096;

/**
 * Decodes a recording here and now, with no worker: the sniffing, the header checks and the codec.
 * Pure: runs in a browser. A hostile file can keep a codec busy, so call it in a worker with a deadline.
 * Throws RingbackError: empty-file, not-audio, bad-header, too-big, too-long, damaged, no-decoder.
 */
export async function decodeBytes(
  bytes: Uint8Array,
  limits: DecodeLimits = DECODE_LIMITS,
  { raw = null, onStep }: DecodeHow = {},
): Promise<DecodedRecording> {
  checkSize(bytes, limits);
  const opened = await openRecording(bytes, raw);
  const { header } = opened;
  checkHeader(header, limits);
  const limitSec = durationLimit(header, limits);
  const maxSamples = Math.ceil(limitSec * header.decodedRate);
  const expected = header.durationSec === null ? 0 : Math.ceil(header.durationSec * header.decodedRate);
  const room = expected > 0 ? expected : Math.ceil((header.leastSec ?? 0) * header.decodedRate);
  const mix = new MonoMix(maxSamples, limitSec, room + SPARE_SAMPLES, onStep);
  try {
    await opened.decode(mix);
  } catch (cause) {
    if (cause instanceof RingbackError) throw cause;
    throw damaged(header.container, cause);
  }
  if (mix.length === 0) throw damaged(header.container);
  const padding = mix.length - expected;
  const samples = mix.finish(expected > 0 && padding <= MAX_END_PADDING_SEC * header.decodedRate ? expected : mix.length);
  return {
    waveform: { samples, sampleRate: header.decodedRate },
    recording: {
      container: header.container,
      codec: header.codec,
      sampleRate: header.sampleRate,
      channels: header.channels,
      durationSec: samples.length / header.decodedRate,
      automaticGain: null,
      warnings: [...(header.cut ? [endsEarly(samples.length / header.decodedRate, header.cut.wholeSec)] : []), ...header.warnings],
    },
  };
}

/** Refuses what is empty or larger than allowed, before anything is read. */
export function checkSize(bytes: Uint8Array, limits: DecodeLimits): void {
  if (bytes.length === 0) throw emptyFile();
  if (bytes.length > limits.maxBytes) throw tooBig(limits.maxBytes);
}

type Opener = (bytes: Uint8Array, raw: RawFormat | null) => OpenedRecording | Promise<OpenedRecording>;

const OPENERS: Readonly<Record<SoundFormat, Opener>> = {
  wav: openWav,
  aiff: openAiff,
  caf: openCaf,
  au: openAu,
  mp3: (bytes) => openMp3(bytes),
  flac: openFlac,
  ogg: openOgg,
  amr: openAmr,
  gsm: openGsm,
  webm: async (bytes) => (await import('./boxed-opus.ts')).openBoxedOpus(bytes, 'webm'),
  mp4: async (bytes) => (await import('./mp4.ts')).openMp4(bytes),
  adts: () => {
    throw noDecoder('adts', 'aac');
  },
  asf: () => {
    throw noDecoder('wma', 'wma');
  },
  raw: (bytes, raw) => {
    if (raw === null) throw notAudio();
    return openRaw(bytes, raw);
  },
  text: () => {
    throw textNotAudio();
  },
  unknown: () => {
    throw notAudio();
  },
};

/** Reads the header of whatever it is; `raw` says what it is where there is none. */
export async function openRecording(bytes: Uint8Array, raw: RawFormat | null = null): Promise<OpenedRecording> {
  const format = sniffFormat(bytes, raw);
  try {
    return await OPENERS[format](bytes, raw);
  } catch (cause) {
    // A reader that ran over the end of a cut file throws a RangeError.
    throw cause instanceof RingbackError ? cause : damaged(format, cause);
  }
}

function checkHeader(header: Header, limits: DecodeLimits): void {
  const { container, channels, decodedRate, durationSec } = header;
  const number = new Intl.NumberFormat('en-US');
  if (channels < 1 || channels > limits.maxChannels)
    throw badHeader(container, `claims ${number.format(channels)} channels, where 1 to ${limits.maxChannels} can be right`);
  if (decodedRate < limits.minSampleRate || decodedRate > limits.maxSampleRate)
    throw badHeader(
      container,
      `claims ${number.format(decodedRate)} samples a second, where ${number.format(limits.minSampleRate)} to ${number.format(limits.maxSampleRate)} can be right`,
    );
  const limitSec = durationLimit(header, limits);
  if ((durationSec ?? header.leastSec ?? 0) > limitSec) throw tooLong(limitSec);
}

function durationLimit(header: Header, limits: DecodeLimits): number {
  return Math.min(limits.maxDurationSec, limits.maxSamples / header.decodedRate);
}
