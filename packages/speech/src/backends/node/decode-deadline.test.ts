import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../decode/decode.ts';
import { DECODE_LIMITS, type DecodeLimits } from '../../decode/limits.ts';
import { DecodeDeadline } from './decode-deadline.ts';
import { decodeInWorker, type WorkerOptions } from './decode-thread.ts';

const limits: DecodeLimits = { ...DECODE_LIMITS, maxStallMs: 100, baseTimeMs: 1000, timePerMbMs: 500, maxTimeMs: 5000 };
const SMALL_BYTES = 1000;
const SEEDS = new URL('../../../seeds/', import.meta.url);
const AMR_HEADER_BYTES = 6;

/** A clock that stands wherever it is put. */
function handClock(): { now: () => number; set(ms: number): void } {
  let at = 0;
  return {
    now: () => at,
    set: (ms) => {
      at = ms;
    },
  };
}

/** When checks every 10 ms first fail, with one step every `stepMs`; null when they never do until `untilMs`. */
function failsAt(fileBytes: number, stepMs: number, untilMs: number): number | null {
  const clock = handClock();
  const deadline = new DecodeDeadline(fileBytes, limits, clock.now);
  for (let at = 0; at <= untilMs; at += 10) {
    clock.set(at);
    if (deadline.check(Math.floor(at / stepMs)) !== null) return at;
  }
  return null;
}

describe('DecodeDeadline', () => {
  it('lets a slow decoder go on while it makes steps, until the end its size allows', () => {
    expect(failsAt(SMALL_BYTES, 90, 1000)).toBeNull();
    expect(failsAt(SMALL_BYTES, 90, 2000)).toBe(1010);
    expect(failsAt(4_000_000, 90, 3000)).toBeNull();
    expect(failsAt(4_000_000, 90, 4000)).toBe(3010);
  });

  it('fails soon after the last step, also in a large file', () => {
    expect(failsAt(300_000_000, Number.POSITIVE_INFINITY, 9000)).toBe(110);
    expect(failsAt(300_000_000, 200, 9000)).toBe(110);
  });

  it('has an end for a file of any size', () => {
    expect(failsAt(300_000_000, 20, 9000)).toBe(5010);
  });

  it('says which it was', () => {
    const clock = handClock();
    const deadline = new DecodeDeadline(SMALL_BYTES, limits, clock.now);
    clock.set(150);
    expect(deadline.check(0)).toMatchObject({
      code: 'decode-timeout',
      message: expect.stringMatching(/^Decoding stood still for 0\.1 s: .*\.$/),
    });
    clock.set(1500);
    expect(deadline.check(1)).toMatchObject({
      code: 'decode-timeout',
      message: expect.stringMatching(/^Decoding took longer than 1 s, .*\.$/),
    });
  });

  it('by default a small file ends within 10 s, and half an hour on a busy machine is not refused', () => {
    const clock = handClock();
    const small = new DecodeDeadline(20_000, DECODE_LIMITS, clock.now);
    const long = new DecodeDeadline(5_000_000, DECODE_LIMITS, clock.now);
    const failed = { small: 0, long: 0 };
    for (let second = 1; second <= 60; second += 1) {
      clock.set(second * 1000);
      if (small.check(second) !== null) failed.small ||= second;
      if (long.check(second) !== null) failed.long ||= second;
    }
    expect(failed.small).toBeGreaterThan(0);
    expect(failed.small).toBeLessThanOrEqual(10);
    expect(failed.long).toBe(0);
  });
});

/** A thread that runs `body` for each question instead of decoding. */
function fakeDecoder(body: string): URL {
  const source = `import { parentPort } from 'node:worker_threads';
    parentPort.once('message', async ({ steps }) => { ${body} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

const decoded = `parentPort.postMessage({ waveform: { samples: new Float32Array(1), sampleRate: 8000 }, recording: { codec: 'fake' } });`;
const run = (options: WorkerOptions, given: Partial<DecodeLimits> = {}) =>
  decodeInWorker(new Uint8Array(SMALL_BYTES), { ...limits, ...given }, options);

describe('decodeInWorker', () => {
  it('ends a codec that never comes back, however busy it is', async () => {
    const stuck = fakeDecoder('Atomics.add(steps, 0, 1); for (;;);');
    await expect(run({ script: stuck })).rejects.toMatchObject({ code: 'decode-timeout', message: expect.stringContaining('stood still') });
  });

  it('waits for a codec that is slow and makes steps', async () => {
    // The clock goes on by 90 of the 100 ms with every step the test hears of, so it stands at many times 100 ms in the end.
    const clock = handClock();
    const channel = new BroadcastChannel('slow-codec');
    channel.onmessage = () => clock.set(clock.now() + 90);
    const slow = fakeDecoder(`
      const channel = new BroadcastChannel('slow-codec');
      for (let i = 0; i < 30; i += 1) {
        Atomics.add(steps, 0, 1);
        channel.postMessage(i);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      channel.close();
      ${decoded}`);
    try {
      const answer = await run(
        { script: slow, now: clock.now },
        { baseTimeMs: Number.POSITIVE_INFINITY, maxTimeMs: Number.POSITIVE_INFINITY },
      );
      expect(answer.recording.codec).toBe('fake');
      expect(clock.now()).toBeGreaterThan(10 * limits.maxStallMs);
    } finally {
      channel.close();
    }
  });

  it('takes an answer that came while this thread was held up', async () => {
    const quick = fakeDecoder(decoded);
    const clock = handClock();
    const answer = run({ script: quick, now: clock.now });
    clock.set(1_000_000);
    // Long enough for the answer to be there when the first look is taken.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
    await expect(answer).resolves.toMatchObject({ recording: { codec: 'fake' } });
  });
});

describe('decodeBytes', () => {
  it.each(['opus.webm', 'opus.mp4', 'opus.ogg', 'voice.mp3', 'voice.flac', 'narrow.amr'])(
    'refuses %s that is too long before a codec runs',
    async (name) => {
      let steps = 0;
      const decoding = decodeBytes(
        readFileSync(new URL(name, SEEDS)),
        { ...DECODE_LIMITS, maxDurationSec: 0.3 },
        {
          onStep: () => {
            steps += 1;
          },
        },
      );
      await expect(decoding).rejects.toMatchObject({ code: 'too-long', message: expect.stringContaining('longer than 0.3 seconds') });
      expect(steps).toBe(0);
    },
  );

  it.each(['voice.mp3', 'narrow.amr', 'mulaw.wav', 'ima-adpcm.wav', 'raw.gsm'])(
    'tells the steps of %s, none of them long',
    async (name) => {
      const seed = readFileSync(new URL(name, SEEDS));
      const header = name === 'narrow.amr' ? AMR_HEADER_BYTES : 0;
      const bytes = Buffer.concat([seed, ...Array.from({ length: 200 }, () => seed.subarray(header))]);
      let steps = 0;
      const { recording } = await decodeBytes(bytes, DECODE_LIMITS, {
        onStep: () => {
          steps += 1;
        },
      });
      expect(steps).toBeGreaterThan(0);
      expect(recording.durationSec / steps).toBeLessThan(15);
    },
  );
});
