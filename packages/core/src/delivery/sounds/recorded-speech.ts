import type { HeardSound } from '../../documents/artifacts.ts';
import type { Transcript, Word } from '../../documents/transcript.ts';
import { keepWords } from './keep-words.ts';

/** What only a greeting says, and whoever leaves a message never: that there is a tone to wait for. */
const WAIT_FOR_TONE = /\b(?:after|at|until|following) the (?:tone|beep|signal)\b/;
/** What a greeting says: believed where a beep follows and someone speaks after it. */
const GREETING = [
  WAIT_FOR_TONE,
  /\b(?:leave|record)\b(?: \S+){0,5} (?:message|name|number)\b/,
  /\byou(?:'ve| have) reached\b/,
  /\b(?:can't|cannot|can not|unable to|not able to|couldn't) (?:come to|get to|take|answer|pick up)\b/,
  /\bnot available\b/,
  /\baway from (?:my|the|our) (?:desk|phone|office)\b/,
  /\b(?:voice ?mail|mailbox)\b/,
  /\bcall has been (?:forwarded|transferred)\b/,
];

const KEY = '(?:the )?(?:pound|hash|star|any key|number \\S+|\\d|zero|one|two|three|four|five|six|seven|eight|nine)(?: key| sign)?';
/** What a machine says around a message, and no caller does. */
const PROMPT = [
  new RegExp(`\\bpress(?:ing)? ${KEY}\\b.*\\b(?:message|recording|urgent|options|send|deliver)\\b`),
  new RegExp(`\\b(?:message|recording|urgent|options|send|deliver|finished|done|listen|hear it)\\b.*\\bpress(?:ing)? ${KEY}\\b`),
  /\byour (?:message|recording) (?:has been|was|is being|will be) (?:sent|saved|delivered|recorded|deleted|erased)\b/,
  /\bmaximum (?:message |recording )?(?:length|time)\b/,
  /\bsatisfied with (?:your|this|the) (?:message|recording)\b/,
  /\brecord your (?:message|name) (?:after|at) the (?:tone|beep)\b/,
  /\bwhen you(?:'re| are| have)? (?:finished|done)(?: recording)? (?:you may |please |simply )?(?:hang up|press)\b/,
];
/** Words that a machine may still say after its prompt, at most: "Thank you. Goodbye." */
const AFTER_PROMPT_WORDS = 4;

/** Words that someone must say after the beep for what comes before to be a greeting. House rule: fewer may be a slip of the ear. */
const MESSAGE_WORDS = 3;
/** Seconds by which a word may reach into a beep: both edges are measured. */
const EDGE_SEC = 0.2;
/** Seconds of silence that end a sentence without a full stop. House rule. */
const SENTENCE_PAUSE_SEC = 0.8;

/** The message alone, and what else was said in the recording. */
export interface WithoutRecorded {
  transcript: Transcript;
  /** Greetings and prompts; each with its words. */
  recorded: HeardSound[];
}

/**
 * Leaves out what a machine says: a greeting recorded before the message (it ends in a beep, and says so or is followed by someone who
 * speaks), and prompts such as "to send your message press pound".
 */
export function withoutRecordedSpeech(transcript: Transcript, sounds: readonly HeardSound[]): WithoutRecorded {
  const { words } = transcript;
  const recorded: HeardSound[] = [];
  const drop = new Set<number>();
  const greeting = greetingEnd(words, sounds);
  if (greeting !== null) {
    for (let i = 0; i < greeting.words; i += 1) drop.add(i);
    recorded.push({ kind: 'greeting', start: 0, end: greeting.endSec, quote: quoteOf(transcript, 0, greeting.words) });
  }
  for (const [from, to] of promptsIn(words, greeting?.words ?? 0)) {
    for (let i = from; i < to; i += 1) drop.add(i);
    const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
    recorded.push({ kind: 'prompt', start, end, quote: quoteOf(transcript, from, to) });
  }
  return { transcript: keepWords(transcript, (_word, index) => !drop.has(index)), recorded };
}

const quoteOf = ({ text, words }: Transcript, from: number, to: number): string =>
  text.slice(words[from]?.charStart ?? 0, words[to - 1]?.charEnd ?? 0);

/** Words without the signs around them, in lower case. */
const plain = (words: readonly Word[]): string =>
  words
    .map(({ text }) =>
      text
        .toLowerCase()
        .replace(/’/g, "'")
        .replace(/[^\p{L}\p{N}' ]/gu, ''),
    )
    .join(' ');

/** How many words are a greeting, and when the beep after it begins. */
function greetingEnd(words: readonly Word[], sounds: readonly HeardSound[]): { words: number; endSec: number } | null {
  for (const beep of sounds.filter(({ kind }) => kind === 'beep')) {
    const count = words.filter(({ end }) => end <= beep.start + EDGE_SEC).length;
    const after = words.filter(({ start }) => start >= beep.end - EDGE_SEC).length;
    const said = plain(words.slice(0, count));
    const isGreeting = after >= MESSAGE_WORDS ? GREETING.some((one) => one.test(said)) : after === 0 && WAIT_FOR_TONE.test(said);
    if (isGreeting) return { words: count, endSec: beep.start };
  }
  return null;
}

/** Ranges of words that are prompts, from word `from` on. */
function promptsIn(words: readonly Word[], from: number): [number, number][] {
  const sentences = sentencesOf(words, from);
  const ranges: [number, number][] = [];
  for (const [at, to] of sentences) {
    const last = ranges.at(-1);
    const isPrompt = PROMPT.some((one) => one.test(plain(words.slice(at, to))));
    const follows = last !== undefined && last[1] === at;
    const isRest = follows && words.length - at <= AFTER_PROMPT_WORDS;
    if (follows && (isPrompt || isRest)) last[1] = to;
    else if (isPrompt) ranges.push([at, to]);
  }
  return ranges;
}

/** Ranges of words between full stops and pauses. */
function sentencesOf(words: readonly Word[], from: number): [number, number][] {
  const ranges: [number, number][] = [];
  let start = from;
  for (let i = from; i < words.length; i += 1) {
    const next = words[i + 1];
    const pause = next === undefined ? 0 : next.start - (words[i]?.end ?? 0);
    if (next !== undefined && !/[.?!]$/.test(words[i]?.text ?? '') && pause < SENTENCE_PAUSE_SEC) continue;
    ranges.push([start, i + 1]);
    start = i + 1;
  }
  return ranges;
}
