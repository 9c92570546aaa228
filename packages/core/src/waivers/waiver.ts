import { RingbackError } from '../documents/failure.ts';
import { NOTE_IDS, type NoteId, TIP_IDS, type TipId } from '../documents/review.ts';
import type { Waiver } from '../documents/waiver.ts';

const IN_TEXT = /<!--\s*ringback-waive\s+([a-z-]+)\s*:\s*([\s\S]*?)\s*-->/g;

/** Waivers written into a script as `<!-- ringback-waive bridge: she knows my voice -->`. Throws `bad-waiver` for an unknown tip or no reason. */
export function waiversInText(text: string): Waiver[] {
  return [...text.matchAll(IN_TEXT)].map(([, tip, reason]) => toWaiver({ tip, reason }));
}

/**
 * Reads the `waivers` of a configuration file: an array of `{tip, reason, quote?}`.
 * Throws `bad-waiver` when an entry is not one.
 */
export function parseWaivers(value: unknown): Waiver[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new RingbackError('bad-waiver', 'The waivers must be a list of {tip, reason, quote?}.');
  return value.map(toWaiver);
}

function toWaiver(value: unknown): Waiver {
  const entry: { tip?: unknown; reason?: unknown; quote?: unknown } = typeof value === 'object' && value !== null ? value : {};
  const tip = [...TIP_IDS, ...NOTE_IDS].find((id) => id === entry.tip);
  if (tip === undefined) {
    throw new RingbackError('bad-waiver', `A waiver names no tip: use one of ${[...TIP_IDS, ...NOTE_IDS].join(', ')}.`);
  }
  if (typeof entry.reason !== 'string' || entry.reason.trim() === '') {
    throw new RingbackError('bad-waiver', `The waiver for ${tip} gives no reason: write one after the colon.`);
  }
  const waiver: Waiver = { tip, reason: entry.reason.replace(/\s+/g, ' ').trim() };
  if (typeof entry.quote === 'string' && entry.quote !== '') waiver.quote = entry.quote;
  return waiver;
}

/** The reason for which a finding is waived, or null. */
export function waivedBecause(waivers: readonly Waiver[], id: TipId | NoteId, finding: { evidence: string; words: string }): string | null {
  const waiver = waivers.find(
    ({ tip, quote }) => tip === id && (quote === undefined || finding.words.includes(quote) || finding.evidence.includes(quote)),
  );
  return waiver?.reason ?? null;
}
