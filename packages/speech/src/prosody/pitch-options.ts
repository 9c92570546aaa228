/** How pitch is tracked. The defaults are those Boersma (1993) and Praat's manual give. */
export interface PitchOptions {
  /** Hz: the lowest pitch looked for. */
  floorHz: number;
  /** Hz: the highest. */
  ceilingHz: number;
  /** Seconds between two values. */
  stepSec: number;
  /** Voiced candidates kept for each frame. */
  maxCandidates: number;
  /** Peak of a frame, relative to the recording's, under which it is probably silent. */
  silenceThreshold: number;
  /** Autocorrelation under which a frame is probably unvoiced. */
  voicingThreshold: number;
  /** Preference of a higher pitch, for each octave. */
  octaveCost: number;
  /** Cost of a jump of one octave between two frames 10 ms apart. */
  octaveJumpCost: number;
  /** Cost of turning from voiced to unvoiced or back between two frames 10 ms apart. */
  voicedUnvoicedCost: number;
}

/** The defaults of {@link PitchOptions}. */
export const PITCH_OPTIONS: Readonly<PitchOptions> = {
  floorHz: 75,
  ceilingHz: 600,
  stepSec: 0.01,
  maxCandidates: 14,
  silenceThreshold: 0.03,
  voicingThreshold: 0.45,
  octaveCost: 0.01,
  octaveJumpCost: 0.35,
  voicedUnvoicedCost: 0.14,
};
