import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** How what is done was answered. */
export class Tally {
  readonly done = new Map<string, number>();
  readonly failed = new Map<string, number>();

  count(what: string, went: boolean): void {
    const kept = went ? this.done : this.failed;
    kept.set(what, (kept.get(what) ?? 0) + 1);
  }
}

/** A server under load, and recordings to send it. */
export interface Loaded {
  url: string;
  /** WAV files, 16-bit mono. */
  sounds: readonly Uint8Array[];
  tally: Tally;
}

/** Takes of this run that stay; older ones are deleted, so that what is kept does not grow. */
const MOST_TAKES = 10;
/** Live takes come so many times as fast as someone speaks, in pieces of a quarter of a second. */
const SPEED = 5;
const PIECE_MS = 250;
const WAV_HEADER_BYTES = 44;
const RATE_AT = 24;
const BYTES_PER_SAMPLE = 2;
const PATIENCE_MS = 120_000;

const SCRIPT =
  'Hello Ms. Calder, this is Theo Lindgren. Professor Adair said I should call you. Could you give me five minutes on one question? My number is 617-555-0123. Again, 617-555-0123.';

const json = (method: string, value: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

/** Does everything that people do with a server, several things at a time, until it is told to end; resolves when all is done. */
export async function load(loaded: Loaded, signal: AbortSignal): Promise<void> {
  const { tally } = loaded;
  const takes: string[] = [];
  const again = async (what: string, restMs: number, work: (place: number) => Promise<void>): Promise<void> => {
    for (let place = 0; !signal.aborted; place += 1) {
      const went = await work(place).then(
        () => true,
        () => false,
      );
      tally.count(what, went);
      await pause(restMs, undefined, { signal }).catch(() => {});
    }
  };
  await Promise.all([
    again('uploads, heard, told by events', 500, (place) => upload(loaded, takes, place)),
    again('live takes', 1_000, (place) => speak(loaded, takes, place)),
    again('live takes, cut off and gone on with', 4_000, (place) => breakOff(loaded, takes, place)),
    again('scripts reviewed', 300, () => review(loaded)),
    again('lists, pages, sound', 400, () => look(loaded, takes)),
    again('log', 700, () => keepLog(loaded)),
    again('bad requests', 900, () => askBadly(loaded)),
  ]);
}

async function ask({ url }: Loaded, path: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(url + path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) {
    await answer.arrayBuffer();
    throw new Error(`${path} was answered ${answer.status}`);
  }
  return answer;
}

async function keepFew(loaded: Loaded, takes: string[], id: string): Promise<void> {
  takes.push(id);
  while (takes.length > MOST_TAKES) await ask(loaded, `/api/v1/takes/${takes.shift()}`, { method: 'DELETE' });
}

const soundAt = ({ sounds }: Loaded, place: number): Uint8Array<ArrayBuffer> => sounds[place % sounds.length] as Uint8Array<ArrayBuffer>;

async function upload(loaded: Loaded, takes: string[], place: number): Promise<void> {
  const id = randomUUID();
  await (await ask(loaded, `/api/v1/takes/${id}/audio?name=message`, { method: 'PUT', body: soundAt(loaded, place) })).arrayBuffer();
  const jobs = (await (await ask(loaded, '/api/v1/jobs')).json()) as { id: string; takeId: string | null; kind: string }[];
  const job = jobs.find(({ takeId, kind }) => takeId === id && kind === 'hear');
  if (job) await (await ask(loaded, `/api/v1/jobs/${job.id}/events`)).text();
  const take = (await (await ask(loaded, `/api/v1/takes/${id}`)).json()) as { state: string };
  await keepFew(loaded, takes, id);
  if (take.state !== 'reviewed') throw new Error(`the take is ${take.state}`);
}

interface LiveTold {
  type: string;
  received?: number;
}

/** Sends a recording as someone speaks it, from what the server has; ends after `share` of it by a stop, or by going away. */
function say(loaded: Loaded, id: string, sound: Uint8Array, end: { share: number; stops: boolean }): Promise<void> {
  const sampleRate = new DataView(sound.buffer, sound.byteOffset).getUint32(RATE_AT, true);
  const samples = sound.subarray(WAV_HEADER_BYTES);
  const piece = Math.round((sampleRate * PIECE_MS) / 1000) * BYTES_PER_SAMPLE;
  const capture = { sampleRate, automaticGain: false, noiseSuppression: false, echoCancellation: false };
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${loaded.url.replace('http', 'ws')}/api/v1/live`);
    const late = setTimeout(() => socket.terminate(), PATIENCE_MS);
    let went = false;
    const speak = async (from: number): Promise<void> => {
      for (let at = from; at < samples.length * end.share; at += piece) {
        socket.send(samples.subarray(at, at + piece));
        await pause(PIECE_MS / SPEED);
      }
      went = !end.stops;
      if (end.stops) socket.send('{"type":"stop"}');
      else socket.terminate();
    };
    socket.on('error', () => {});
    socket.on('open', () => socket.send(JSON.stringify({ type: 'start', takeId: id, scriptId: null, name: 'spoken', capture })));
    socket.on('message', (data) => {
      const told = JSON.parse(String(data)) as LiveTold;
      if (told.type === 'started') void speak((told.received ?? 0) * BYTES_PER_SAMPLE);
      if (told.type !== 'reviewed' && told.type !== 'failed') return;
      went = told.type === 'reviewed';
      socket.close();
    });
    socket.on('close', () => {
      clearTimeout(late);
      if (went) resolve();
      else reject(new Error('the live take was not reviewed'));
    });
  });
}

async function speak(loaded: Loaded, takes: string[], place: number): Promise<void> {
  const id = randomUUID();
  await say(loaded, id, soundAt(loaded, place + 1), { share: 1, stops: true });
  await keepFew(loaded, takes, id);
}

async function breakOff(loaded: Loaded, takes: string[], place: number): Promise<void> {
  const id = randomUUID();
  const sound = soundAt(loaded, place + 2);
  await say(loaded, id, sound, { share: 0.3, stops: false });
  await say(loaded, id, sound, { share: 0.6, stops: true });
  await keepFew(loaded, takes, id);
}

async function review(loaded: Loaded): Promise<void> {
  const id = randomUUID();
  await ask(loaded, `/api/v1/scripts/${id}`, json('PUT', { name: 'script', text: SCRIPT })).then((answer) => answer.arrayBuffer());
  await ask(loaded, '/api/v1/reviews', json('POST', { text: SCRIPT })).then((answer) => answer.arrayBuffer());
  await ask(loaded, `/api/v1/scripts/${id}`, { method: 'DELETE' });
}

async function look(loaded: Loaded, takes: readonly string[]): Promise<void> {
  const paths = ['/', '/api/v1/takes?limit=5', '/api/v1/scripts', '/api/v1/jobs', '/api/v1/openapi.json', '/healthz'];
  const [first] = takes;
  if (first !== undefined) paths.push(`/api/v1/takes/${first}`, `/api/v1/takes/${first}/peaks`, `/api/v1/takes/${first}/audio.wav`);
  for (const path of paths) {
    // A take may be deleted by those who send others.
    const answer = await fetch(loaded.url + path, { signal: AbortSignal.timeout(PATIENCE_MS) });
    await answer.arrayBuffer();
    if (!answer.ok && answer.status !== 404) throw new Error(`${path} was answered ${answer.status}`);
  }
}

async function keepLog(loaded: Loaded): Promise<void> {
  const call = `/api/v1/calls/${randomUUID()}`;
  await ask(loaded, call, json('PUT', { whom: { name: 'Ms. Calder' }, leftAt: '2026-11-23T11:00:00Z' })).then((answer) =>
    answer.arrayBuffer(),
  );
  const outcome = json('POST', { kind: 'phone', at: '2026-11-23T12:00:00Z' });
  await ask(loaded, `${call}/outcomes`, outcome).then((answer) => answer.arrayBuffer());
  await ask(loaded, '/api/v1/calls/export?format=csv').then((answer) => answer.arrayBuffer());
  await ask(loaded, call, { method: 'DELETE' });
}

/** Such as nobody should send: each is refused, and one goes away before it is whole. */
async function askBadly(loaded: Loaded): Promise<void> {
  const id = randomUUID();
  for (const init of [{ method: 'PUT', body: '{"name":' }, json('PUT', { name: '' }), json('PATCH', {})]) {
    const answer = await fetch(`${loaded.url}/api/v1/scripts/${id}`, init);
    await answer.arrayBuffer();
    if (answer.status < 400 || answer.status >= 500) throw new Error(`a bad request was answered ${answer.status}`);
  }
  const gone = new AbortController();
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(100_000));
      setTimeout(() => gone.abort(), 100);
    },
  });
  const init = { method: 'PUT', body, duplex: 'half', signal: gone.signal } as RequestInit;
  await fetch(`${loaded.url}/api/v1/takes/${id}/audio?name=a`, init).catch(() => {});
}
