import {
  type Artifacts,
  capturedFacts,
  type Review,
  type ReviewSettings,
  RingbackError,
  spokenText,
  type Take,
  type Transcript,
} from '@ringback/core';
import type { DecodedRecording } from '@ringback/speech';
import type { Heard, Hearing, Judging } from '../ports/hearing.ts';
import type { JobData, Jobs } from '../ports/jobs.ts';
import { fromPcm16, samplesOf, toPcm16 } from '../ports/kept-wav.ts';
import type { ScriptStore, StoredTake, TakeStore } from '../ports/stores.ts';
import type { TakeSound } from './take-sound.ts';
import { whileLost } from './while-lost.ts';

/** What the desk works with. */
export interface TakeDeskOptions {
  /** Whose takes they are. */
  owner: string;
  takes: TakeStore;
  scripts: ScriptStore;
  sound: TakeSound;
  /** Reads an uploaded file of any known format. Throws what `decodeRecording` throws. */
  decode: (bytes: Uint8Array, name: string) => Promise<DecodedRecording>;
  /** Hears takes that are complete. */
  hearing: Hearing;
  /** Judges again what was heard. */
  judging: Judging;
  /** Does what nobody waits for. */
  jobs: Jobs;
  /** Told of faults of ours; never of anything personal. */
  log: (event: string) => void;
}

/** A recording that was dropped on the page. */
export interface Upload {
  id: string;
  name: string;
  scriptId: string | null;
  bytes: Uint8Array;
}

const SECONDS_PER_MINUTE = 60;
/** Share of a hearing between two looks that a person sees move. House rule. */
const PROGRESS_STEP = 0.02;

/** The takes of one person, from their sound to their review. */
export class TakeDesk {
  readonly #options: TakeDeskOptions;

  constructor(options: TakeDeskOptions) {
    this.#options = options;
  }

  /** The take with what is known of it now. Throws "no-such-take". */
  async find(id: string): Promise<Take> {
    return documentOf(await this.#stored(id));
  }

  /** Decodes and keeps a recording; it is heard behind this call. Throws what decoding throws. */
  async upload({ id, name, scriptId, bytes }: Upload): Promise<void> {
    const { owner, takes, sound, jobs, decode } = this.#options;
    await takes.mayBegin({ id, scriptId });
    const { waveform, recording } = await decode(bytes, name);
    await sound.write(id, toPcm16(waveform.samples), waveform.sampleRate);
    await takes.begin({ id, scriptId, name, capture: null, state: 'hearing' }).catch(async (error: unknown) => {
      await sound.sweep(id);
      throw error;
    });
    await takes.change(id, { durationSec: recording.durationSec });
    await sound.settle(id);
    await jobs.add('hear', { owner, takeId: id, name, recording: { ...recording, sampleRate: waveform.sampleRate } });
  }

  /** Hears a take again from its kept sound, behind this call. */
  async hearAgain(id: string): Promise<void> {
    const job = await this.#again(id);
    if (job) await this.#options.jobs.add('hear', job);
  }

  /** Hears a take again from its kept sound; resolves when it was heard or failed. */
  async hearNow(id: string): Promise<void> {
    const job = await this.#again(id);
    if (job) await this.hear(job);
  }

  /** The job that hears a take again; null where there is nothing in it to hear. */
  async #again(id: string): Promise<JobData['hear'] | null> {
    const take = await this.#stored(id);
    const file = await this.#options.sound.read(id);
    if (file === null) throw new RingbackError('no-sound', 'The sound of this take is not in the data folder any more.');
    const { samples, sampleRate } = samplesOf(file);
    const durationSec = samples.length / sampleRate;
    if (samples.length === 0) {
      await this.#options.takes.fail(id, { code: 'empty-take', message: 'Nothing was recorded: delete this take and record again.' });
      return null;
    }
    await this.#options.takes.change(id, { state: 'hearing', durationSec, progress: 0 });
    const capture = take.capture ?? { sampleRate, automaticGain: null, noiseSuppression: null, echoCancellation: null };
    const recording = { ...(take.artifacts?.sound?.recording ?? capturedFacts(capture, durationSec)), sampleRate, durationSec };
    return { owner: this.#options.owner, takeId: id, name: take.name, recording };
  }

  /** Judges a take with words put right; times of unchanged words stay. Throws "no-such-take", "not-heard". */
  async correct(id: string, transcript: Transcript): Promise<Review> {
    const { artifacts } = await this.#stored(id);
    if (artifacts === null) throw new RingbackError('not-heard', 'This take was not heard yet: wait until its review is there.');
    // The drive test was of the words before.
    const { legibility: _before, ...sound } = artifacts.sound ?? {};
    const corrected = { ...artifacts, sound, transcript: { ok: true as const, value: transcript } } as Artifacts;
    return (await this.keep(id, await this.#options.judging.judge(corrected, await this.reviewOptions(id)))).review;
  }

  /** Records what was heard; the drive test of the number follows behind the call. */
  async keep(id: string, heard: Heard): Promise<Heard> {
    await this.#options.takes.finish(id, heard.artifacts, heard.review);
    const hasDigits = heard.review.message.phoneNumbers.some(({ mentions }) => mentions.some(({ digits }) => digits?.length));
    if (hasDigits && heard.artifacts.sound?.legibility === undefined) {
      await this.#options.jobs.add('grade', { owner: this.#options.owner, takeId: id, text: heard.review.transcript.text });
    }
    return heard;
  }

  /** Does the job of finding what a listener in a car would write; takes seconds, so the review stands before. */
  async grade({ takeId, text }: JobData['grade']): Promise<void> {
    const { hearing, sound, takes } = this.#options;
    // Words that were put right meanwhile have a test of their own.
    const isStill = (take: StoredTake | null) => take?.review?.transcript.text === text;
    const [file, take] = [await sound.read(takeId), await takes.find(takeId)];
    if (file === null || !isStill(take) || !take?.artifacts) return;
    const { artifacts } = take;
    const samples = fromPcm16(samplesOf(file).samples);
    const options = await this.reviewOptions(takeId);
    const graded = await whileLost(() => hearing.grade(samples, artifacts, options));
    if (isStill(await takes.find(takeId))) await takes.finish(takeId, graded.artifacts, graded.review);
  }

  /** What is known of the speaker from other takes of the same script. */
  async reviewOptions(id: string): Promise<ReviewSettings> {
    const take = await this.#options.takes.find(id);
    if (take?.scriptId == null) return {};
    const others = await this.#options.takes.deliveriesOf(take.scriptId, id);
    if (others.length === 0) return {};
    const words = others.reduce((sum, { wordsPerMinute, durationSec }) => sum + (wordsPerMinute * durationSec) / SECONDS_PER_MINUTE, 0);
    const seconds = others.reduce((sum, { durationSec }) => sum + durationSec, 0);
    return { otherTakes: others, ...(seconds > 0 && { paceWordsPerMinute: (words * SECONDS_PER_MINUTE) / seconds }) };
  }

  /** The words that were to be said in a take of this script; null where there is none any more. */
  async scriptText(scriptId: string | null): Promise<string | null> {
    const script = scriptId === null ? null : await this.#options.scripts.find(scriptId);
    return script && spokenText(script.text, { name: script.name });
  }

  /** Deletes a take and its sound for good. Throws "no-such-take". */
  async remove(id: string): Promise<void> {
    if (!(await this.#options.takes.has(id))) throw noSuchTake();
    // The sound first: what a server that dies here leaves is a take that can be deleted again.
    await this.#options.sound.remove(id);
    await this.#options.takes.remove(id);
  }

  /** Does the job of hearing a take. */
  async hear({ takeId, name, recording }: JobData['hear']): Promise<void> {
    const { hearing, takes, sound, log } = this.#options;
    try {
      const file = await sound.read(takeId);
      // Deleted meanwhile.
      if (file === null) return;
      const samples = fromPcm16(samplesOf(file).samples);
      const script = await this.scriptText((await takes.find(takeId))?.scriptId ?? null);
      const options = await this.reviewOptions(takeId);
      const progress = this.#progressOf(takeId);
      await this.keep(takeId, await whileLost(() => hearing.hear({ samples, recording, name, script }, options, progress)));
    } catch (error) {
      const told =
        error instanceof RingbackError
          ? error
          : new RingbackError('internal', 'The take could not be heard: try "hear again".', { kind: 'internal' });
      log(`a take could not be heard: ${told.code}`);
      await takes.fail(takeId, { code: told.code, message: told.message });
    }
  }

  /** Writes progress where every process sees it, in steps: a row for each would be a hundred a second. */
  #progressOf(takeId: string): (share: number) => void {
    let written = 0;
    return (share) => {
      if (share - written < PROGRESS_STEP) return;
      written = share;
      this.#options.takes.change(takeId, { progress: share }).catch(() => this.#options.log('progress could not be kept'));
    };
  }

  async #stored(id: string): Promise<StoredTake> {
    const take = await this.#options.takes.find(id);
    if (take === null) throw noSuchTake();
    return take;
  }
}

/** A stored take as the document that is sent. */
export function documentOf({ artifacts, ...take }: StoredTake): Take {
  return { ...take, sound: artifacts?.sound ?? null, progress: take.state === 'reviewed' ? 1 : take.progress };
}

/** The failure of a take that is not there, or not for this person. */
export const noSuchTake = (): RingbackError => new RingbackError('no-such-take', 'There is no such take; it may have been deleted.');
