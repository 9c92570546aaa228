import type { Move } from '../../../documents/message.ts';
import { pattern } from '../grammar.ts';
import { type Hit, hitsOf, quoteOf, type Stream } from '../stream/stream.ts';
import { CLASSES } from '../words/classes.ts';
import { numberOf } from '../words/numbers.ts';
import type { Reading } from './context.ts';

/** How long a talk is to take, in minutes. */
export interface Duration {
  hit: Hit;
  minMinutes: number;
  maxMinutes: number;
}

const UNIT = '(?:minutes|minute|mins|min|hours|hour|hrs|hr|seconds|secs)';
const DURATION = pattern(
  `(?<low>half an hour|half hour|a quarter of an hour|quarter of an hour|<number>(?: ${UNIT})?) (?:to|or|and|maybe|, maybe|or maybe|tops|up to|, or|versus|through)(?: (?:maybe|even|perhaps|possibly))? (?<high>half an hour|a half hour|half hour|an hour|<number> ${UNIT})|(?<one>(?:about |under )?(?:half an hour|a half hour|half hour|three quarters of an hour|(?:a )?quarter of an hour|(?:<number>)(?: (?:and a half|or so|odd|quick|short|little|wee|extra|more|full|whole|brief|short|spare))? ${UNIT}|an hour(?: and a half)?|a minute or (?:two|so)|a (?:quick|short|brief|spare) (?:minute|min)|(?:one|a single|single) minute|hour long|hour))`,
  CLASSES,
);
/** Words before a duration that make it no talk's length: a wait, a distance, an age, a date to keep, an opening time. */
const BEFORE =
  / (?:in|within|after|every|last|past|another|waited|waiting|been|ago|next|for the last|for the past|since|late|early|took me|spent|open|under|inside|until|than|per|wasted|hold for|holding for|queue for|lasted|slept|away|notice of|over|drove|been \S+ for) (?:the |about |just |only |almost |over |nearly |roughly |maybe |of )*$/;
/** Words after it that do the same. */
const AFTER =
  /^ (?:each way|by (?:car|train|bus|foot)|on foot|ago|late|early|before|after|past|to (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)|away|from (?:now|here|the|your|our)|drive|walk|ride|flight|delay|wait|window|notice|a (?:day|week|month|year)|per|every|each|of (?:your (?:wisdom|genius)|experience|training|footage|silence|sleep|work|overtime|wages|pay|parking)|i (?:waited|have been)|in (?:the )?(?:queue|traffic|line)|on hold|later|old|or less from|to (?:cancel|pay|respond|reply|claim|decide|act|get back))/;
/** Words around it that speak of the talk, needed for hours and vague amounts. */
const TALK =
  / (?:call|chat|talk|conversation|meeting|meet|word|coffee|lunch|zoom|session|demo|time|take|takes|took|need|only|spare|free|phone|speak|discuss|interview|catch|minutes of|have|borrow|give|tops|max|maximum|no more|not a second|quick|questions?|favou?r|promise|slot|worth|fit|steal|grab|ask|presentation|tour|viewing|visit|all|show|walk you|do) /;

const WIDTH = 70;
const SECONDS_PER_MINUTE = 60;

/** Every duration that says how long the talk would take, surest reading first in order of the text. */
export function findDurations(stream: Stream): Duration[] {
  const found: Duration[] = [];
  for (const hit of hitsOf(stream, DURATION)) {
    const from = stream.starts[hit.first] ?? 0;
    const after = stream.norm.slice(from + hit.norm.length, from + hit.norm.length + WIDTH);
    const before = stream.norm.slice(Math.max(0, from - WIDTH), from);
    const clauseBefore = ` ${before.split(/ [.?!] /).at(-1) ?? ''}`;
    const clauseAfter = (after.split(/ [.?!] /)[0] ?? '').concat(' ');
    if (
      BEFORE.test(clauseBefore) &&
      !/ (?:take|takes|need|done|finish|finished|brief|short|keep it|keep this|spare|talk|chat|call|meeting|took) (?:\S+ ){0,4}$/.test(
        clauseBefore,
      )
    )
      continue;
    if (AFTER.test(clauseAfter)) continue;
    const duration = minutesOf(hit);
    if (duration === undefined) continue;
    if (
      /second|sec/.test(hit.norm) &&
      !/ (?:take|need|only|spare)/.test(clauseBefore) &&
      !/^ (?:answer|question|call|favou?r|thing|job|chat)/.test(clauseAfter)
    )
      continue;
    const bare = hit.groups.one === 'hour' || /^(?:a |an |one )?(?:minute|hour)$/.test(hit.norm);
    if ((bare || duration.maxMinutes > LONG_TALK) && !TALK.test(`${clauseBefore}${clauseAfter}`)) continue;
    if (hit.groups.one === 'hour' && !/ (?:an|one|the|half|your) $/.test(clauseBefore)) continue;
    found.push({ hit, ...duration });
  }
  return found;
}

/** Minutes from which a duration must be near a word for talking to be a talk's length. */
const LONG_TALK = 60;

function minutesOf({ groups }: Hit): { minMinutes: number; maxMinutes: number } | undefined {
  if (groups.one !== undefined) {
    const only = amount(groups.one, groups.one);
    return only === undefined ? undefined : { minMinutes: only, maxMinutes: only };
  }
  const high = groups.high === undefined ? undefined : amount(groups.high, groups.high);
  const low = groups.low === undefined ? undefined : amount(groups.low, groups.high ?? '');
  if (high === undefined || low === undefined) return undefined;
  return { minMinutes: Math.min(low, high), maxMinutes: Math.max(low, high) };
}

function amount(words: string, unitWords: string): number | undefined {
  const half = / and a half/.test(words) ? 0.5 : 0;
  if (/half an hour|half hour/.test(words)) return 30;
  if (/three quarters of an hour/.test(words)) return 45;
  if (/quarter of an hour|quarter hour/.test(words)) return 15;
  if (/minute or (?:two|so)/.test(words)) return 2;
  const value =
    /^(?:about |under )?(?:an?|hour|one|single|a single|a quick|a short|a brief|a spare) /.test(`${words} `) && !/couple|few/.test(words)
      ? 1
      : numberOf(words);
  if (value === undefined) return undefined;
  const unit =
    / (?:hours?|hrs?)|^hour/.test(` ${words}`) || (!/min|sec|hour|hr/.test(words) && /hour|hr/.test(unitWords))
      ? SECONDS_PER_MINUTE
      : /sec/.test(words)
        ? 1 / SECONDS_PER_MINUTE
        : 1;
  return (value + half) * unit;
}

/** The time-box moves. */
export function findTimeBoxes({ stream, words }: Reading): Move[] {
  return findDurations(stream).flatMap(({ hit, minMinutes, maxMinutes }): Move[] => {
    const quote = quoteOf(stream, words, hit.first, hit.last);
    return quote === undefined ? [] : [{ kind: 'time-box', ...quote, confidence: 0.85, minMinutes, maxMinutes }];
  });
}
