import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followTake, type Message, type Reader, readMessage } from '@ringback/core';
import type { Recogniser } from '@ringback/speech';
import { createMoonshine, decodeRecording, pullModels } from '@ringback/speech/node';
import { loadReader } from 'ringback';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Debian's synthesisers, each with one voice; a machine without them hears none of this. */
const VOICES: Readonly<Record<string, (text: string, file: string) => void>> = {
  flite: (text, file) => execFileSync('flite', ['-voice', 'slt', '-t', text, '-o', file]),
  'espeak-ng': (text, file) => execFileSync('espeak-ng', ['-v', 'en-us', '-s', '150', '-w', file, text]),
};

let recogniser: Recogniser;
let reader: Reader;
const folder = mkdtempSync(join(tmpdir(), 'ringback-said-'));

beforeAll(async () => {
  await pullModels();
  [recogniser, reader] = await Promise.all([createMoonshine(), loadReader()]);
});

afterAll(async () => {
  await recogniser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function heard(voice: string, text: string): Promise<Message & { text: string }> {
  const file = join(folder, `${voice}.wav`);
  VOICES[voice]?.(text, file);
  const { waveform } = await decodeRecording(readFileSync(file));
  const transcript = await recogniser.recognise(waveform);
  return { ...readMessage(transcript, { reader, region: 'US' }), text: transcript.text };
}

describe.each(Object.keys(VOICES))('said aloud by %s', (voice) => {
  it('a name that is spelled before the number stays English, and every word of it', async () => {
    const said =
      'Hello Maria, this is Todd Keller. My name is spelled T, O, D, D, K, E, L, L, E, R. Please call me at four one five, five five five, zero one four two. Thank you.';
    const { language, people, phoneNumbers, text } = await heard(voice, said);
    expect(language).toBe('en');
    expect(people.caller).toMatch(/^Todd? Keller$/);
    expect(phoneNumbers.map(({ e164 }) => e164)).toEqual(['+14155550142']);
    expect(text).toMatch(/please call me at/i);
  });

  it('the letters of a vanity number take no word with them', async () => {
    const said = 'Hi, this is Dana from Elm Street Plumbing. Call us at one eight hundred, five five five, F L O W. Thanks.';
    const { text } = await heard(voice, said);
    expect(text).toMatch(/Street \w+[.,] call us at/i);
    expect(text).toMatch(/800-555-F/);
  });

  it('two extensions are both told, behind their number', async () => {
    const said =
      'Hi Sam, this is Nora. Please call two zero six, five five five, zero one three zero, extension twelve, or extension fourteen.';
    const { phoneNumbers, text } = await heard(voice, said);
    expect(text).toMatch(/please/i);
    expect(phoneNumbers.map(({ e164 }) => e164)).toEqual(['+12065550130']);
    expect(text).toContain('14');
  });
});

describe('a take whose script is known', () => {
  it.each(['Thursday', 'Tuesday'])('is heard to say %s when it does, whatever day the script has', async (day) => {
    const file = join(folder, 'day.wav');
    VOICES.flite?.(`Could you call me back by ${day}? Thank you.`, file);
    const { waveform } = await decodeRecording(readFileSync(file));
    const { text } = await recogniser.recognise(waveform, { expected: { script: 'Could you call me back by Tuesday? Thank you.' } });
    expect(text).toContain(`by ${day}`);
  });

  it.each(['com', 'org'])('is heard to end an address with %s when it does, and told so', async (ending) => {
    const file = join(folder, 'address.wav');
    execFileSync('flite', [
      '-voice',
      'awb',
      '-t',
      `Hello Ms. Bell. You can write to lena at example dot ${ending}. Thank you.`,
      '-o',
      file,
    ]);
    const { waveform } = await decodeRecording(readFileSync(file));
    const script = 'Hello Ms. Bell. You can write to lena at example dot com. Thank you.';
    const following = followTake(script, await recogniser.recognise(waveform, { expected: { script } }), { reader });
    const told = ending === 'com' ? [] : ['You said “lena@example.org”; the script says “lena@example.com”.'];
    expect(following?.differences.map(({ message }) => message)).toEqual(told);
    expect(following?.addresses).toMatchObject([{ address: 'lena@example.com', state: ending === 'com' ? 'said' : 'otherwise' }]);
  });
});

describe('a name that was put right in an earlier take', () => {
  const corrections = [
    { heard: 'Murfield', meant: 'Moorfield' },
    { heard: "King's Berry", meant: 'Moorfield' },
  ];

  it.each([
    ['Moorfield', 'Moorfield'],
    ['Kingsbury', "King's Berry"],
  ])('is heard where the sound allows it: %s is heard as %s', async (said, heardAs) => {
    const file = join(folder, 'name.wav');
    const text = `Hello Mr. Walters, this is Joan Miller at ${said} Hospital. Could you call me back by Friday? Thank you.`;
    execFileSync('flite', ['-voice', 'rms', '-t', text, '-o', file]);
    const { waveform } = await decodeRecording(readFileSync(file));
    const free = await recogniser.recognise(waveform);
    const known = await recogniser.recognise(waveform, { expected: { terms: [], corrections } });
    expect(free.text).not.toContain('Moorfield');
    expect(known.text).toContain(`at ${heardAs} Hospital`);
  });
});
