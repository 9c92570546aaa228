import type { Transcript, Word } from '@ringback/core';
import { type Recogniser, spokenParts, type Waveform } from '@ringback/speech';
import { joinTranscripts, shifted } from './join.ts';

/** How a take is heard while it is spoken. House rules, checked on our recordings. */
export interface LiveOptions {
  /** Seconds of silence at which what came before is heard for good. */
  settlePauseSec: number;
  /** Seconds: shorter speech waits for more, since the recogniser understands better with context. */
  minSettleSec: number;
  /** Seconds of speech without a pause after which it is heard anyhow. */
  maxOpenSec: number;
  /** Seconds of new sound after which the open part is heard again, for the checklist. */
  glanceSec: number;
  /** Seconds of silence after the last word at which the open part is heard once more: often the last time before the stop. */
  restSec: number;
}

/** Defaults; see the fields. */
export const LIVE_OPTIONS: LiveOptions = { settlePauseSec: 0.4, minSettleSec: 2.5, maxOpenSec: 9, glanceSec: 1, restSec: 0.25 };

const NOTHING: Transcript = { text: '', words: [] };

interface Glance {
  /** Samples from the beginning that it covers. */
  upTo: number;
  transcript: Transcript;
}

/**
 * Hears a take while it comes in. What lies before a pause is heard once and settled; what came after the last settled pause
 * is heard again and again, so that after the end only what was not yet heard is left. Times are seconds of the take.
 */
export class LiveHearing {
  readonly #recogniser: Recogniser;
  readonly #sampleRate: number;
  readonly #options: LiveOptions;
  #samples = new Float32Array(0);
  #length = 0;
  /** Samples before this are settled. */
  #settledTo = 0;
  /** A pause up to here was looked at and is inside a number that may go on. */
  #heldTo = 0;
  #settled: Transcript = NOTHING;
  #glance: Glance = { upTo: 0, transcript: NOTHING };

  constructor(recogniser: Recogniser, sampleRate: number, options: LiveOptions = LIVE_OPTIONS) {
    this.#recogniser = recogniser;
    this.#sampleRate = sampleRate;
    this.#options = options;
  }

  /** Seconds that came in. */
  get durationSec(): number {
    return this.#length / this.#sampleRate;
  }

  /** All sound that came in. */
  get waveform(): Waveform {
    return { samples: this.#samples.subarray(0, this.#length), sampleRate: this.#sampleRate };
  }

  /** What is understood so far, and the seconds that it covers. */
  get heard(): { transcript: Transcript; heardSec: number } {
    return { transcript: joinTranscripts([this.#settled, this.#glance.transcript]), heardSec: this.#glance.upTo / this.#sampleRate };
  }

  /** Takes in the samples that follow. */
  push(samples: Float32Array): void {
    if (this.#length + samples.length > this.#samples.length) {
      const larger = new Float32Array(Math.max(this.#samples.length * 2, this.#length + samples.length, this.#sampleRate * 60));
      larger.set(this.#samples.subarray(0, this.#length));
      this.#samples = larger;
    }
    this.#samples.set(samples, this.#length);
    this.#length += samples.length;
  }

  /** Does one piece of hearing if there is one to do. Returns whether something was heard. */
  async step(): Promise<boolean> {
    const open = this.#open();
    const parts = spokenParts(open);
    const last = parts.at(-1);
    if (last === undefined) return this.#skipSilence(open);
    const cut = this.#placeToSettle(parts, open);
    const openTooLong = open.samples.length > this.#options.maxOpenSec * this.#sampleRate;
    const upTo = cut === null ? 0 : this.#settledTo + Math.round(cut * this.#sampleRate);
    if (upTo > this.#heldTo || (cut !== null && openTooLong)) return this.#settle(upTo, openTooLong);
    const newSec = (this.#length - Math.max(this.#glance.upTo, this.#settledTo)) / this.#sampleRate;
    const glanced = (this.#glance.upTo - this.#settledTo) / this.#sampleRate;
    const rests = open.samples.length / this.#sampleRate - last.end >= this.#options.restSec && last.end > glanced;
    if (!rests && newSec < this.#options.glanceSec) return false;
    await this.#look();
    return true;
  }

  /** Hears what is left. Throws what the recogniser throws; with no word in the whole take `not-understood` where someone spoke. */
  async finish(): Promise<Transcript> {
    const open = this.#open();
    const glanced = (this.#glance.upTo - this.#settledTo) / this.#sampleRate;
    const unheard = spokenParts(open).some(({ end }) => end > glanced);
    if (unheard) await this.#look(true);
    return this.heard.transcript;
  }

  #open(): Waveform {
    return { samples: this.#samples.subarray(this.#settledTo, this.#length), sampleRate: this.#sampleRate };
  }

  /** Long silence is no reason to hold on to it. */
  #skipSilence(open: Waveform): boolean {
    const keep = Math.round(this.#options.maxOpenSec * this.#sampleRate);
    if (open.samples.length > keep && this.#glance.transcript.words.length === 0) this.#settledTo = this.#length - Math.round(keep / 2);
    return false;
  }

  /** Seconds into the open part where a pause lets it be cut; null when there is none yet. */
  #placeToSettle(parts: readonly { start: number; end: number }[], open: Waveform): number | null {
    const { settlePauseSec, minSettleSec, maxOpenSec } = this.#options;
    const duration = open.samples.length / this.#sampleRate;
    const gaps = parts.map(({ end }, i) => ({ from: end, to: parts[i + 1]?.start ?? duration }));
    const enough = gaps.filter(({ from, to }) => to - from >= settlePauseSec && from >= minSettleSec && from <= maxOpenSec);
    const chosen = enough.at(-1) ?? (duration > maxOpenSec ? widest(gaps.slice(0, -1).filter(({ from }) => from >= minSettleSec)) : null);
    if (chosen) return (chosen.from + chosen.to) / 2;
    // Someone who does not rest at all: cut where the open part is as long as may be.
    return duration > maxOpenSec * 1.5 ? maxOpenSec : null;
  }

  async #settle(upTo: number, whole: boolean): Promise<boolean> {
    const heard = await this.#recognise(this.#settledTo, upTo);
    const { words, end } = whole ? { words: heard, end: upTo } : this.#beforeNumber(heard, upTo);
    if (words.words.length === 0 && end === this.#settledTo) {
      // All of it is a number that may go on: look at it, settle nothing.
      this.#glance = { upTo, transcript: heard };
      this.#heldTo = upTo;
      return true;
    }
    this.#settled = joinTranscripts([this.#settled, words]);
    this.#settledTo = end;
    const rest = heard.words.slice(words.words.length);
    this.#glance = { upTo, transcript: rest.length === 0 ? NOTHING : cutTranscript(heard, words.words.length) };
    return true;
  }

  /** A number is never cut in two: digits at the end stay open, since more may follow. */
  #beforeNumber(heard: Transcript, upTo: number): { words: Transcript; end: number } {
    let count = heard.words.length;
    while (count > 0 && isDigits(heard.words[count - 1])) count -= 1;
    const first = heard.words[count];
    if (first === undefined) return { words: heard, end: upTo };
    const previous = heard.words[count - 1];
    if (previous === undefined) return { words: NOTHING, end: this.#settledTo };
    const end = Math.round(((previous.end + Math.max(previous.end, first.start)) / 2) * this.#sampleRate);
    return { words: { text: heard.text.slice(0, previous.charEnd), words: heard.words.slice(0, count) }, end };
  }

  async #look(strict = false): Promise<void> {
    const upTo = this.#length;
    const transcript = await this.#recognise(this.#settledTo, upTo, strict && this.#settled.words.length === 0);
    this.#glance = { upTo, transcript };
  }

  async #recognise(from: number, to: number, strict = false): Promise<Transcript> {
    const samples = this.#samples.slice(from, to);
    try {
      return shifted(await this.#recogniser.recognise({ samples, sampleRate: this.#sampleRate }), from / this.#sampleRate);
    } catch (error) {
      // A stretch that cannot be understood is no end of the take; a take without any word is.
      if (strict || (error as { code?: unknown }).code !== 'not-understood') throw error;
      return NOTHING;
    }
  }
}

function widest<Gap extends { from: number; to: number }>(gaps: readonly Gap[]): Gap | null {
  return gaps.reduce<Gap | null>((best, gap) => (best === null || gap.to - gap.from > best.to - best.from ? gap : best), null);
}

const DIGIT_WORD = /^\W*(?:\d[\d.,-]*|oh|zero|one|two|three|four|five|six|seven|eight|nine|double|triple)\W*$/i;

function isDigits(word: Word | undefined): boolean {
  return word !== undefined && DIGIT_WORD.test(word.text);
}

function cutTranscript(transcript: Transcript, from: number): Transcript {
  const first = transcript.words[from];
  if (first === undefined) return NOTHING;
  const words = transcript.words
    .slice(from)
    .map((word) => ({ ...word, charStart: word.charStart - first.charStart, charEnd: word.charEnd - first.charStart }));
  return { text: transcript.text.slice(first.charStart), words };
}
