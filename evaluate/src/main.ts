import { stat, writeFile } from 'node:fs/promises';
import { arch, cpus, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Section } from './section.ts';
import { SECTIONS } from './sections.ts';

const USAGE = `npm run evaluate -- <data folder> [--only name,name] [--folds FOLDER] [--digit-folds FOLDER] [--heard FOLDER] [--out FILE]
Sections: ${SECTIONS.map((section) => section.name + (section.onlyWhenNamed ? ' (only when named)' : '')).join(', ')}
Each section can also be named as a flag, such as --${SECTIONS.at(-1)?.name ?? 'texts'}.`;

function chosen(only: string | undefined, flags: Record<string, unknown>): readonly Section[] {
  const names = [...(only?.split(',') ?? []), ...SECTIONS.map((section) => section.name).filter((name) => flags[name] === true)];
  if (names.length === 0) return SECTIONS.filter((section) => !section.onlyWhenNamed);
  const unknown = names.filter((name) => !SECTIONS.some((section) => section.name === name));
  if (unknown.length > 0) throw new Error(`There is no section "${unknown.join(', ')}".\n${USAGE}`);
  return SECTIONS.filter((section) => names.includes(section.name));
}

function machine(): string {
  const cores = cpus();
  return `${cores[0]?.model ?? 'unknown processor'}, ${cores.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}, Node ${process.version}`;
}

/** Milliseconds between two lines of progress where standard error is a file. */
const QUIET_MS = 15_000;

/** Tells on standard error how far a section is: in one line of a terminal, or in a line now and then of a file. */
function progressOf(name: string): (text: string) => void {
  let toldAt = performance.now();
  return (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${name}: ${text}`);
    else if (performance.now() - toldAt >= QUIET_MS) {
      toldAt = performance.now();
      process.stderr.write(`${name}: ${text}\n`);
    }
  };
}

async function main(): Promise<number> {
  const flags = Object.fromEntries(SECTIONS.map((section) => [section.name, { type: 'boolean' as const }]));
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...flags,
      only: { type: 'string' },
      out: { type: 'string' },
      folds: { type: 'string' },
      'digit-folds': { type: 'string' },
      heard: { type: 'string' },
    },
  });
  const dataFolder = positionals[0];
  if (dataFolder === undefined || !(await stat(dataFolder).catch(() => null))?.isDirectory()) {
    process.stderr.write(`Give the folder that holds the data to measure on.\n${USAGE}\n`);
    return 2;
  }
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const parts = [`Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run evaluate\`. Machine: ${machine()}.`];
  const foldsFolder = typeof values.folds === 'string' ? values.folds : undefined;
  const digitFolds = typeof values['digit-folds'] === 'string' ? values['digit-folds'] : undefined;
  const heardFolder = typeof values.heard === 'string' ? values.heard : undefined;
  const only = typeof values.only === 'string' ? values.only : undefined;
  for (const section of chosen(only, values)) {
    const progress = progressOf(section.name);
    const body = await section.run({ dataFolder, foldsFolder, digitFolds, heardFolder, signal: stop.signal, progress });
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
    parts.push(`## ${section.title}`, body.trim());
    process.stdout.write(`\n## ${section.title}\n\n${body.trim()}\n`);
  }
  if (typeof values.out === 'string') await writeFile(values.out, `${parts.join('\n\n')}\n`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 3;
}
