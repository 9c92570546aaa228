import { writeFile } from 'node:fs/promises';
import { scriptArtifacts } from '@ringback/core';
import { describe, expect, it } from 'vitest';
import { speakScript } from '../../preview/preview.ts';
import { encodeWav } from '../../signal/encode-wav.ts';
import type { RunProgram } from './run-program.ts';
import { openVoice } from './system-voice.ts';

const LISTED: Readonly<Record<string, string>> = {
  darwin: `Albert              en_US    # Hello! My name is Albert.
Anna                de_DE    # Hallo! Ich heiße Anna.
Eddy (English (UK)) en_GB    # Hello! My name is Eddy.
Samantha            en_US    # Hello! My name is Samantha.
`,
  win32: 'Microsoft Hedda Desktop\tde-DE\r\nMicrosoft David Desktop\ten-US\r\nMicrosoft Zira Desktop\ten-US\r\n',
};
const RATE = 22_050;

interface Spoken {
  command: string;
  args: readonly string[];
  input: string;
  env: Readonly<Record<string, string>>;
}

/** A system whose voice hums: a quarter of a second a word, between silences. */
function humming(platform: 'darwin' | 'win32'): { spoken: Spoken[]; options: { platform: NodeJS.Platform; run: RunProgram } } {
  const spoken: Spoken[] = [];
  const run: RunProgram = async (command, args, { input, env = {} }) => {
    if (input === undefined) return LISTED[platform] ?? '';
    spoken.push({ command, args, input, env });
    const words = input
      .replace(/<[^>]*>/g, ' ')
      .trim()
      .split(/\s+/).length;
    const silence = RATE / 10;
    const samples = new Float32Array(2 * silence + (words * RATE) / 4);
    for (let at = silence; at < samples.length - silence; at += 1) samples[at] = 0.4 * Math.sin((2 * Math.PI * 150 * at) / RATE);
    await writeFile(env.RINGBACK_VOICE_FILE ?? args[args.indexOf('-o') + 1] ?? '', encodeWav({ samples, sampleRate: RATE }));
    return '';
  };
  return { spoken, options: { platform, run } };
}

function transcriptOf(text: string) {
  const { transcript } = scriptArtifacts(text, { name: 'script' });
  if (!transcript.ok) throw new Error(transcript.reason);
  return transcript.value;
}

describe.each(['darwin', 'win32'] as const)('the voices of %s', (platform) => {
  it('reads a script with the best English voice, numbers in groups, every word timed', async () => {
    const { spoken, options } = humming(platform);
    const text = 'Call Zoë back at 415-555-0142.';
    const preview = await speakScript(transcriptOf(text), await openVoice(undefined, options));
    expect(spoken.every(({ args, env }) => args.includes('Samantha') || env.RINGBACK_VOICE === 'Microsoft Zira Desktop')).toBe(true);
    const digits = preview.transcript.words.flatMap((word) => word.digits ?? []);
    expect(digits.map(({ digit }) => digit).join('')).toBe('4155550142');
    let last = 0;
    for (const { start, end } of preview.transcript.words) {
      expect(start).toBeGreaterThanOrEqual(last - 1e-6);
      expect(end).toBeGreaterThan(start);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(preview.durationSec);
    // Nothing that is said stands on a command line, where every program could read it.
    for (const { args } of spoken) expect(args.join(' ')).not.toMatch(/Zoë|four/);
    if (platform === 'win32') for (const { input } of spoken) expect(input).toMatch(/^[\x20-\x7e]*$/);
  });

  it('reads with the voice that is asked for, and refuses a name that nobody has', async () => {
    const { spoken, options } = humming(platform);
    const name = platform === 'darwin' ? 'Eddy (English (UK))' : 'Microsoft David Desktop';
    await (await openVoice(name, options)).speak('Hello', 1);
    expect(spoken[0]?.args.includes(name) || spoken[0]?.env.RINGBACK_VOICE === name).toBe(true);
    await expect(openVoice('Nobody', options)).rejects.toMatchObject({ code: 'no-voice' });
  });

  it('tells in one sentence when the system does not speak', async () => {
    const { options } = humming(platform);
    const voice = await openVoice(undefined, {
      ...options,
      run: async (command, args, how) => (how.input === undefined ? options.run(command, args, how) : Promise.reject(new Error('gone'))),
    });
    await expect(voice.speak('Hello', 1)).rejects.toMatchObject({ code: 'voice-failed' });
  });
});

it('a command to the synthesiser inside a script is not obeyed', async () => {
  const { spoken, options } = humming('darwin');
  await (await openVoice(undefined, options)).speak('Hello [[rate 10]] there', 1);
  expect(spoken[0]?.input).not.toContain('[[');
});

it('where the system has no voice, the bundled one speaks', async () => {
  const none = { platform: 'linux' as const };
  const { phones } = await (await openVoice(undefined, none)).speak('Hello', 1);
  expect(phones.length).toBeGreaterThan(3);
  const deaf = { platform: 'darwin' as const, run: () => Promise.reject(new Error('no such program')) };
  expect((await (await openVoice(undefined, deaf)).speak('Hello', 1)).phones.length).toBeGreaterThan(3);
});
