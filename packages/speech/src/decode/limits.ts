/** What a recording may be at most. Checked on the header before any codec sees the file, and again while decoding. */
export interface DecodeLimits {
  /** Bytes of the file. House rule: half an hour of 16-bit stereo at 48 kHz. */
  maxBytes: number;
  /** House rule: no phone, PBX or browser records more. */
  maxChannels: number;
  /** Hz. House rule: below this no speech can be understood. */
  minSampleRate: number;
  /** Hz. House rule: above this no device records. */
  maxSampleRate: number;
  /** Seconds. House rule: voicemail systems stop a message after 2 to 10 minutes. */
  maxDurationSec: number;
  /** Samples of one channel held in memory. House rule: half an hour at 48 kHz is 345 MB. */
  maxSamples: number;
  /** Milliseconds that decoding may go without progress. House rule, from the promise that nothing hangs for 10 s. */
  maxStallMs: number;
  /** Milliseconds that decoding may take, however it progresses, before its size is counted. House rule, as `maxStallMs`. */
  baseTimeMs: number;
  /** Milliseconds that each megabyte of the file adds. House rule: some twenty times what Opus at 24 kbit/s needs. */
  timePerMbMs: number;
  /** Milliseconds that decoding may take, whatever the size. House rule: half an hour of any codec takes seconds. */
  maxTimeMs: number;
  /** Megabytes by which the process may grow while decoding. House rule, from the promise that no process passes 700 MB. */
  maxGrowthMb: number;
}

/** The defaults of {@link DecodeLimits}. */
export const DECODE_LIMITS: Readonly<DecodeLimits> = {
  maxBytes: 350_000_000,
  maxChannels: 8,
  minSampleRate: 4_000,
  maxSampleRate: 192_000,
  maxDurationSec: 1_800,
  maxSamples: 86_400_000,
  maxStallMs: 8_000,
  baseTimeMs: 9_000,
  timePerMbMs: 20_000,
  maxTimeMs: 180_000,
  maxGrowthMb: 500,
};
