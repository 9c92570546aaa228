import { amountAt } from '../../message/times/amounts.ts';
import { durationAt } from '../../message/times/durations.ts';
import { tokenise } from '../../message/tokens/index.ts';

/** Longest talk that is still "a few minutes" of a day. House rule. */
export const LONGEST_TALK_MIN = 240;

/** Words for a time that say no number. */
const LOOSE =
  /\b(?:few|couple|several|some|many|short|quick|brief|moments?|bit|while|jiffy|second|sec|long|tbd|flexible|whatever|any|as .* as)\b/i;
/** Words around a number that say no more than it does. */
const AROUND =
  /^(?:about|around|roughly|approx(?:imately)?\.?|circa|ca\.?|max(?:imum)?\.?|maybe|at most|at the most|up to|no more than|just|only|~|<|under|less than)\s*/i;

/** What a person typed as minutes: a number, or what to ask back. */
export type ReadMinutes = { minutes: number } | { ask: string };

/** "twenty", "half an hour", "5-10", "about 15 min.", "1.5 hours"; a range is read as its longer end, and "a few" is asked about. */
export function readMinutes(typed: string): ReadMinutes | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!?]+$/, '')
    .replace(AROUND, '');
  if (text === '') return undefined;
  const minutes = plainMinutes(text) ?? hoursWithPart(text) ?? saidMinutes(text);
  if (minutes !== undefined && !(LOOSE.test(text) && !/\d/.test(text) && !/\b(?:hour|quarter)\b/.test(text))) {
    if (minutes >= 1 && minutes <= LONGEST_TALK_MIN) return { minutes };
    return { ask: 'That is no talk on the phone: how many minutes do you ask for, up to twenty or so?' };
  }
  return { ask: `How many minutes is “${typed.trim()}”? Give one number, such as 5.` };
}

const plainMinutes = (text: string) => (/^\d{1,3}$/.test(text) ? Number(text) : /^an? min(?:ute)?$/.test(text) ? 1 : undefined);

/** "1.5 hours", "1h30", "1:15", "7.5 min". */
function hoursWithPart(text: string): number | undefined {
  const parts = /^(\d)\s*(?:h|hrs?|hours?|:)\s*(?:and\s+)?(\d{1,2})\s*(?:m|mins?|minutes)?$/.exec(text);
  if (parts) return Number(parts[1]) * 60 + Number(parts[2]);
  const share = /^(\d{1,2}[.,]\d)\s*(h|hrs?|hours?|m|mins?|minutes?)?$/.exec(text);
  return share ? Math.round(Number((share[1] ?? '').replace(',', '.')) * (share[2]?.startsWith('h') ? 60 : 1)) : undefined;
}

function saidMinutes(text: string): number | undefined {
  const spaced = text
    .replace(/(\d)\s*[-–—]\s*(\d)/g, '$1 to $2')
    .replace(/(\d)([a-z])/g, '$1 $2')
    .replace(/\bminute\b/g, 'minutes');
  const has = /\b(?:min|mins|minutes?|hours?|hrs?|h|m)\b/.test(spaced);
  const unit = has ? spaced.replace(/\bm\b/g, 'minutes').replace(/\bh\b/g, 'hours') : `${spaced} minutes`;
  const tokens = tokenise(unit, []);
  const first = tokens.findIndex((_, index) => durationAt(tokens, index) !== undefined || amountAt(tokens, index) !== undefined);
  const found = durationAt(tokens, Math.max(0, first));
  return found && Math.round(found.maxMinutes);
}
