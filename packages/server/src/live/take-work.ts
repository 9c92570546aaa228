import { capturedFacts, type RecordingFacts, RingbackError } from '@ringback/core';
import type { Heard, TakeEar } from '../ports/hearing.ts';
import { type BegunJob, type Job, type JobKind, type Jobs, jobIdOf, type TakeAt } from '../ports/jobs.ts';
import { fromPcm16, samplesOf } from '../ports/kept-wav.ts';
import type { Log } from '../ports/log.ts';
import type { BriefStore, ScriptStore, StoredTake, TakeStore } from '../ports/stores.ts';
import { meantWords, reviewOptions } from './take-knowledge.ts';
import type { TakeSound } from './take-sound.ts';
import { whileLost } from './while-lost.ts';

/** The rows of one owner. */
export interface OwnRows {
  takes: TakeStore;
  scripts: ScriptStore;
  briefs: Pick<BriefStore, 'list'>;
}

/** What the work is done with. */
export interface TakeWorkOptions {
  of: (owner: string) => OwnRows;
  sound: TakeSound;
  /** What hears where somebody waits, and where nobody does. */
  hearing: (waits: boolean) => TakeEar;
  jobs: Jobs;
  /** Told of faults of ours; never of anything personal. */
  log: Log;
}

/** Share of a hearing between two looks: one that a person sees move, and one that tells a batch is alive. House rules. */
const PROGRESS_STEP = { waited: 0.02, batch: 0.25 };

/** The recording of a take, as whoever hears it wants it. */
interface Recording {
  samples: Float32Array;
  recording: RecordingFacts;
}

/** The drive test follows where a number was said and has not been tried. */
export function wantsGrading({ artifacts, review }: Pick<StoredTake, 'artifacts' | 'review'>): boolean {
  const hasDigits = review?.message.phoneNumbers.some(({ mentions }) => mentions.some(({ digits }) => digits?.length)) ?? false;
  return hasDigits && artifacts?.sound?.legibility === undefined;
}

/** What is done on takes behind calls, in whichever process; done twice, each of these is done once. */
export class TakeWork {
  readonly #options: TakeWorkOptions;

  constructor(options: TakeWorkOptions) {
    this.#options = options;
    const { jobs } = options;
    jobs.handle('hear', ({ owner, data, waits }) => this.hear(owner, data, waits));
    jobs.handle('grade', (job) => this.#grade(job));
    jobs.handle('review', (job) => this.#review(job));
    jobs.handle('batch', (job, signal) => this.#batch(job, signal));
    jobs.handle('rejudge', (job, signal) => this.#rejudge(job, signal));
    jobs.whenGivenUp((job) => this.#givenUp(job));
  }

  /** Hears a take; resolves when it was heard, or cannot be. Throws what another try may mend. */
  async hear(owner: string, at: TakeAt, waits = true): Promise<void> {
    const rows = this.#options.of(owner);
    const { takes } = rows;
    const take = await takes.find(at.takeId);
    if (take === null || take.state === 'failed') return;
    if (take.revision !== at.revision) {
      // Done before, by a process that died right after.
      await this.#gradeNext(owner, take);
      return;
    }
    const sound = await this.#recordingOf(take);
    if (sound === null) return;
    try {
      const ear = this.#options.hearing(waits);
      const meant = await meantWords(rows, take.scriptId);
      const options = await reviewOptions(takes, take.id);
      const progress = this.#progressOf(takes, take.id, waits ? PROGRESS_STEP.waited : PROGRESS_STEP.batch);
      const heard = await whileLost(() => ear.hear({ ...sound, name: take.name, ...meant }, options, progress));
      // What was put right in it before is known still.
      const { corrections } = take.artifacts ?? {};
      await this.#keep(owner, at, corrections ? { ...heard, artifacts: { ...heard.artifacts, corrections } } : heard);
    } catch (error) {
      if (!(error instanceof RingbackError) || error.kind !== 'input') throw error;
      this.#options.log('a take could not be heard', { code: error.code });
      await takes.giveUp(at, { code: error.code, message: error.message });
    }
  }

  /** What a listener in a car would write; takes seconds, so the review stands before. */
  async #grade({ owner, data: at, waits }: BegunJob<'grade'>): Promise<void> {
    const { takes } = this.#options.of(owner);
    const take = await this.#still(takes, at);
    const sound = take && (await this.#recordingOf(take));
    if (!take?.artifacts || !sound) return;
    const { artifacts } = take;
    const options = await reviewOptions(takes, take.id);
    const graded = await whileLost(() => this.#options.hearing(waits).grade(sound.samples, artifacts, options));
    await takes.finish(at, graded.artifacts, graded.review);
  }

  /** Judges again what was heard: needs no sound. */
  async #review({ owner, data: at, waits }: BegunJob<'review'>): Promise<void> {
    const { takes } = this.#options.of(owner);
    const take = await this.#still(takes, at);
    if (!take?.artifacts) return;
    const { artifacts } = take;
    const options = await reviewOptions(takes, take.id);
    const judged = await whileLost(() => this.#options.hearing(waits).judge(artifacts, options));
    await takes.finish(at, judged.artifacts, judged.review);
  }

  async #batch({ id, owner, data }: Job<'batch'>, signal: AbortSignal): Promise<void> {
    const { takes } = this.#options.of(owner);
    for (const takeId of data.takeIds) {
      if (signal.aborted) return;
      const partId = await jobIdOf(id, takeId);
      const take = await takes.find(takeId);
      // One that was begun before this job was taken up again is not begun twice.
      if (take === null || (await this.#options.jobs.find(owner, partId)) !== null) continue;
      const at = take.state === 'hearing' ? { takeId, revision: take.revision } : await takes.again(takeId, {});
      if (at) await this.#options.jobs.add('hear', at, { owner, partOf: id, id: partId });
    }
  }

  async #rejudge({ id, owner }: Job<'rejudge'>, signal: AbortSignal): Promise<void> {
    for (const at of await this.#options.of(owner).takes.heard()) {
      if (signal.aborted) return;
      await this.#options.jobs.add('review', at, { owner, partOf: id });
    }
  }

  async #givenUp({ kind, owner, data }: Job<JobKind>): Promise<void> {
    if (kind !== 'hear') return;
    await this.#options.of(owner).takes.giveUp(data as TakeAt, {
      code: 'hearing-failed',
      message: 'The take could not be heard; its sound is kept: try "hear again".',
    });
  }

  async #keep(owner: string, at: TakeAt, { artifacts, review }: Heard): Promise<void> {
    const { takes } = this.#options.of(owner);
    if (await takes.finish(at, artifacts, review)) {
      await this.#gradeNext(owner, { id: at.takeId, revision: at.revision + 1, state: 'reviewed', artifacts, review });
    }
  }

  async #gradeNext(owner: string, take: Pick<StoredTake, 'id' | 'revision' | 'state' | 'artifacts' | 'review'>): Promise<void> {
    if (take.state === 'reviewed' && wantsGrading(take)) {
      await this.#options.jobs.add('grade', { takeId: take.id, revision: take.revision }, { owner });
    }
  }

  /** The take as long as it is what work was asked for. */
  async #still(takes: TakeStore, { takeId, revision }: TakeAt): Promise<StoredTake | null> {
    const take = await takes.find(takeId);
    return take?.revision === revision ? take : null;
  }

  /** Null where the sound was deleted meanwhile. */
  async #recordingOf(take: StoredTake): Promise<Recording | null> {
    const file = await this.#options.sound.read(take.id);
    if (file === null) return null;
    const { samples, sampleRate } = samplesOf(file);
    const durationSec = samples.length / sampleRate;
    const capture = take.capture ?? { sampleRate, automaticGain: null, noiseSuppression: null, echoCancellation: null };
    const known = take.recording ?? take.artifacts?.sound?.recording ?? capturedFacts(capture, durationSec);
    return { samples: fromPcm16(samples), recording: { ...known, sampleRate, durationSec } };
  }

  /** Writes progress where every process sees it, in steps: a row for each would be a hundred a second. */
  #progressOf(takes: TakeStore, takeId: string, step: number): (share: number) => void {
    let written = 0;
    return (share) => {
      if (share - written < step) return;
      written = share;
      takes.change(takeId, { progress: share }).catch(() => this.#options.log('progress could not be kept'));
    };
  }
}
