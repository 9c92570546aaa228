import type { Take } from '@ringback/core';
import { expect, vi } from 'vitest';
import { wavHeader } from './ports/kept-wav.ts';

/** Hz of the sound that the tests send. */
export const RATE = 16_000;

/** A JSON body to put. */
export function put(value: unknown): RequestInit {
  return { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** A tone of so many seconds. */
export function tone(seconds = 1): Int16Array {
  return Int16Array.from({ length: seconds * RATE }, (_, i) => Math.round(8_000 * Math.sin((2 * Math.PI * 220 * i) / RATE)));
}

/** The samples as a WAV file. */
export function wav(samples: Int16Array, sampleRate = RATE): Blob {
  return new Blob([wavHeader(sampleRate, samples.length) as Uint8Array<ArrayBuffer>, samples as Int16Array<ArrayBuffer>]);
}

/** The take at this address once it has come to a state. */
export async function takeIn(state: Take['state'], url: string, secret?: string): Promise<Take> {
  const headers = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
  const find = async () => (await (await fetch(url, { headers })).json()) as Take;
  return await vi.waitFor(
    async () => {
      const take = await find();
      expect(take).toMatchObject({ state });
      return take;
    },
    { timeout: 10_000 },
  );
}
