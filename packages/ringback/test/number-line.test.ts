import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, TOP } from './run-cli.ts';

const RECORDINGS = join(TOP, 'fixtures', 'recordings');
const NO_PROGRAMS = { PATH: join(TOP, 'no-such-folder') };

describe('ringback number --line', () => {
  it('says in one sentence how to get the encoder that is missing', async () => {
    const [recording] = (await readdir(RECORDINGS)).filter((name) => name.endsWith('.wav'));
    const file = join(RECORDINGS, recording ?? '');
    expect(existsSync(file)).toBe(true);
    const run = await runCli(['number', file, '--line', 'amr'], { env: NO_PROGRAMS });
    expect(run.code).toBe(2);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain('apt install sox');
  });

  it('knows no other line', async () => {
    const run = await runCli(['number', 'take.wav', '--line', 'carrier-pigeon']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('g711, gsm, amr');
  });

  it('is told by the doctor', async () => {
    const { stdout } = await runCli(['doctor'], { env: NO_PROGRAMS });
    expect(stdout).toMatch(/^ok +line g711 /m);
    expect(stdout).toMatch(/^missing +line gsm .*apt install sox/m);
    expect(stdout).toMatch(/^missing +line amr .*apt install sox/m);
  });
});
