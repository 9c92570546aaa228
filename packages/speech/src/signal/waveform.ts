/** Sound as the rest of the package reads it: one channel, at the recording's own rate. */
export interface Waveform {
  /** -1..1, mono. */
  samples: Float32Array;
  /** Hz. */
  sampleRate: number;
}

/** Length in seconds. */
export function durationOf(waveform: Waveform): number {
  return waveform.samples.length / waveform.sampleRate;
}

/** The part from `start` to `end` (seconds, clamped); a view on the same samples, not a copy. */
export function sliceOf(waveform: Waveform, start: number, end: number): Waveform {
  const first = Math.max(0, Math.round(start * waveform.sampleRate));
  const last = Math.min(waveform.samples.length, Math.round(end * waveform.sampleRate));
  return { samples: waveform.samples.subarray(first, Math.max(first, last)), sampleRate: waveform.sampleRate };
}
