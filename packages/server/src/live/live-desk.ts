import { capturedFacts, type FailureCode, type LiveAnswer, type LiveRequest, RingbackError } from '@ringback/core';
import { failureIn } from '../ports/failure-in.ts';
import type { Hearing, LiveTake } from '../ports/hearing.ts';
import type { TakeAt } from '../ports/jobs.ts';
import { samplesOf } from '../ports/kept-wav.ts';
import type { Log } from '../ports/log.ts';
import { type AllTakes, taken } from '../ports/stores.ts';
import type { OwnDesk } from './own-desk.ts';
import { meantWords } from './take-knowledge.ts';
import type { GrowingSound, TakeSound } from './take-sound.ts';

/** What live takes need. */
export interface LiveDeskOptions {
  allTakes: AllTakes;
  sound: TakeSound;
  /** Hears live takes only, so that no other work stands before them. */
  hearing: Hearing;
  of: (owner: string) => OwnDesk;
  /** Hears a take that was lost while it was heard live, from its sound. */
  hearNow: (owner: string, at: TakeAt) => Promise<void>;
  /** Milliseconds a broken connection may take to come back before the take counts as complete. */
  graceMs: number;
  log: Log;
}

/** Begins a take or goes on with it. */
export type StartRequest = Extract<LiveRequest, { type: 'start' }>;

type Tell = (answer: LiveAnswer) => void;

/** A take that is being recorded; it outlives its connection. */
export interface LiveSession {
  readonly takeId: string;
  append(samples: Int16Array): Promise<void>;
  stop(): Promise<void>;
  discard(): Promise<void>;
  /** The connection broke. */
  lost(): void;
}

type Timer = ReturnType<typeof setTimeout>;

/** Does something later, unless the program ends before; a browser's timer is a number and holds up nothing. */
function later(work: () => void, ms: number): Timer {
  const timer = setTimeout(work, ms);
  if (typeof timer === 'object') timer.unref();
  return timer;
}

interface Open {
  own: OwnDesk;
  takeId: string;
  request: StartRequest;
  sound: GrowingSound;
  live: LiveTake;
  tell: Tell;
  timer: Timer | null;
}

/** All takes that are being recorded. */
export class LiveDesk {
  readonly #options: LiveDeskOptions;
  readonly #open = new Map<string, Open>();
  readonly #beginning = new Map<string, Promise<Open>>();
  readonly #orphans = new Map<string, Timer>();

  constructor(options: LiveDeskOptions) {
    this.#options = options;
  }

  /** Begins a take, or goes on with one whose connection or server was lost. */
  async start(request: StartRequest, owner: string, tell: Tell): Promise<LiveSession> {
    const { takeId } = request;
    const own = this.#options.of(owner);
    await own.desk.left(takeId);
    await own.takes.mayBegin({ id: takeId, scriptId: request.scriptId });
    clearTimeout(this.#orphans.get(takeId));
    this.#orphans.delete(takeId);
    const open = this.#open.get(takeId) ?? (await this.#beginOnce(request, own));
    if (open.own !== own) throw taken();
    if (open.request.capture.sampleRate !== request.capture.sampleRate) throw otherRate();
    if (open.timer) clearTimeout(open.timer);
    open.timer = null;
    open.tell = tell;
    tell({ type: 'started', takeId, received: open.sound.received });
    return this.#sessionOf(open, tell);
  }

  /** Takes that a former server left behind are heard once nobody comes back for them. */
  async recover(): Promise<void> {
    const { allTakes, of } = this.#options;
    // Asked for once more, where a server died before it had asked: what waits already is not doubled.
    for (const { id, owner } of await allTakes.inState('hearing')) await of(owner).desk.resume(id);
    for (const { id, owner } of await allTakes.inState('recording')) this.#leaveBehind(owner, id);
  }

  /** A take is heard from its sound once nobody comes back for it; where the database is away then, later. */
  #leaveBehind(owner: string, id: string): void {
    const { of, graceMs, log } = this.#options;
    const hear = (): void => {
      this.#orphans.delete(id);
      of(owner)
        .desk.hearAgain(id)
        .catch((error: unknown) => {
          log('a left-behind take could not be heard');
          if (isAway(error)) this.#leaveBehind(owner, id);
        });
    };
    this.#orphans.set(id, later(hear, graceMs));
  }

  /** Ends every recording; what came is on disk. */
  async close(): Promise<void> {
    for (const timer of this.#orphans.values()) clearTimeout(timer);
    await Promise.allSettled(this.#beginning.values());
    for (const open of this.#open.values()) {
      if (open.timer) clearTimeout(open.timer);
      await open.sound.close();
    }
    this.#open.clear();
  }

  /** Two connections may ask for the same take before it is there. */
  #beginOnce(request: StartRequest, own: OwnDesk): Promise<Open> {
    const { takeId } = request;
    const begun = this.#beginning.get(takeId) ?? this.#begin(request, own).finally(() => this.#beginning.delete(takeId));
    this.#beginning.set(takeId, begun);
    return begun;
  }

  async #begin(request: StartRequest, own: OwnDesk): Promise<Open> {
    const { takeId, scriptId, name, capture } = request;
    const { sound, hearing } = this.#options;
    const { takes } = own;
    const file = await sound.read(takeId);
    const before = file && samplesOf(file);
    if (before && before.samples.length > 0 && before.sampleRate !== capture.sampleRate) throw otherRate();
    await takes.begin({ id: takeId, scriptId, name, capture, state: 'recording' });
    await takes.change(takeId, { state: 'recording' });
    const growing = await sound.grow(takeId, capture.sampleRate);
    const meant = await meantWords(own, scriptId);
    const live = hearing.live({ sampleRate: capture.sampleRate, ...meant }, ({ text, heardSec, checklist }) =>
      this.#open.get(takeId)?.tell({ type: 'heard', text, heardSec, checklist }),
    );
    if (before) live.push(before.samples);
    const open: Open = { own, takeId, request, sound: growing, live, tell: () => {}, timer: null };
    this.#open.set(takeId, open);
    return open;
  }

  #sessionOf(open: Open, tell: Tell): LiveSession {
    const { takeId } = open;
    return {
      takeId,
      append: async (samples) => {
        this.#mustBeAt(open, tell);
        // First the disk: what is not kept comes again, and is heard then.
        await open.sound.append(samples);
        open.live.push(samples);
        tell({ type: 'stored', received: open.sound.received });
      },
      stop: async () => {
        // A second stop, or one after a discard, finds nothing to end.
        if (!this.#open.has(takeId)) return;
        this.#mustBeAt(open, tell);
        await this.#finish(open);
      },
      discard: async () => {
        const isOpen = this.#open.get(takeId) === open && this.#open.delete(takeId);
        if (isOpen) open.live.drop();
        await open.own.desk.remove(takeId, isOpen ? open.sound.close() : undefined);
      },
      lost: () => {
        if (open.tell !== tell || !this.#open.has(takeId)) return;
        open.tell = () => {};
        // What it fails of is told and logged where it happens.
        open.timer = later(() => void this.#finish(open).catch(() => {}), this.#options.graceMs);
      },
    };
  }

  /** Sound is for the take that is open, by the connection that has it. */
  #mustBeAt(open: Open, tell: Tell): void {
    if (this.#open.get(open.takeId) === open && open.tell === tell) return;
    throw new RingbackError('bad-request', 'This take is over, or goes on by another connection: "start" goes on with it.');
  }

  async #finish(open: Open): Promise<void> {
    const { takeId, request, sound, live } = open;
    const { desk } = open.own;
    const began = performance.now();
    if (!this.#open.delete(takeId)) return;
    try {
      await sound.close();
      const durationSec = sound.received / request.capture.sampleRate;
      if (sound.received === 0) throw new RingbackError('empty-take', 'Nothing was recorded: check that the microphone is not muted.');
      const options = await desk.reviewOptions(takeId);
      try {
        await desk.keep(takeId, await live.finish(capturedFacts(request.capture, durationSec), request.name, options));
      } catch (error) {
        if (!(error instanceof RingbackError) || error.code !== 'hearing-lost') throw error;
        // The sound is on disk: it is heard from there.
        const at = await desk.again(takeId);
        if (at) await this.#options.hearNow(open.own.owner, at);
        const { failure } = await desk.find(takeId);
        if (failure) throw new RingbackError(failure.code as FailureCode, failure.message);
      }
      open.tell({ type: 'reviewed', takeId, elapsedMs: performance.now() - began });
    } catch (error) {
      live.drop();
      await this.#failed(open, failureIn(error) ?? notHeard());
    }
  }

  /** Keeps and tells why a take could not be heard. Throws where that cannot be kept: the take is heard later. */
  async #failed({ own, takeId, tell }: Open, failure: RingbackError): Promise<void> {
    const { code, message } = failure;
    this.#options.log('a live take could not be heard', { code });
    try {
      if (isAway(failure)) throw failure;
      await own.takes.fail(takeId, { code, message });
      tell({ type: 'failed', takeId, code, message });
    } catch (error) {
      this.#leaveBehind(own.owner, takeId);
      throw error;
    }
  }
}

const isAway = (error: unknown): boolean => failureIn(error)?.code === 'no-database';

const notHeard = () =>
  new RingbackError('internal', 'The take could not be heard; its sound is kept: try "hear again".', { kind: 'internal' });

const otherRate = () =>
  new RingbackError('bad-request', 'This take was recorded with another sample rate: go on with that one, or begin another take.');
