import { describe, expect, it } from 'vitest';
import { seededRandom } from '../signal/random.ts';
import { decodeBytes } from './decode.ts';
import { RAW_FORMATS, type RawFormat, rawFormatOf } from './raw.ts';
import { sineWave, wavFile } from './synthetic.fixture.ts';

const SECONDS = 1;
const WAV_HEADER_BYTES = 44;
const tone = (rate: number): Uint8Array =>
  wavFile({ samples: sineWave(300, SECONDS, rate), sampleRate: rate, coding: 's16le' }).subarray(WAV_HEADER_BYTES);
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const random = seededRandom(3);
const noise = Uint8Array.from({ length: 16_000 }, () => Math.floor(256 * random.uniform()));

describe('sound without a header', () => {
  it.each([
    ['msg0001.ulaw', 'ulaw'],
    ['MSG0001.UL', 'ulaw'],
    ['a.b.alaw', 'alaw'],
    ['a.al', 'alaw'],
    ['a.sln', 'sln'],
    ['a.sln16', 'sln16'],
    ['a.sln192', 'sln192'],
    ['a.gsm', 'gsm'],
    ['a.g722', 'g722'],
    ['a.raw', null],
    ['a.pcm', null],
    ['a.wav', null],
    ['ulaw', null],
    ['', null],
  ])('%s is %s by its name', (name, format) => {
    expect(rawFormatOf(name)).toBe(format);
  });

  it.each([
    ['sln', 8000],
    ['sln12', 12_000],
    ['sln16', 16_000],
    ['sln24', 24_000],
    ['sln32', 32_000],
    ['sln44', 44_100],
    ['sln48', 48_000],
    ['sln96', 96_000],
    ['sln192', 192_000],
  ] as const)('%s has %i samples a second', async (raw, sampleRate) => {
    const { waveform, recording } = await decodeBytes(tone(sampleRate), undefined, { raw });
    expect(recording).toMatchObject({ container: 'raw', codec: 'pcm_s16le', sampleRate, channels: 1, durationSec: SECONDS, warnings: [] });
    expect(waveform.samples[10]).toBeCloseTo(sineWave(300, SECONDS, sampleRate)[10] ?? 0, 4);
  });

  it.each(['ulaw', 'alaw'] as const)('%s has a byte for each sample', async (raw) => {
    const { recording } = await decodeBytes(new Uint8Array(8000).fill(0xd5), undefined, { raw });
    expect(recording).toMatchObject({ container: 'raw', sampleRate: 8000, durationSec: 1 });
  });

  it('half a sample at the end is a file that ends early', async () => {
    const { recording } = await decodeBytes(tone(8000).subarray(0, 8001), undefined, { raw: 'sln' });
    expect(recording.warnings).toEqual([expect.stringMatching(/^The file ends early: 0.5 s/)]);
  });

  it.each(RAW_FORMATS)('a header goes before %s', async (raw) => {
    const file = wavFile({ samples: sineWave(300, SECONDS, 8000), sampleRate: 8000, coding: 's16le' });
    expect((await decodeBytes(file, undefined, { raw })).recording.container).toBe('wav');
  });

  const refused: { what: string; raw: RawFormat; bytes: Uint8Array }[] = [
    { what: 'text', raw: 'ulaw', bytes: ascii('Hello, this is a script and no sound. '.repeat(20)) },
    { what: 'a zip archive', raw: 'g722', bytes: Uint8Array.from([0x50, 0x4b, 3, 4, ...noise]) },
    { what: 'bytes as an encrypted file has them', raw: 'ulaw', bytes: noise },
    { what: 'the same', raw: 'sln16', bytes: noise },
    { what: 'frames without the mark of GSM', raw: 'gsm', bytes: noise },
  ];
  it.each(refused)('refuses $what as $raw in one sentence', async ({ raw, bytes }) => {
    await expect(decodeBytes(bytes, undefined, { raw })).rejects.toMatchObject({
      code: 'not-audio',
      kind: 'input',
      message: expect.stringMatching(/^The [^\n]+\.$/),
    });
  });

  it('is not guessed where nobody says what it is', async () => {
    await expect(decodeBytes(tone(8000))).rejects.toMatchObject({ code: 'not-audio', message: expect.stringContaining('--raw') });
  });
});
