import {
  type Artifacts,
  type ChecklistItem,
  type FailureNote,
  noteOf,
  type Reader,
  type ReviewSettings,
  RingbackError,
  review,
  type Tune,
} from '@ringback/core';
import {
  type LiveEar,
  LiveHearing,
  orLocal,
  type Recogniser,
  soundArtifacts,
  understood,
  type Waveform,
  withDriveTest,
} from '@ringback/speech';
import { reviewSound } from 'ringback';
import { checklistOf } from '../../live/checklist.ts';
import { fromPcm16 } from '../../ports/kept-wav.ts';
import type { HearingAnswer, HearingRequest } from './messages.ts';

/** What the desk needs. */
export interface DeskOptions {
  answer(message: HearingAnswer): void;
  /** Reads the words of what was heard. */
  reader: Reader;
  /** The person's own speech service, asked first for whole recordings; null where nothing leaves the machine. */
  remote?: Recogniser | null;
  openEar(): Promise<Pick<LiveEar, 'recogniser' | 'detector'>>;
  /** Reads a script aloud. */
  speak(text: string, tune?: Tune): Promise<Waveform>;
}

type Question = Exclude<HearingRequest, { kind: 'samples' | 'drop' | 'open' }>;

/** Works through what is asked, one thing at a time: questions first, live takes in between. */
export class HearingDesk {
  readonly #options: DeskOptions;
  readonly #live = new Map<string, LiveHearing>();
  readonly #questions: Question[] = [];
  #ear: ReturnType<DeskOptions['openEar']> | null = null;
  #working = false;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Takes one request; answers come through `answer`. */
  take(request: HearingRequest): void {
    switch (request.kind) {
      case 'open':
        this.#pending.set(request.id, request);
        this.#early.set(request.id, []);
        break;
      case 'samples':
        this.#push(request.id, fromPcm16(request.samples));
        break;
      case 'drop':
        this.#forget(request.id);
        break;
      default:
        if (request.kind === 'finish') this.#live.get(request.id)?.hurry();
        this.#questions.push(request);
    }
    void this.#work();
  }

  /** Live takes whose recogniser is still loading, and the sound that came meanwhile. */
  readonly #pending = new Map<string, Extract<HearingRequest, { kind: 'open' }>>();
  readonly #early = new Map<string, Float32Array[]>();

  #push(id: string, samples: Float32Array): void {
    const hearing = this.#live.get(id);
    if (hearing) hearing.push(samples);
    else this.#early.get(id)?.push(samples);
  }

  #forget(id: string): void {
    this.#live.delete(id);
    this.#pending.delete(id);
    this.#early.delete(id);
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      // A question may come while a piece of work finds that there is nothing to do.
      while ((await this.#one()) || this.#questions.length > 0) {
        // Lets messages in between two pieces of work.
        await new Promise((resolve) => setTimeout(resolve));
      }
    } finally {
      this.#working = false;
    }
  }

  /** One piece of work; false when there is none. */
  async #one(): Promise<boolean> {
    const question = this.#questions.shift();
    if (question) {
      await this.#settle(question);
      return true;
    }
    for (const id of [...this.#pending.keys(), ...this.#live.keys()]) {
      if (await this.#listen(id)) return true;
    }
    return false;
  }

  async #listen(id: string): Promise<boolean> {
    try {
      const hearing = await this.#hearingOf(id);
      if (!(await hearing?.step()) || hearing === null) return false;
      const { transcript, heardSec } = hearing.heard;
      const source = { kind: 'recording' as const, name: 'take', durationSec: hearing.durationSec, estimated: false };
      const artifacts: Artifacts = { artifactsVersion: 1, source, transcript: { ok: true, value: transcript } };
      const checklist = checklistSoFar(this.#options.reader, artifacts);
      this.#options.answer({ kind: 'heard', id, text: transcript.text, heardSec, checklist });
      return true;
    } catch (error) {
      this.#forget(id);
      this.#options.answer({ kind: 'failed', id, failure: told(error) });
      return false;
    }
  }

  async #hearingOf(id: string): Promise<LiveHearing | null> {
    const known = this.#live.get(id);
    if (known) return known;
    const ear = await this.#open();
    const pending = this.#pending.get(id);
    if (pending === undefined) return null;
    const hearing = new LiveHearing({ ...ear, script: pending.script, known: pending.known }, pending.sampleRate);
    for (const samples of this.#early.get(id) ?? []) hearing.push(samples);
    this.#forget(id);
    this.#live.set(id, hearing);
    return hearing;
  }

  async #settle(question: Question): Promise<void> {
    const { id } = question;
    try {
      if (question.kind === 'prepare') {
        await this.#open();
        this.#options.answer({ kind: 'ready', id });
      } else if (question.kind === 'grade') {
        this.#options.answer({ kind: 'reviewed', id, ...(await this.#grade(question)) });
      } else if (question.kind === 'speak') {
        this.#options.answer({ kind: 'spoken', id, ...(await this.#options.speak(question.text, question.tune)) });
      } else if (question.kind === 'judge') {
        this.#options.answer({ kind: 'reviewed', id, ...this.#judged(question.artifacts, question.options) });
      } else {
        this.#options.answer({
          kind: 'reviewed',
          id,
          ...(question.kind === 'hear' ? await this.#hear(question) : await this.#finish(question)),
        });
      }
    } catch (error) {
      this.#options.answer({ kind: 'failed', id, failure: told(error) });
    } finally {
      if (question.kind === 'finish') this.#forget(id);
    }
  }

  async #hear({ id, samples, recording, name, script, known, options }: Extract<Question, { kind: 'hear' }>) {
    const { recogniser: local, detector } = await this.#open();
    const recogniser = this.#options.remote ? orLocal(this.#options.remote, local) : local;
    const sound = { waveform: { samples, sampleRate: recording.sampleRate }, recording };
    const onProgress = (share: number): void => this.#options.answer({ kind: 'progress', id, share });
    // The drive test takes seconds: it follows when the review stands.
    const expected = script === null ? known : { script };
    const how = { name, recogniser, ...(detector && { detector }), ...(expected && { expected }), legibility: 'none' as const, onProgress };
    return reviewSound(sound, { ...how, review: { ...options, reader: this.#options.reader } });
  }

  async #finish({ id, recording, name, options }: Extract<Question, { kind: 'finish' }>) {
    const hearing = await this.#hearingOf(id);
    if (hearing === null)
      throw new RingbackError('no-such-take', 'The take is not being heard any more: open it again.', { kind: 'internal' });
    const transcript = await understood(() => hearing.finish());
    const sound = { waveform: hearing.waveform, recording: { ...recording, durationSec: hearing.durationSec } };
    const artifacts = soundArtifacts(sound, name, transcript, await hearing.measures());
    return this.#judged(hearing.script === null ? artifacts : { ...artifacts, script: hearing.script }, options);
  }

  async #grade({ samples, artifacts, options }: Extract<Question, { kind: 'grade' }>) {
    if (artifacts.sound === undefined) return this.#judged(artifacts, options);
    const waveform: Waveform = { samples, sampleRate: artifacts.sound.recording.sampleRate };
    const { recogniser } = await this.#open();
    return this.#judged(await withDriveTest(waveform, artifacts, { recogniser }), options);
  }

  #judged(artifacts: Artifacts, settings: ReviewSettings) {
    return { artifacts, review: review(artifacts, { ...settings, reader: this.#options.reader }) };
  }

  #open(): ReturnType<DeskOptions['openEar']> {
    this.#ear ??= this.#options.openEar().catch((error: unknown) => {
      this.#ear = null;
      throw error;
    });
    return this.#ear;
  }
}

/** The first words of a take may be too few to judge: then nothing was said yet. */
function checklistSoFar(reader: Reader, artifacts: Artifacts): ChecklistItem[] {
  try {
    return checklistOf(review(artifacts, { reader }));
  } catch (error) {
    if (error instanceof RingbackError) return [];
    throw error;
  }
}

function told(error: unknown): FailureNote {
  return noteOf(error, {
    code: 'hearing-failed',
    message: 'The take could not be heard because of a fault on our side; its sound is kept: try "hear again".',
  });
}
