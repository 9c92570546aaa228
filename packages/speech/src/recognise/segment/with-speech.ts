import type { Span, Track } from '@ringback/core';
import { speechZones } from '../../gather/sounds/speech-zones.ts';

/** How much of a stretch is kept around speech. */
export interface WithSpeechOptions {
  /** Seconds kept on either side of detected speech: more than the detector ever missed. */
  reachSec: number;
  /** Seconds without speech that are worth cutting off: the model understands better with context. House rule. */
  minCutSec: number;
  /** Seconds at the end that the detector may have left out, its last step. */
  untoldSec: number;
}

/** Defaults; see the fields. */
export const WITH_SPEECH_DEFAULTS: WithSpeechOptions = { reachSec: 0.6, minCutSec: 1.5, untoldSec: 0.1 };

/**
 * Of stretches that are loud, those in which the detector hears speech, and of a long one only the part around it: a model that is given a
 * breath, a tone or noise makes words up. What the detector was not asked about counts as speech.
 */
export function stretchesWithSpeech(stretches: readonly Span[], speech: Track, options: WithSpeechOptions = WITH_SPEECH_DEFAULTS): Span[] {
  const toldTo = speech.startSec + (speech.values.length - 0.5) * speech.stepSec;
  const zones = speechZones(speech);
  return stretches.flatMap((stretch) => {
    const inside = zones.filter(({ start, end }) => end > stretch.start && start < stretch.end);
    if (stretch.end - toldTo > options.untoldSec) inside.push({ start: Math.max(stretch.start, toldTo), end: stretch.end });
    return partsAround(stretch, inside, options);
  });
}

function partsAround(stretch: Span, zones: readonly Span[], { reachSec, minCutSec }: WithSpeechOptions): Span[] {
  const parts: Span[] = [];
  for (const zone of zones) {
    const [start, end] = [Math.max(stretch.start, zone.start - reachSec), Math.min(stretch.end, zone.end + reachSec)];
    const last = parts.at(-1);
    if (last !== undefined && start - last.end < minCutSec) last.end = Math.max(last.end, end);
    else parts.push({ start: last === undefined && start - stretch.start < minCutSec ? stretch.start : start, end });
  }
  const last = parts.at(-1);
  if (last !== undefined && stretch.end - last.end < minCutSec) last.end = stretch.end;
  return parts;
}

/** What is left of a stretch outside the spans, in order. */
export function partedBy(stretch: Span, spans: readonly Span[]): Span[] {
  const outside = (part: Span, span: Span): Span[] => {
    if (span.end <= part.start || span.start >= part.end) return [part];
    const sides = [
      { start: part.start, end: span.start },
      { start: span.end, end: part.end },
    ];
    return sides.filter(({ start, end }) => end > start);
  };
  return spans.reduce<Span[]>((parts, span) => parts.flatMap((part) => outside(part, span)), [stretch]);
}
