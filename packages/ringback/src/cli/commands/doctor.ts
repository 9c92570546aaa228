import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { availableParallelism, freemem } from 'node:os';
import { promisify } from 'node:util';
import { RingbackError } from '@ringback/core';
import { makeFolder } from '../../files/make-folder.ts';
import type { Register } from '../command.ts';
import { type Console, write } from '../console.ts';

/** One thing that was looked at. `needed` ones stop the product when they are not there. */
interface Finding {
  what: string;
  state: 'ok' | 'missing';
  needed: boolean;
  /** What was found, or how to mend it. */
  detail: string;
}

/** Bytes of free memory a review wants. */
const MEMORY_WANTED = 500 * 2 ** 20;

async function models(console: Console): Promise<Finding> {
  const { modelsFolder, verifyModels } = await import('@ringback/speech/node');
  const checks = await verifyModels({ modelsDir: modelsFolder(console.env), signal: console.signal });
  const bad = checks.filter(({ state }) => state !== 'sound');
  const detail =
    bad.length === 0
      ? `${checks.length} files, as pinned`
      : `${bad.length} of ${checks.length} files: run "ringback models pull" while online`;
  return { what: 'speech models', state: bad.length === 0 ? 'ok' : 'missing', needed: true, detail };
}

async function modelsWritable(console: Console): Promise<Finding> {
  const { modelsFolder } = await import('@ringback/speech/node');
  const folder = modelsFolder(console.env);
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
    return { what: 'models folder', state: 'ok', needed: false, detail: 'can be written' };
  } catch {
    return {
      what: 'models folder',
      state: 'missing',
      needed: false,
      detail: 'cannot be written: set RINGBACK_MODELS to a folder of yours',
    };
  }
}

async function recognitionRuntime(): Promise<Finding> {
  try {
    await import('@ringback/speech/node');
    return { what: 'recognition runtime', state: 'ok', needed: true, detail: 'loads' };
  } catch {
    return { what: 'recognition runtime', state: 'missing', needed: true, detail: 'does not load: run "npm ci" again on this machine' };
  }
}

async function ffmpeg(): Promise<Finding> {
  try {
    const { stdout } = await promisify(execFile)('ffmpeg', ['-version'], { timeout: 5000 });
    return { what: 'ffmpeg', state: 'ok', needed: false, detail: stdout.split('\n')[0]?.split(' ').slice(0, 3).join(' ') ?? 'there' };
  } catch {
    return {
      what: 'ffmpeg',
      state: 'missing',
      needed: false,
      detail: "only M4A and other AAC recordings need it: install your system's ffmpeg package",
    };
  }
}

/** The lines of the drive test whose encoders come from the system. */
async function telephoneLines(): Promise<Finding[]> {
  const { linesHere } = await import('@ringback/speech/node');
  return (await linesHere()).map(({ id, name, encoder, mend }) => ({
    what: `line ${id}`,
    state: encoder === null ? 'missing' : 'ok',
    needed: false,
    detail: encoder === null ? mend : encoder === 'built in' ? `${name}, built in` : `${name}, encoded by ${encoder}`,
  }));
}

function machine(): Finding {
  const enough = freemem() >= MEMORY_WANTED;
  const detail = `Node ${process.versions.node}, ${availableParallelism()} cores, ${Math.round(freemem() / 2 ** 20)} MB free`;
  return {
    what: 'machine',
    state: enough ? 'ok' : 'missing',
    needed: false,
    detail: enough ? detail : `${detail}: a review wants ${MEMORY_WANTED / 2 ** 20} MB`,
  };
}

/** `ringback doctor`: what this machine has and lacks, and how to mend it. */
export const registerDoctor: Register = (program, console, finish) => {
  program
    .command('doctor')
    .description('tells what this machine has and lacks')
    .action(async () => {
      const findings = [
        machine(),
        await recognitionRuntime(),
        await models(console),
        await modelsWritable(console),
        await ffmpeg(),
        ...(await telephoneLines()),
      ];
      for (const { what, state, detail } of findings) await write(console.stdout, `${state.padEnd(8)} ${what.padEnd(20)} ${detail}\n`);
      const stopping = findings.filter(({ needed, state }) => needed && state !== 'ok').map(({ what }) => what);
      if (stopping.length > 0)
        throw new RingbackError('not-ready', `Recordings cannot be reviewed yet: ${stopping.join(', ')} (see above).`);
      finish(0);
    });
};
