import {
  type Artifacts,
  correctionsBetween,
  joinedCorrections,
  type Review,
  type ReviewSettings,
  RingbackError,
  type Take,
  type Transcript,
} from '@ringback/core';
import type { DecodedRecording, RawFormat } from '@ringback/speech';
import type { Heard, Judging } from '../ports/hearing.ts';
import type { Jobs, TakeAt } from '../ports/jobs.ts';
import { samplesOf, toPcm16 } from '../ports/kept-wav.ts';
import type { ScriptStore, StoredTake, TakeStore } from '../ports/stores.ts';
import { reviewOptions } from './take-knowledge.ts';
import type { TakeSound } from './take-sound.ts';
import { wantsGrading } from './take-work.ts';

/** What the desk works with. */
export interface TakeDeskOptions {
  /** Whose takes they are. */
  owner: string;
  takes: TakeStore;
  scripts: ScriptStore;
  sound: TakeSound;
  /** Reads an uploaded file of any known format. Throws what `decodeRecording` throws. */
  decode: (bytes: Uint8Array, what: { name: string; raw?: RawFormat }) => Promise<DecodedRecording>;
  /** Judges again what was heard. */
  judging: Judging;
  /** Hears takes that are complete, behind the call. */
  jobs: Jobs;
}

/** A recording that was dropped on the page. */
export interface Upload {
  id: string;
  name: string;
  scriptId: string | null;
  /** What it is where it has no header and its name does not say. */
  raw?: RawFormat;
  bytes: Uint8Array;
  /** Nobody waits for its review. */
  inBatch?: boolean;
  /** Who left it and when, where it was handed over. */
  received?: Take['received'];
}

/** The takes of one person, from their sound to their review. */
export class TakeDesk {
  readonly #options: TakeDeskOptions;
  /** Takes that are being deleted. */
  readonly #leaving = new Map<string, Promise<void>>();

  constructor(options: TakeDeskOptions) {
    this.#options = options;
  }

  /** The take with what is known of it now. Throws "no-such-take". */
  async find(id: string): Promise<Take> {
    return documentOf(await this.#stored(id));
  }

  /** Decodes and keeps a recording; it is heard behind this call. The same bytes sent again change nothing. Throws what decoding throws. */
  async upload({ id, name, scriptId, raw, bytes, received = null, inBatch = false }: Upload): Promise<void> {
    const { takes, sound, decode } = this.#options;
    await this.left(id);
    await takes.mayBegin({ id, scriptId });
    const digest = await digestOf(bytes);
    const before = await takes.find(id);
    const isSame = before?.digest === digest;
    if (!isSame || !(await sound.has(id))) {
      const { waveform, recording } = await decode(bytes, { name, ...(raw && { raw }) });
      await sound.write(id, toPcm16(waveform.samples), waveform.sampleRate);
      const sent = { digest, durationSec: recording.durationSec, recording: { ...recording, sampleRate: waveform.sampleRate } };
      const begun = before === null ? takes.begin({ id, scriptId, name, capture: null, received, state: 'hearing', ...sent }) : null;
      await begun?.catch(async (error: unknown) => {
        await sound.sweep(id);
        throw error;
      });
      if (before !== null && !isSame) await takes.again(id, sent);
      await sound.settle(id);
    }
    await this.resume(id, !inBatch);
  }

  /** Sees to it that a take which waits to be heard is heard, behind this call. */
  async resume(id: string, waits = true): Promise<void> {
    const { state, revision } = await this.#stored(id);
    if (state === 'hearing') await this.#hear({ takeId: id, revision }, waits);
  }

  /** Hears a take again from its kept sound, behind this call. Returns what was asked for; null where there is nothing in it to hear. */
  async hearAgain(id: string): Promise<TakeAt | null> {
    const at = await this.again(id);
    if (at) await this.#hear(at, true);
    return at;
  }

  /** Begins another hearing of a take from its kept sound, for the caller to do. Null where there is nothing in it to hear. */
  async again(id: string): Promise<TakeAt | null> {
    const { takes, sound } = this.#options;
    await this.#stored(id);
    const file = await sound.read(id);
    if (file === null) throw new RingbackError('no-sound', 'The sound of this take is not in the data folder any more.');
    const { samples, sampleRate } = samplesOf(file);
    if (samples.length > 0) return takes.again(id, { durationSec: samples.length / sampleRate });
    await takes.fail(id, { code: 'empty-take', message: 'Nothing was recorded: delete this take and record again.' });
    return null;
  }

  async #hear(at: TakeAt, waits: boolean): Promise<void> {
    const { jobs, owner } = this.#options;
    await jobs.add('hear', at, { owner, waits });
  }

  /** Judges a take with words put right; times of unchanged words stay. Throws "no-such-take", "not-heard". */
  async correct(id: string, transcript: Transcript): Promise<Review> {
    const { artifacts } = await this.#stored(id);
    if (artifacts === null) throw new RingbackError('not-heard', 'This take was not heard yet: wait until its review is there.');
    // The drive test was of the words before.
    const { legibility: _before, ...sound } = artifacts.sound ?? {};
    const heard = artifacts.transcript.ok ? correctionsBetween(artifacts.transcript.value, transcript) : [];
    const corrections = joinedCorrections(artifacts.corrections ?? [], heard);
    const corrected = { ...artifacts, sound, transcript: { ok: true as const, value: transcript }, corrections } as Artifacts;
    return (await this.keep(id, await this.#options.judging.judge(corrected, await this.reviewOptions(id)))).review;
  }

  /** Records what was heard, whatever was known before; the drive test of the number follows behind the call. */
  async keep(id: string, heard: Heard): Promise<Heard> {
    const { takes, jobs, owner } = this.#options;
    for (;;) {
      const { revision } = await this.#stored(id);
      if (!(await takes.finish({ takeId: id, revision }, heard.artifacts, heard.review))) continue;
      if (wantsGrading(heard)) await jobs.add('grade', { takeId: id, revision: revision + 1 }, { owner });
      return heard;
    }
  }

  /** What is known of the speaker from other takes of the same script. */
  reviewOptions(id: string): Promise<ReviewSettings> {
    return reviewOptions(this.#options.takes, id);
  }

  /**
   * Deletes a take, its sound and the work that was to be done on it for good. Throws "no-such-take".
   *
   * @param ended Resolves when nothing is written to its sound any more.
   */
  remove(id: string, ended: Promise<void> = Promise.resolve()): Promise<void> {
    const leaving = this.#remove(id, ended).finally(() => {
      if (this.#leaving.get(id) === leaving) this.#leaving.delete(id);
    });
    this.#leaving.set(id, leaving);
    return leaving;
  }

  /** Resolves when a take that is being deleted is gone: what begins under the same id before would lose its sound with it. */
  async left(id: string): Promise<void> {
    await this.#leaving.get(id)?.catch(() => {});
  }

  async #remove(id: string, ended: Promise<void>): Promise<void> {
    const { takes, sound, jobs, owner } = this.#options;
    await ended;
    if (!(await takes.has(id))) throw noSuchTake();
    // The sound stands aside until the take is gone: what a server that dies here leaves is known to be deleted.
    await sound.discard(id);
    await jobs.forget(owner, id);
    await takes.remove(id);
    await sound.remove(id);
  }

  async #stored(id: string): Promise<StoredTake> {
    const take = await this.#options.takes.find(id);
    if (take === null) throw noSuchTake();
    return take;
  }
}

/** A stored take as the document that is sent. */
export function documentOf({ artifacts, revision: _r, recording: _f, digest: _d, ...take }: StoredTake): Take {
  return { ...take, sound: artifacts?.sound ?? null, progress: take.state === 'reviewed' ? 1 : take.progress };
}

/** The failure of a take that is not there, or not for this person. */
export const noSuchTake = (): RingbackError => new RingbackError('no-such-take', 'There is no such take; it may have been deleted.');

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
