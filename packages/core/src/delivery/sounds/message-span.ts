import type { Artifacts, HeardSound } from '../../documents/artifacts.ts';
import type { Span } from '../../documents/span.ts';

/** Sound that may lie under a message: it is told, and belongs to the recording's length all the same. */
const AROUND: readonly HeardSound['kind'][] = ['hum', 'noise', 'silence'];

/** Whether a sound is no part of the message: tones, music, a greeting recorded before, prompts. */
export const isLeftOut = ({ kind }: HeardSound): boolean => !AROUND.includes(kind);

/** What is heard in a recording and is no part of the message, in order. */
export function leftOutOf({ sound }: Pick<Artifacts, 'sound'>): HeardSound[] {
  return (sound?.sounds ?? []).filter(isLeftOut);
}

/** Seconds of the message: the whole but what is left out of it. */
export function messageSeconds(artifacts: Pick<Artifacts, 'source' | 'sound'>): number {
  const { durationSec } = artifacts.source;
  return Math.max(
    0,
    durationSec - merged(leftOutOf(artifacts)).reduce((sum, { start, end }) => sum + Math.min(end, durationSec) - start, 0),
  );
}

/** Seconds at which the message ends: before what is left out at the end of the recording, where anything is. */
export function messageEndSec(artifacts: Pick<Artifacts, 'source' | 'sound'>): number {
  const { durationSec } = artifacts.source;
  const last = merged(leftOutOf(artifacts)).at(-1);
  return last !== undefined && durationSec - last.end < AFTER_LAST_SEC ? last.start : durationSec;
}

/** Seconds of silence after a last tone in which nobody goes on. House rule. */
const AFTER_LAST_SEC = 1;

/** Spans that overlap, as one. */
function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}
