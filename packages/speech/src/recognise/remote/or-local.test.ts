import { RingbackError } from '@ringback/core';
import { describe, expect, it } from 'vitest';
import type { Recogniser } from '../recogniser.ts';
import { orLocal } from './or-local.ts';

const WAVEFORM = { samples: new Float32Array(16), sampleRate: 16_000 };
const capabilities = { languages: ['en'], wordTimes: true, digitTimes: false, confidence: false };
const hears = (id: string, remote: boolean, text: string | Error): Recogniser => ({
  capabilities: { ...capabilities, id, remote },
  async recognise() {
    if (typeof text !== 'string') throw text;
    return { text, words: [] };
  },
  async close() {},
});
const local = hears('moonshine-tiny', false, 'heard here');

describe('a speech service with this machine behind it', () => {
  it('hears, and the transcript says that the sound left the machine', async () => {
    expect(await orLocal(hears('remote:big', true, 'heard there'), local).recognise(WAVEFORM)).toEqual({
      text: 'heard there',
      words: [],
      heardBy: { engine: 'remote:big', remote: true },
    });
  });

  it.each(['remote-failed', 'not-understood'] as const)(
    'that fails (%s) leaves what this machine hears, and the transcript says so',
    async (code) => {
      const failing = hears('remote:big', true, new RingbackError(code, 'It failed.'));
      expect(await orLocal(failing, local).recognise(WAVEFORM)).toEqual({
        text: 'heard here',
        words: [],
        heardBy: { engine: 'moonshine-tiny', remote: false, insteadOf: 'remote:big' },
      });
    },
  );

  it('hides no fault of ours', async () => {
    await expect(orLocal(hears('remote:big', true, new TypeError('ours')), local).recognise(WAVEFORM)).rejects.toThrow(TypeError);
  });
});
