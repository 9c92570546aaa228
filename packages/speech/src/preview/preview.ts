import {
  cutIntoPieces,
  DIGIT_NAMES,
  digitGroups,
  findContacts,
  PREVIEW_PAUSES,
  type Span,
  type SpokenPiece,
  type TimedDigit,
  type Transcript,
  type Tune,
  type Word,
} from '@ringback/core';
import type { Waveform } from '../signal/waveform.ts';
import { alignPhones } from './align-phones.ts';
import { bendEnd } from './bend-end.ts';
import type { Phone, Voice } from './voice.ts';

/** How a preview is spoken. */
export interface PreviewOptions {
  /** Words per minute of the person, from their takes; the voice's own pace otherwise. */
  paceWordsPerMinute?: number;
  /** ISO country of the numbers. */
  region?: string;
  signal?: AbortSignal;
}

/** A script as spoken by a voice. */
export interface Preview {
  waveform: Waveform;
  /** The script's words with their times in the preview; digits of a number each with its own. */
  transcript: Transcript;
  durationSec: number;
}

/** Digits a second inside a group that a listener can write down: the dictation target of the number tip. House rule. */
const DIGITS_PER_SECOND = 1.8;
/** Words per minute of the voice reading messages at stretch 1, pauses included: our own figure over composed scripts. */
const VOICE_WORDS_PER_MINUTE = 165;
/** The voice is stretched no further than this either way: beyond, it is hard to follow. House rule. */
const STRETCH = { least: 0.75, most: 1.6, digits: 2.5 } as const;
/** Semitones to which the end of a group is bent; a voice falls a little by itself. House rule. */
const TUNE_SEMITONES: Readonly<Record<Tune, number>> = { rise: 6, fall: -4 };

const PAUSE = 'pau';
/** Level, of 1, under which nothing is heard. */
const AUDIBLE = 0.005;

/** Sound put together piece by piece. */
class Tape {
  readonly #parts: Float32Array[] = [];
  #samples = 0;
  sampleRate = 0;

  get time(): number {
    return this.sampleRate === 0 ? 0 : this.#samples / this.sampleRate;
  }

  add(samples: Float32Array): void {
    this.#parts.push(samples);
    this.#samples += samples.length;
  }

  silence(seconds: number): void {
    this.add(new Float32Array(Math.round(seconds * this.sampleRate)));
  }

  finish(): Waveform {
    const samples = new Float32Array(this.#samples);
    let at = 0;
    for (const part of this.#parts) {
      samples.set(part, at);
      at += part.length;
    }
    return { samples, sampleRate: this.sampleRate };
  }
}

interface Spoken {
  samples: Float32Array;
  sampleRate: number;
  /** Time of each word inside `samples`, seconds. */
  times: Span[];
}

/** The times of words in an utterance, from its phones and theirs. */
function alignedTimes(phones: readonly Phone[], wordPhones: readonly (readonly string[])[]): Span[] {
  const spans = phones.map((phone, index) => ({ ...phone, start: phones[index - 1]?.end ?? 0 })).filter(({ name }) => name !== PAUSE);
  let last = spans[0]?.start ?? 0;
  return alignPhones(
    wordPhones,
    spans.map(({ name }) => name),
  ).map(({ from, to }) => {
    const start = to > from ? (spans[from]?.start ?? last) : last;
    const end = to > from ? (spans[to - 1]?.end ?? start) : start;
    last = end;
    return { start, end };
  });
}

/** The times of words in a sound whose voice tells no phones: each has the share of its letters. */
function sharedTimes(words: readonly string[], { start, end }: Span): Span[] {
  const letters = words.map((word) => Math.max(1, word.replace(/[^\p{L}\p{N}]/gu, '').length));
  const all = letters.reduce((sum, count) => sum + count, 0);
  let before = 0;
  return letters.map((count) => {
    const from = start + ((end - start) * before) / all;
    before += count;
    return { start: from, end: start + ((end - start) * before) / all };
  });
}

/** Where there is sound, at both ends of which a voice is silent. */
function soundSpan({ samples, sampleRate }: Waveform): Span {
  const first = samples.findIndex((sample) => Math.abs(sample) > AUDIBLE);
  const last = samples.findLastIndex((sample) => Math.abs(sample) > AUDIBLE);
  return { start: Math.max(0, first) / sampleRate, end: (last + 1) / sampleRate };
}

/** A voice that asks for the phones of a word, and for a group of digits, only once. */
class Reader {
  readonly voice: Voice;
  readonly #phones: ReadonlyMap<string, string[]>;
  readonly #groups = new Map<string, Promise<Spoken>>();

  constructor(voice: Voice, phones: ReadonlyMap<string, string[]>) {
    this.voice = voice;
    this.#phones = phones;
  }

  static async open(voice: Voice, words: readonly string[]): Promise<Reader> {
    const distinct = [...new Set([...words, ...DIGIT_NAMES])];
    const phones = await voice.phonesOf(distinct);
    return new Reader(voice, new Map(distinct.map((word, index) => [word, phones[index] ?? []])));
  }

  phonesOf(words: readonly string[]): string[][] {
    return words.map((word) => this.#phones.get(word) ?? []);
  }

  group(digits: string, tune: Tune): Promise<Spoken> {
    const key = `${digits} ${tune}`;
    const known = this.#groups.get(key);
    if (known) return known;
    const spoken = speakGroup(this, digits, tune);
    this.#groups.set(key, spoken);
    return spoken;
  }
}

/** Speaks words in one go, the silence at both ends cut off. */
async function speakWords(reader: Reader, words: readonly string[], stretch: number): Promise<Spoken> {
  const { waveform, phones } = await reader.voice.speak(words.join(' '), stretch);
  const sounds = phones.map((phone, index) => ({ ...phone, start: phones[index - 1]?.end ?? 0 })).filter(({ name }) => name !== PAUSE);
  const [first, last] = [sounds[0], sounds.at(-1)];
  const spoken = first && last ? { start: first.start, end: last.end } : soundSpan(waveform);
  const samples = waveform.samples.slice(Math.round(spoken.start * waveform.sampleRate), Math.round(spoken.end * waveform.sampleRate));
  const whole = first ? alignedTimes(phones, reader.phonesOf(words)) : sharedTimes(words, spoken);
  const times = whole.map(({ start, end }) => ({ start: Math.max(0, start - spoken.start), end: Math.max(0, end - spoken.start) }));
  return { samples, sampleRate: waveform.sampleRate, times };
}

/** Speaks one group of digits no faster than can be written down, its end bent up or down. */
async function speakGroup(reader: Reader, group: string, tune: Tune): Promise<Spoken> {
  const names = [...group].map((digit) => DIGIT_NAMES[Number(digit)] ?? '');
  const quick = await speakWords(reader, names, 1);
  const wanted = names.length / DIGITS_PER_SECOND / Math.max(quick.samples.length / quick.sampleRate, 0.001);
  const slow = wanted <= 1 ? quick : await speakWords(reader, names, Math.min(wanted, STRETCH.digits));
  const last = slow.times.at(-1);
  const samples = bendEnd(slow.samples, slow.sampleRate, TUNE_SEMITONES[tune], last?.start);
  const end = samples.length / slow.sampleRate;
  return { ...slow, samples, times: slow.times.map((time) => (time === last ? { start: time.start, end } : time)) };
}

async function playText(piece: SpokenPiece, reader: Reader, tape: Tape, stretch: number): Promise<Word[]> {
  const spoken = await speakWords(
    reader,
    piece.words.map(({ text }) => text),
    stretch,
  );
  tape.sampleRate = spoken.sampleRate;
  const offset = tape.time;
  tape.add(spoken.samples);
  return piece.words.map((word, index) => {
    const time = spoken.times[index] ?? { start: 0, end: 0 };
    return { ...word, start: offset + time.start, end: offset + time.end, method: 'aligned' };
  });
}

async function playDigits(word: Word, tune: Tune, reader: Reader, tape: Tape): Promise<Word> {
  const digits: TimedDigit[] = [];
  const groups = digitGroups(word);
  for (const [index, group] of groups.entries()) {
    const spoken = await reader.group(group, index < groups.length - 1 ? 'rise' : tune);
    tape.sampleRate = spoken.sampleRate;
    const offset = tape.time;
    tape.add(spoken.samples);
    for (const [place, digit] of [...group].entries()) {
      const time = spoken.times[place] ?? { start: 0, end: 0 };
      digits.push({ digit, start: offset + time.start, end: offset + time.end });
    }
    if (index < groups.length - 1) tape.silence(PREVIEW_PAUSES.group);
  }
  const [first, last] = [digits[0], digits.at(-1)];
  return { ...word, start: first?.start ?? tape.time, end: last?.end ?? tape.time, method: 'aligned', digits };
}

/**
 * Reads a script aloud: with pauses where a speaker would make them, and every phone number digit by digit, in groups, slow enough to write down.
 * @throws RingbackError `voice-failed` when the voice cannot read it.
 */
export async function speakScript(transcript: Transcript, voice: Voice, options: PreviewOptions = {}): Promise<Preview> {
  const { phoneNumbers } = findContacts(transcript, options.region ? { region: options.region } : {});
  const pace = options.paceWordsPerMinute;
  const stretch = pace ? Math.min(STRETCH.most, Math.max(STRETCH.least, VOICE_WORDS_PER_MINUTE / pace)) : 1;
  const reader = await Reader.open(
    voice,
    transcript.words.map(({ text }) => text),
  );
  const tape = new Tape();
  const words: Word[] = [];
  for (const piece of cutIntoPieces(transcript, phoneNumbers)) {
    options.signal?.throwIfAborted();
    if (piece.kind === 'text') words.push(...(await playText(piece, reader, tape, stretch)));
    else for (const word of piece.words) words.push(await playDigits(word, piece.tune ?? 'fall', reader, tape));
    tape.silence(piece.pauseAfter);
  }
  const waveform = tape.finish();
  return { waveform, transcript: { text: transcript.text, words }, durationSec: tape.time };
}

/**
 * Reads one group of digits aloud, as a drill does.
 * @throws RingbackError `voice-failed` when the voice cannot read it.
 */
export async function speakDigitGroup(digits: string, tune: Tune, voice: Voice): Promise<Waveform> {
  return speakGroup(await Reader.open(voice, []), digits.replace(/\D/g, ''), tune);
}
