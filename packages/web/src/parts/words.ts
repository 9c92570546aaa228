import type { Difference, TakeSummary, TipId, TipStatus, Verdict } from '@ringback/core';

/** What each tip is called on the page. */
export const TIP_NAMES: Readonly<Record<TipId, string>> = {
  goal: 'One ask',
  bridge: 'A tie between you',
  brevity: 'Short enough',
  tone: 'Upbeat, not pleading',
  request: 'A small request',
  number: 'A number to write down',
  'reply-option': 'An easier way to answer',
};

/** What each part of the verdict is called where two takes are compared: the tips, and what no tip owns. */
export const ELEMENT_NAMES: Readonly<Record<Difference['element'], string>> = {
  ...TIP_NAMES,
  reach: 'How they reach you',
  bound: 'Minutes or a date',
  caller: 'Your name',
  recipient: 'Their name',
  dealings: 'What you had to do with each other',
  selling: 'How little it sells',
};

/** How a status is said. */
export const STATUS_WORDS: Readonly<Record<TipStatus, string>> = {
  pass: 'good',
  improve: 'can be better',
  fail: 'worth another try',
  notApplicable: 'not needed here',
  error: 'could not be checked',
};

/** How a verdict is said: as it stands today, never as a mark. */
export const DECISION_WORDS: Readonly<Record<Verdict['decision'], { title: string; short: string }>> = {
  return: { title: 'Reads like one that gets returned', short: 'returned' },
  'toss-up': { title: 'Nearly there: it could go either way', short: 'nearly there' },
  delete: { title: 'Not yet one that gets returned', short: 'not yet' },
};

/** How that of a mere notice is said: no return can be promised. */
export const NO_REPLY_ASKED = 'Says what it must, and asks for no reply';

/** Seconds as "0:07.4" or, without tenths, "0:07". */
export function clock(seconds: number, tenths = false): string {
  const rounded = tenths ? Math.round(seconds * 10) / 10 : Math.round(seconds);
  const minutes = Math.floor(rounded / 60);
  const rest = rounded - minutes * 60;
  return `${minutes}:${tenths ? rest.toFixed(1).padStart(4, '0') : String(rest).padStart(2, '0')}`;
}

/** A moment as a person says it: "today 14:05", "12 Nov 14:05". */
export function moment(iso: string, now: Date = new Date()): string {
  const at = new Date(iso);
  const time = at.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
  const today = at.toDateString() === now.toDateString();
  return today ? `today ${time}` : `${at.toLocaleDateString(undefined, { day: 'numeric', month: 'short' })} ${time}`;
}

const LONGEST_NAME = 48;

/** What a script without a name is called: its first words. */
export function scriptName(text: string): string {
  const first = text.trim().split(/\n/)[0] ?? '';
  if (first.length <= LONGEST_NAME) return first || 'Untitled script';
  return `${first.slice(0, LONGEST_NAME).replace(/\s+\S*$/, '')} …`;
}

/** Names that tell the takes of a list apart, by their ids: of those that share a name, all but the first made carry a number. */
export function toldApart(takes: readonly Pick<TakeSummary, 'id' | 'name' | 'createdAt'>[]): Map<string, string> {
  const times = new Map<string, number>();
  const oldestFirst = [...takes].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  return new Map(
    oldestFirst.map(({ id, name }) => {
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      return [id, time === 1 ? name : `${name} (${time})`];
    }),
  );
}

/** What the next take of a script is called: a number that no take before it had. */
export function nextTakeName(takes: readonly Pick<TakeSummary, 'name'>[]): string {
  const numbers = takes.map(({ name }) => Number(/^Take (\d+)$/.exec(name)?.[1] ?? 0));
  return `Take ${Math.max(takes.length, ...numbers) + 1}`;
}
