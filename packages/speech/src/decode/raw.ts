import { heldOf } from './cut.ts';
import { notRaw } from './failures.ts';
import { openG722 } from './g722.ts';
import { openGsm } from './gsm.ts';
import { isGsmStream } from './gsm-frames.ts';
import type { OpenedRecording } from './opened.ts';
import { bytesPerSample, type PcmCoding } from './pcm.ts';
import { openPcm } from './uncompressed.ts';

/** Sound without a header, by Asterisk's names: what follows "sln" is thousands of samples a second, 8 where nothing does. */
export const RAW_FORMATS = [
  'ulaw',
  'alaw',
  'gsm',
  'g722',
  'sln',
  'sln12',
  'sln16',
  'sln24',
  'sln32',
  'sln44',
  'sln48',
  'sln96',
  'sln192',
] as const;

/** One of {@link RAW_FORMATS}. */
export type RawFormat = (typeof RAW_FORMATS)[number];

const SAMPLES: Readonly<Record<Exclude<RawFormat, 'gsm' | 'g722'>, { coding: PcmCoding; sampleRate: number }>> = {
  ulaw: { coding: 'mulaw', sampleRate: 8_000 },
  alaw: { coding: 'alaw', sampleRate: 8_000 },
  sln: { coding: 's16le', sampleRate: 8_000 },
  sln12: { coding: 's16le', sampleRate: 12_000 },
  sln16: { coding: 's16le', sampleRate: 16_000 },
  sln24: { coding: 's16le', sampleRate: 24_000 },
  sln32: { coding: 's16le', sampleRate: 32_000 },
  sln44: { coding: 's16le', sampleRate: 44_100 },
  sln48: { coding: 's16le', sampleRate: 48_000 },
  sln96: { coding: 's16le', sampleRate: 96_000 },
  sln192: { coding: 's16le', sampleRate: 192_000 },
};

/** Other endings that Asterisk and sox use. Not ".raw" and ".pcm": what they hold differs from program to program. */
const OTHER_ENDINGS: Readonly<Record<string, RawFormat>> = { ul: 'ulaw', ulw: 'ulaw', mu: 'ulaw', al: 'alaw', alw: 'alaw' };

/** The first bytes of files that are no sound, whatever their name. */
const OTHER_FILES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip, and what office programs write
  [0x1f, 0x8b, 0x08], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x25, 0x50, 0x44, 0x46], // pdf
  [0x89, 0x50, 0x4e, 0x47], // png
  [0xff, 0xd8, 0xff, 0xe0], // jpeg
  [0x7f, 0x45, 0x4c, 0x46], // a program
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], // SQLite
];

/** Bytes from which their distribution says something. House rule: half a second of G.711. */
const LEAST_COUNTED = 4_000;
/** Bits a byte: encrypted or compressed data have 8, the loudest speech we have in G.711 7.3. House rule. */
const MOST_ENTROPY = 7.9;

/** What a file's name says of sound without a header: ".ulaw", ".sln16"; null where it says nothing. */
export function rawFormatOf(name: string): RawFormat | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return OTHER_ENDINGS[ending] ?? RAW_FORMATS.find((format) => format === ending) ?? null;
}

/** Opens sound without a header. Throws `not-audio` where the bytes cannot be that. */
export function openRaw(bytes: Uint8Array, format: RawFormat): OpenedRecording {
  if (OTHER_FILES.some((start) => start.every((byte, i) => bytes[i] === byte))) throw notRaw(format);
  if (format === 'gsm') {
    if (!isGsmStream(bytes)) throw notRaw(format);
    return openGsm(bytes);
  }
  if (format === 'g722') return openG722(bytes);
  const { coding, sampleRate } = SAMPLES[format];
  const width = bytesPerSample(coding);
  // The last byte of a sample is the one that is not noise.
  if (entropyOf(bytes, width) > MOST_ENTROPY) throw notRaw(format);
  const whole = Math.ceil(bytes.length / width) * width;
  return heldOf(openPcm({ container: 'raw', data: bytes, coding, channels: 1, sampleRate }), bytes.length, whole);
}

/** Bits that the last byte of each sample carries, by how often each value occurs; 0 for too few. */
function entropyOf(bytes: Uint8Array, width: number): number {
  const counts = new Float64Array(256);
  for (let at = width - 1; at < bytes.length; at += width) counts[bytes[at] ?? 0] = (counts[bytes[at] ?? 0] ?? 0) + 1;
  const total = Math.floor(bytes.length / width);
  if (total < LEAST_COUNTED) return 0;
  return counts.reduce((sum, count) => (count === 0 ? sum : sum - (count / total) * Math.log2(count / total)), 0);
}
