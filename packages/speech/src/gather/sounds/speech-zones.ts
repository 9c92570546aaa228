import type { Span, Track } from '@ringback/core';
import { ACTIVITY_OPTIONS } from '../../prosody/activity-options.ts';

/** When a stretch of sound holds speech. */
export interface SpeechZoneOptions {
  /** Probability of speech that counts. */
  speechProbability: number;
  /** Probability of speech above which a stretch goes on. */
  speechProbabilityToStay: number;
  /** Seconds for which the probability must be reached in one zone: single steps are reached by a tone that begins or ends. */
  minSureSec: number;
  /** Seconds between two stretches that are still one zone. */
  joinSec: number;
}

/** The defaults of {@link SpeechZoneOptions}. */
export const SPEECH_ZONE_OPTIONS: Readonly<SpeechZoneOptions> = {
  speechProbability: ACTIVITY_OPTIONS.speechProbability,
  speechProbabilityToStay: ACTIVITY_OPTIONS.speechProbabilityToStay,
  // Our measurement: at most 0.06 s over noises and tones of a line, 0.3 s and more over a single word.
  minSureSec: 0.09,
  // House rule: the pause of someone who thinks.
  joinSec: 1,
};

/** Seconds for which a detector is sure that someone speaks. */
export function sureSeconds({ stepSec, values }: Track, options: SpeechZoneOptions = SPEECH_ZONE_OPTIONS): number {
  return Array.from(values).filter((value) => (value ?? 0) > options.speechProbability).length * stepSec;
}

/** Where someone speaks by the detector, in seconds of the recording; in order, without overlap. */
export function speechZones({ startSec, stepSec, values }: Track, options: SpeechZoneOptions = SPEECH_ZONE_OPTIONS): Span[] {
  const zones: (Span & { sureSec: number })[] = [];
  Array.from(values, (value) => value ?? 0).forEach((probability, i) => {
    if (probability <= options.speechProbabilityToStay) return;
    const start = Math.max(0, startSec + (i - 0.5) * stepSec);
    const sureSec = probability > options.speechProbability ? stepSec : 0;
    const last = zones.at(-1);
    if (last !== undefined && start - last.end < options.joinSec) {
      last.end = start + stepSec;
      last.sureSec += sureSec;
    } else zones.push({ start, end: start + stepSec, sureSec });
  });
  return zones.filter(({ sureSec }) => sureSec >= options.minSureSec).map(({ start, end }) => ({ start, end }));
}
