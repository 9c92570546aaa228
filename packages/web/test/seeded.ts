import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Artifacts, openReader, type Reader, review, type Transcript } from '@ringback/core';
import { startServer } from '@ringback/server';
import { TOP } from './harness.ts';

const RATE = 16_000;
const WAV_HEADER_BYTES = 44;
/** Seconds between two repetitions. */
const BETWEEN_SEC = 1;

/** A server whose hearing knows beforehand what each recording says: a recording gets the artifacts given for its name. */
export interface SeededServer {
  url: string;
  /** Keeps a take through the interface, of whoever has the token; resolves when its review stands. */
  take(take: { id: string; name: string; scriptId: string | null; sound: Buffer<ArrayBuffer>; token?: string }): Promise<void>;
  script(id: string, name: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts one in this process, with a data folder of its own. Its clock goes on by a minute with every look. */
export async function seededServer(
  artifactsFor: (name: string) => Artifacts,
  more: Partial<Parameters<typeof startServer>[0]> = {},
): Promise<SeededServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-seeded-'));
  const reader = openReader(readFileSync(join(TOP, 'packages', 'core', 'weights', 'reader.bin')));
  let minutes = 0;
  const server = await startServer({
    port: 0,
    dataDir: join(folder, 'data'),
    modelsDir: join(folder, 'models'),
    pageDir: join(TOP, 'packages', 'web', 'dist', 'page'),
    samplesDir: join(TOP, 'fixtures'),
    now: () => new Date(Date.UTC(2026, 10, 23, 8) + minutes++ * 60_000),
    log: () => {},
    openHearing: () => knowing(artifactsFor, reader),
    modelHere: async () => true,
    ...more,
  });
  const put = async (path: string, body: string | Buffer<ArrayBuffer>, headers: Record<string, string>) => {
    const answer = await fetch(`${server.url}/api/v1${path}`, { method: 'PUT', headers, body });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  return {
    url: server.url,
    async take({ id, name, scriptId, sound, token }) {
      const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
      const query = new URLSearchParams({ name, ...(scriptId && { script: scriptId }) });
      await put(`/takes/${id}/audio?${query}`, sound, { ...headers, 'content-type': 'application/octet-stream' });
      for (;;) {
        const { state } = await (await fetch(`${server.url}/api/v1/takes/${id}`, { ...(headers && { headers }) })).json();
        if (state === 'reviewed') return;
        if (state === 'failed') throw new Error(`the seeded take "${name}" could not be reviewed`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    script: (id, name) =>
      put(`/scripts/${id}`, JSON.stringify({ name, text: 'Hello Ms. Carter, this is Thomas Green.' }), {
        'content-type': 'application/json',
      }),
    async close() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

type Hearing = ReturnType<NonNullable<Parameters<typeof startServer>[0]['openHearing']>>;

/** Hearing that knows beforehand what each recording says; of a live take it tells nothing before its end. */
export function knowing(artifactsFor: (name: string) => Artifacts, reader: Reader): Hearing {
  const heard = async (artifacts: Artifacts) => ({ artifacts, review: review(artifacts, { reader }) });
  return {
    prepare: async () => {},
    hear: ({ name }) => heard(artifactsFor(name)),
    judge: heard,
    grade: (_samples, artifacts) => heard(artifacts),
    speak: async () => ({ samples: new Float32Array(RATE / 10), sampleRate: RATE }),
    live: () => ({ push() {}, finish: () => heard(artifactsFor('live')), drop() {} }),
    close: async () => {},
  };
}

/** What was heard in a sample call. */
export function sampleArtifacts(sample: string): Artifacts {
  return JSON.parse(readFileSync(join(TOP, 'fixtures', 'artifacts', sample, 'artifacts.json'), 'utf8')) as Artifacts;
}

/** The same as if it had been said again and again for so many seconds; whole repetitions only. */
export function repeated(artifacts: Artifacts, name: string, seconds: number): Artifacts {
  const { source, transcript, sound } = artifacts;
  if (!transcript.ok || !sound?.pitch.ok || !sound.level.ok || !sound.activity.ok) throw new Error('the sample has no sound');
  const period = source.durationSec + BETWEEN_SEC;
  const times = Math.floor(seconds / period);
  const shifts = Array.from({ length: times }, (_, i) => i * period);
  const spans = <T extends { start: number; end: number }>(all: readonly T[]) =>
    shifts.flatMap((shift) => all.map((span) => ({ ...span, start: span.start + shift, end: span.end + shift })));
  const track = <T extends { stepSec: number; values: ArrayLike<number | null> }>({ values, ...rest }: T) => {
    const one = Array.from(values);
    const all: (number | null)[] = new Array(Math.ceil(seconds / rest.stepSec)).fill(null);
    for (const shift of shifts) all.splice(Math.round(shift / rest.stepSec), one.length, ...one);
    return { ...rest, values: all } as unknown as T;
  };
  const { activity, pitch, level, recording } = sound;
  return {
    ...artifacts,
    source: { ...source, name, durationSec: seconds },
    transcript: { ok: true, value: repeatedWords(transcript.value, shifts) },
    sound: {
      ...sound,
      recording: { ...recording, durationSec: seconds },
      activity: {
        ok: true,
        value: {
          ...activity.value,
          segments: spans(activity.value.segments),
          pauses: spans(activity.value.pauses),
          fillers: spans(activity.value.fillers),
        },
      },
      pitch: { ok: true, value: track(pitch.value) },
      level: { ok: true, value: track(level.value) },
      legibility: { ok: true, value: { method: 'seeded', thresholdDb: 0, digits: [], written: '617-555-0123' } },
    },
  };
}

function repeatedWords({ text, words }: Transcript, shifts: readonly number[]): Transcript {
  const length = text.length + 1;
  return {
    text: shifts.map(() => text).join(' '),
    words: shifts.flatMap((shift, turn) =>
      words.map((word) => ({
        ...word,
        charStart: word.charStart + turn * length,
        charEnd: word.charEnd + turn * length,
        start: word.start + shift,
        end: word.end + shift,
        ...(word.digits && {
          digits: word.digits.map((digit) => ({ ...digit, start: digit.start + shift, end: digit.end + shift })),
        }),
      })),
    ),
  };
}

/** A recording of a tone that comes and goes. */
export function toneFile(seconds: number): Buffer<ArrayBuffer> {
  const file = Buffer.alloc(WAV_HEADER_BYTES + seconds * RATE * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8);
  for (const [at, value] of [
    [16, 16],
    [24, RATE],
    [28, RATE * 2],
    [40, file.length - WAV_HEADER_BYTES],
  ] as const) {
    file.writeUInt32LE(value, at);
  }
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const) {
    file.writeUInt16LE(value, at);
  }
  file.write('data', 36);
  for (let i = 0; i < seconds * RATE; i++) {
    const swell = Math.sin((Math.PI * i) / RATE) ** 2;
    file.writeInt16LE(Math.round(9_000 * swell * Math.sin((2 * Math.PI * 200 * i) / RATE)), WAV_HEADER_BYTES + 2 * i);
  }
  return file;
}
