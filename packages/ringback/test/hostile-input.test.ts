import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

function wavHeader({ channels = 1, sampleRate = 8000, bits = 16, dataBytes = 0 }): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE((sampleRate * channels * bits) / 8, 28);
  header.writeUInt16LE(Math.min(65_535, (channels * bits) / 8), 32);
  header.writeUInt16LE(bits, 34);
  header.write('data', 36);
  header.writeUInt32LE(dataBytes, 40);
  return header;
}

/** Milliseconds after which a run hangs: far above what refusing takes on a busy machine. */
const HANGS_MS = 50_000;

describe('input that is no message', () => {
  let folder: string;
  const path = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringback-hostile-'));
    await writeFile(path('empty.wav'), '');
    await writeFile(path('empty.txt'), '');
    await writeFile(path('text.wav'), 'Hello, this is no sound at all, only words that go on for a while.');
    await writeFile(path('cut.mp3'), Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0, 0, 0, 1, 2, 3]));
    await writeFile(path('many-channels.wav'), Buffer.concat([wavHeader({ channels: 65_535, dataBytes: 64 }), Buffer.alloc(64)]));
    const threeHours = 3 * 3600 * 8000 * 2;
    const file = await open(path('three-hours.wav'), 'w');
    await file.write(wavHeader({ dataBytes: threeHours }));
    await file.close();
    await truncate(path('three-hours.wav'), 44 + threeHours);
    await writeFile(path('latin1.txt'), Buffer.from('caf\xe9 ol\xe9', 'latin1'));
    await writeFile(path('silence.sln'), Buffer.alloc(32_000));
    await writeFile(path('silence.bin'), Buffer.alloc(32_000));
    await writeFile(path('silence.wav'), Buffer.concat([wavHeader({ dataBytes: 32_000 }), Buffer.alloc(32_000)]));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    'empty.wav',
    'empty.txt',
    'text.wav',
    'cut.mp3',
    'many-channels.wav',
    'three-hours.wav',
    'latin1.txt',
    'silence.wav',
    'missing.wav',
    '.',
  ])('%s: one sentence, exit 2', async (name) => {
    // A run that hangs is killed, and has no exit code.
    const run = await runCli(['review', path(name)], { killAfterMs: HANGS_MS });
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toMatch(/^ringback: .+[.:].+\.\n$/);
    expect(run.stderr).not.toMatch(/\bat .+:\d+:\d+/);
    expect(run.stdout).toBe('');
    expect(run.code).toBe(2);
  });

  it('sound without a header is read by its name or by --raw, and refused with that advice where neither says what it is', async () => {
    const silence = (await runCli(['review', path('silence.wav')])).stderr;
    for (const args of [[path('silence.sln')], [path('silence.bin'), '--raw', 'sln']]) {
      expect(await runCli(['review', ...args])).toMatchObject({ code: 2, stderr: silence });
    }
    const unnamed = await runCli(['review', path('silence.bin')]);
    expect(unnamed).toMatchObject({ code: 2, stderr: expect.stringContaining('--raw') });
  });

  it.each([
    [['review']],
    [['nonsense']],
    [['review', 'x.txt', '--format', 'pdf']],
    [['review', 'x.txt', '--script', '--recording']],
    [['review', 'x.txt', '--no-such']],
    [['review', 'x.bin', '--raw', 'opus']],
  ])('%j: a wrong call is exit 2 and says so', async (args) => {
    const run = await runCli(args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).not.toBe('');
  });
});
