/** Sound as the rest of the package reads it: one channel, at the recording's own rate. */
export interface Waveform {
  /** -1..1, mono. */
  samples: Float32Array;
  /** Hz. */
  sampleRate: number;
}
