import type { LiveAnswer, LiveRequest } from '@ringback/core';
import { here, type Line } from '../desk/place.ts';
import { keepPiece, letGo } from './backlog.ts';

/** What happens to a take while it is recorded and sent. */
export interface LiveTakeEvents {
  /** Whether the server has the connection now. */
  onConnection(connected: boolean): void;
  onAnswer(answer: LiveAnswer): void;
}

/** How a take is begun. */
export type Start = Extract<LiveRequest, { type: 'start' }>;

const RETRY_MS = 500;
/** Bytes that may wait in the socket before more is sent. */
const MOST_WAITING = 4_000_000;
/** Milliseconds between two looks whether something waits to be saved here. */
const KEEP_EVERY_MS = 500;
/** Milliseconds after which sound that the server has not acknowledged is saved here: together less than the second that may be lost. */
const STUCK_MS = 400;

/**
 * A take on its way to the server. All samples stay here until the server says that they are on its disk; when that takes long,
 * or the server goes away, they are kept in the browser too, and are sent when it is back. One tab at a time sends a take.
 */
export class LiveTakeSender {
  readonly #start: Start;
  readonly #events: LiveTakeEvents;
  readonly #blocks: { from: number; at: number; samples: Int16Array<ArrayBuffer> }[] = [];
  #total = 0;
  #sent = 0;
  #kept = 0;
  #stopped = false;
  /** Once for each connection: a second one would end a take that is over. */
  #toldStop = false;
  #over = false;
  #socket: Line | null = null;
  #ready = false;
  #retry = 0;
  #keeping = 0;
  readonly #ended = new AbortController();

  /** `from` is the place in the take of the first sample to come: not 0 when the server has the ones before. */
  constructor(start: Start, events: LiveTakeEvents, from = 0) {
    this.#start = start;
    this.#total = from;
    this.#kept = from;
    this.#events = events;
    this.#keeping = window.setInterval(() => this.#keepStuck(), KEEP_EVERY_MS);
    const { signal } = this.#ended;
    const sending = async () => {
      this.#connect();
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    };
    // Refused only when the take is over before its turn.
    navigator.locks.request(`ringback-take-${start.takeId}`, { signal }, sending).catch(() => {});
  }

  /** Takes in samples as they are recorded. */
  push(samples: Int16Array<ArrayBuffer>): void {
    // The microphone closes a moment after the stop: what it still gives belongs to no take.
    if (this.#stopped) return;
    this.#blocks.push({ from: this.#total, at: performance.now(), samples });
    this.#total += samples.length;
    this.#flush();
  }

  /** The take is complete: the review follows. */
  stop(): void {
    this.#stopped = true;
    this.#flush();
  }

  /** Throws the take away, here and there. */
  async discard(): Promise<void> {
    if (this.#ready) this.#tell({ type: 'discard' });
    this.#end();
    await letGo(this.#start.takeId);
  }

  /** Saves in the browser what the server has not; resolves when it is safe. */
  async keepHere(): Promise<void> {
    const waiting = this.#blocks.filter(({ from, samples }) => from + samples.length > this.#kept);
    const [first] = waiting;
    if (!first) return;
    const whole = new Int16Array(this.#total - first.from);
    for (const { from, samples } of waiting) whole.set(samples, from - first.from);
    this.#kept = this.#total;
    await keepPiece(this.#start, first.from, whole);
  }

  /** Stops trying; what was kept stays for later. */
  leave(): void {
    this.#end();
  }

  #connect(): void {
    if (this.#over) return;
    const socket = here().openLine();
    this.#socket = socket;
    socket.onopen = () => this.#tell(this.#start);
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(String(data)) as LiveAnswer);
    socket.onclose = () => this.#lost(socket);
  }

  #hear(answer: LiveAnswer): void {
    if (answer.type === 'started') {
      this.#sent = answer.received;
      this.#ready = true;
      this.#toldStop = false;
      this.#events.onConnection(true);
      this.#flush();
    }
    if (answer.type === 'stored') this.#forget(answer.received);
    if (answer.type === 'reviewed' || answer.type === 'failed') {
      this.#end();
      void letGo(this.#start.takeId);
    }
    this.#events.onAnswer(answer);
  }

  #lost(socket: Line): void {
    if (this.#over || socket !== this.#socket) return;
    this.#ready = false;
    this.#events.onConnection(false);
    // What is on its disk the server may still lose in a crash of the machine, but not in one of its own.
    void this.keepHere().catch(() => {});
    this.#retry = window.setTimeout(() => this.#connect(), RETRY_MS);
  }

  #keepStuck(): void {
    const [oldest] = this.#blocks;
    if (oldest && performance.now() - oldest.at >= STUCK_MS) void this.keepHere().catch(() => {});
  }

  #flush(): void {
    const socket = this.#socket;
    // A line that is closing takes nothing more: what is left goes over the next one.
    if (!this.#ready || !socket?.isOpen || socket.bufferedAmount > MOST_WAITING) return;
    for (const { from, samples } of this.#blocks) {
      if (from + samples.length <= this.#sent) continue;
      const rest = samples.subarray(Math.max(0, this.#sent - from));
      socket.send(rest);
      this.#sent = from + samples.length;
    }
    if (!this.#stopped || this.#toldStop || this.#sent < this.#total) return;
    this.#toldStop = true;
    this.#tell({ type: 'stop' });
  }

  #forget(received: number): void {
    while (this.#blocks[0] && this.#blocks[0].from + this.#blocks[0].samples.length <= received) this.#blocks.shift();
    if (this.#stopped && this.#sent < this.#total) this.#flush();
  }

  #tell(request: LiveRequest): void {
    if (this.#socket?.isOpen) this.#socket.send(JSON.stringify(request));
  }

  #end(): void {
    this.#over = true;
    this.#ended.abort();
    clearTimeout(this.#retry);
    clearInterval(this.#keeping);
    this.#socket?.close();
  }
}
