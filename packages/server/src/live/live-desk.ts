import { capturedFacts, type FailureCode, type LiveAnswer, type LiveRequest, RingbackError } from '@ringback/core';
import type { Hearing, LiveTake } from '../ports/hearing.ts';
import type { TakeAt } from '../ports/jobs.ts';
import { samplesOf } from '../ports/kept-wav.ts';
import type { Log } from '../ports/log.ts';
import { type AllTakes, taken } from '../ports/stores.ts';
import type { OwnDesk } from './own-desk.ts';
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
  readonly #orphans = new Map<string, Timer>();

  constructor(options: LiveDeskOptions) {
    this.#options = options;
  }

  /** Begins a take, or goes on with one whose connection or server was lost. */
  async start(request: StartRequest, owner: string, tell: Tell): Promise<LiveSession> {
    const { takeId } = request;
    const own = this.#options.of(owner);
    await own.takes.mayBegin({ id: takeId, scriptId: request.scriptId });
    clearTimeout(this.#orphans.get(takeId));
    this.#orphans.delete(takeId);
    const open = this.#open.get(takeId) ?? (await this.#begin(request, own));
    if (open.own !== own) throw taken();
    if (open.timer) clearTimeout(open.timer);
    open.timer = null;
    open.tell = tell;
    tell({ type: 'started', takeId, received: open.sound.received });
    return this.#sessionOf(open, tell);
  }

  /** Takes that a former server left behind are heard once nobody comes back for them. */
  async recover(): Promise<void> {
    const { allTakes, of, graceMs, log } = this.#options;
    // Asked for once more, where a server died before it had asked: what waits already is not doubled.
    for (const { id, owner } of await allTakes.inState('hearing')) await of(owner).desk.resume(id);
    for (const { id, owner } of await allTakes.inState('recording')) {
      const begin = (): void => {
        this.#orphans.delete(id);
        of(owner)
          .desk.hearAgain(id)
          .catch(() => log('a left-behind take could not be heard'));
      };
      this.#orphans.set(id, later(begin, graceMs));
    }
  }

  /** Ends every recording; what came is on disk. */
  async close(): Promise<void> {
    for (const timer of this.#orphans.values()) clearTimeout(timer);
    for (const open of this.#open.values()) {
      if (open.timer) clearTimeout(open.timer);
      await open.sound.close();
    }
    this.#open.clear();
  }

  async #begin(request: StartRequest, own: OwnDesk): Promise<Open> {
    const { takeId, scriptId, name, capture } = request;
    const { sound, hearing } = this.#options;
    const { takes, desk } = own;
    await takes.begin({ id: takeId, scriptId, name, capture, state: 'recording' });
    await takes.change(takeId, { state: 'recording' });
    const growing = await sound.grow(takeId, capture.sampleRate);
    const script = await desk.scriptText(scriptId);
    const live = hearing.live({ sampleRate: capture.sampleRate, script }, ({ text, heardSec, checklist }) =>
      this.#open.get(takeId)?.tell({ type: 'heard', text, heardSec, checklist }),
    );
    if (growing.received > 0) {
      const file = await sound.read(takeId);
      if (file) live.push(samplesOf(file).samples);
    }
    const open: Open = { own, takeId, request, sound: growing, live, tell: () => {}, timer: null };
    this.#open.set(takeId, open);
    return open;
  }

  #sessionOf(open: Open, tell: Tell): LiveSession {
    const { takeId } = open;
    return {
      takeId,
      append: async (samples) => {
        open.live.push(samples);
        await open.sound.append(samples);
        tell({ type: 'stored', received: open.sound.received });
      },
      stop: () => this.#finish(open),
      discard: async () => {
        this.#open.delete(takeId);
        open.live.drop();
        await open.sound.close();
        await open.own.desk.remove(takeId);
      },
      lost: () => {
        if (open.tell !== tell || !this.#open.has(takeId)) return;
        open.tell = () => {};
        open.timer = later(() => void this.#finish(open), this.#options.graceMs);
      },
    };
  }

  async #finish(open: Open): Promise<void> {
    const { takeId, request, sound, live } = open;
    const { takes, desk } = open.own;
    const { log } = this.#options;
    const began = performance.now();
    // A second stop, or one after a discard, finds nothing to end.
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
      const { code, message } =
        error instanceof RingbackError
          ? error
          : { code: 'internal', message: 'The take could not be heard; its sound is kept: try "hear again".' };
      log('a live take could not be heard', { code });
      await takes.fail(takeId, { code, message });
      open.tell({ type: 'failed', takeId, code, message });
    }
  }
}
