import { type KnownWords, scriptAfter, type Track, type Transcript, type Word } from '@ringback/core';
import { SoundFollower } from '../prosody/follow-sound.ts';
import type { SoundOptions } from '../prosody/measure.ts';
import type { SpeechDetector } from '../prosody/speech-detector.ts';
import type { RecogniseOptions, Recogniser } from '../recognise/recogniser.ts';
import { spokenParts } from '../recognise/segment/stretches.ts';
import { durationOf, type Waveform } from '../signal/waveform.ts';
import { joinTranscripts, shifted } from './join.ts';

/** How a take is heard while it is spoken. House rules, checked on our recordings. */
export interface LiveOptions {
  /** Seconds of silence between two words at which what came before may be settled. */
  settlePauseSec: number;
  /** Seconds that are settled at least: the recogniser understands better with context. */
  minSettleSec: number;
  /** Seconds that must have been heard beyond a settled word, for the same reason. */
  contextSec: number;
  /** The same at the end of the take, where less is made do with. */
  tailContextSec: number;
  /** Seconds of open sound from which a pause is looked for. */
  openSec: number;
  /** Seconds of open sound at which it is cut between two words, pause or not. */
  maxOpenSec: number;
  /** Seconds of new sound after which the open part is heard again, for the checklist. */
  glanceSec: number;
  /** Seconds of silence after the last word at which the open part is heard once more: often the last time before the stop. */
  restSec: number;
}

/** Defaults; see the fields. */
export const LIVE_OPTIONS: LiveOptions = {
  settlePauseSec: 0.15,
  minSettleSec: 2,
  contextSec: 1,
  tailContextSec: 0.5,
  openSec: 5,
  maxOpenSec: 9,
  glanceSec: 0.7,
  restSec: 0.25,
};

const NOTHING: Transcript = { text: '', words: [] };

interface Glance {
  /** Samples from the beginning that it covers. */
  upTo: number;
  transcript: Transcript;
  /** Its number was heard in one plain pass, for the checklist only. */
  draft: boolean;
}

/** A place where the open part may be cut. */
interface Cut {
  /** Words before it. */
  count: number;
  /** Seconds between the words on both sides. */
  gap: number;
  /** Seconds of the open part before it. */
  sec: number;
}

/** What hears a live take, and how. */
export interface LiveEar {
  recogniser: Recogniser;
  /** Tells speech from other sound while it comes in. */
  detector?: SpeechDetector | undefined;
  /** What is meant to be said, as it would be said; null where it is not known. */
  script?: string | null;
  /** What may come up where there is no script. */
  known?: KnownWords | undefined;
  options?: LiveOptions;
}

/**
 * Hears a take while it comes in. What came after the last settled pause is heard again and again; once it is long, what lies before a
 * pause in it is settled, so that after the end only a little is left to hear. Times are seconds of the take.
 */
export class LiveHearing {
  /** What is meant to be said. */
  readonly script: string | null;
  readonly #known: KnownWords | undefined;
  readonly #recogniser: Recogniser;
  readonly #sampleRate: number;
  readonly #options: LiveOptions;
  readonly #follower: SoundFollower;
  /** What is being heard now, up to this sample. */
  #running: { upTo: number; draft: boolean; controller: AbortController } | null = null;
  #samples = new Float32Array(0);
  #length = 0;
  /** Samples before this are settled. */
  #settledTo = 0;
  #settled: Transcript = NOTHING;
  #glance: Glance = { upTo: 0, transcript: NOTHING, draft: false };

  constructor({ recogniser, detector, script = null, known, options = LIVE_OPTIONS }: LiveEar, sampleRate: number) {
    this.script = script;
    this.#known = known;
    this.#recogniser = recogniser;
    this.#sampleRate = sampleRate;
    this.#options = options;
    this.#follower = new SoundFollower(sampleRate, detector);
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
    await this.#follower.follow(this.waveform.samples);
    const open = this.#open();
    const last = spokenParts(open).at(-1);
    if (last === undefined) return this.#skipSilence(open);
    const newSec = (this.#length - Math.max(this.#glance.upTo, this.#settledTo)) / this.#sampleRate;
    const rests = durationOf(open) - last.end >= this.#options.restSec && last.end > this.#glancedSec;
    if (!rests && newSec < this.#options.glanceSec) return false;
    // What may be settled, and what may be the last before the stop, is heard in full.
    if (!(await this.#look(!rests && durationOf(open) < this.#options.openSec))) return false;
    if (!this.#glance.draft) this.#settle();
    return true;
  }

  /** The take ended: what is being heard is given up if it must be heard again anyhow. */
  hurry(): void {
    if (this.#running === null) return;
    const { upTo, draft, controller } = this.#running;
    const rest = { samples: this.#samples.subarray(upTo, this.#length), sampleRate: this.#sampleRate };
    if (draft || spokenParts(rest).length > 0) controller.abort();
  }

  /** What of the sound was measured while it came in, for `measureSound`. */
  measures(): Promise<Pick<SoundOptions, 'pitchTrack' | 'speechProbability'>> {
    return this.#follower.finish(this.waveform);
  }

  /** Hears what is left. Throws what the recogniser throws; with no word in the whole take `not-understood` where someone spoke. */
  async finish(): Promise<Transcript> {
    const unheard = spokenParts(this.#open()).some(({ end }) => end > this.#glancedSec);
    // Only what comes after the last pause needs to be heard with the tail.
    const last = this.#cuts(this.#options.settlePauseSec, this.#options.tailContextSec).at(-1);
    if (unheard && last) this.#cut(last);
    if (unheard || this.#glance.draft) await this.#look(false, true);
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

  /** Settles what lies before the widest pause of a long open part. */
  #settle(): void {
    const { settlePauseSec, minSettleSec, contextSec, openSec, maxOpenSec } = this.#options;
    const openFor = this.#glancedSec;
    if (openFor < openSec) return;
    const cuts = this.#cuts(openFor > maxOpenSec ? 0 : settlePauseSec, contextSec).filter(({ sec }) => sec >= minSettleSec);
    const widest = cuts.reduce<Cut | null>((best, one) => (best === null || one.gap > best.gap ? one : best), null);
    if (widest) this.#cut(widest);
  }

  /** Places between two heard words where the open part may be cut. A number is never cut in two, nor settled as a draft. */
  #cuts(minGapSec: number, contextSec: number): Cut[] {
    const { transcript, draft } = this.#glance;
    const words = draft ? transcript.words.slice(0, firstDigits(transcript.words) + 1) : transcript.words;
    const openFrom = this.#settledTo / this.#sampleRate;
    return words.slice(0, -1).flatMap((word, i) => {
      const next = words[i + 1];
      if (next === undefined || (isDigits(word) && isDigits(next))) return [];
      const cut = { count: i + 1, gap: next.start - word.end, sec: (word.end + next.start) / 2 - openFrom };
      return cut.gap >= minGapSec && cut.sec <= this.#glancedSec - contextSec ? [cut] : [];
    });
  }

  /** Settles the words before a cut; what was heard behind it stays open. */
  #cut({ count, sec }: Cut): void {
    const { transcript, upTo, draft } = this.#glance;
    const { text, words } = transcript;
    this.#settled = joinTranscripts([this.#settled, { text: text.slice(0, words[count - 1]?.charEnd), words: words.slice(0, count) }]);
    this.#settledTo += Math.round(sec * this.#sampleRate);
    this.#glance = { upTo, transcript: cutTranscript(transcript, count), draft };
  }

  /** Seconds of the open part that were heard. */
  get #glancedSec(): number {
    return (this.#glance.upTo - this.#settledTo) / this.#sampleRate;
  }

  async #look(draft: boolean, strict = false): Promise<boolean> {
    const upTo = this.#length;
    const how = { draft, strict: strict && this.#settled.words.length === 0, goesOn: !strict };
    const transcript = await this.#recognise(this.#settledTo, upTo, how);
    // Without a number a draft is as good as any.
    if (transcript !== null) this.#glance = { upTo, transcript, draft: draft && transcript.words.some(isDigits) };
    return transcript !== null;
  }

  /** The script from where the settled words end; without one what is known besides. */
  #expected(goesOn: boolean): Pick<RecogniseOptions, 'expected'> {
    if (this.script === null) return this.#known === undefined ? {} : { expected: this.#known };
    const script = scriptAfter(this.script, this.#settled.words);
    return { expected: { script, ...(goesOn && { goesOn }) } };
  }

  /** Null when it was given up. */
  async #recognise(from: number, to: number, { draft = false, strict = false, goesOn = false } = {}): Promise<Transcript | null> {
    const fromSec = from / this.#sampleRate;
    const controller = new AbortController();
    const speech = this.#follower.speechProbability;
    this.#running = { upTo: to, draft, controller };
    try {
      const heard = await this.#recogniser.recognise(
        { samples: this.#samples.slice(from, to), sampleRate: this.#sampleRate },
        { draft, signal: controller.signal, ...(speech && { speechProbability: later(speech, -fromSec) }), ...this.#expected(goesOn) },
      );
      return shifted(heard, fromSec);
    } catch (error) {
      if (controller.signal.aborted) return null;
      // A stretch that cannot be understood is no end of the take; a take without any word is.
      if (strict || (error as { code?: unknown }).code !== 'not-understood') throw error;
      return NOTHING;
    } finally {
      this.#running = null;
    }
  }
}

function later(track: Track, bySec: number): Track {
  return { ...track, startSec: track.startSec + bySec };
}

const DIGIT_WORD = /^\W*(?:\d[\d.,-]*|oh|zero|one|two|three|four|five|six|seven|eight|nine|double|triple)\W*$/i;

/** Index of the first word that is digits; the count of words where none is. */
function firstDigits(words: readonly Word[]): number {
  const first = words.findIndex(isDigits);
  return first < 0 ? words.length : first;
}

function isDigits({ text }: Word): boolean {
  return DIGIT_WORD.test(text);
}

function cutTranscript(transcript: Transcript, from: number): Transcript {
  const first = transcript.words[from];
  if (first === undefined) return NOTHING;
  const words = transcript.words
    .slice(from)
    .map((word) => ({ ...word, charStart: word.charStart - first.charStart, charEnd: word.charEnd - first.charStart }));
  return { text: transcript.text.slice(first.charStart), words };
}
