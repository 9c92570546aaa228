// npm run figures: writes the figures of the docs from docs/figures; with "--run ID,ID|all [--data FOLDER]" runs their commands first.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { faultsOf, filled } from './figures/blocks.mjs';
import { PAGES, pathOf, RECORDS, readRecord, recordPath } from './figures/records.mjs';
import { giveUp, top } from './setup.mjs';

const { values } = parseArgs({ options: { run: { type: 'string' }, data: { type: 'string' } } });

/** Runs the command of a record and keeps what it printed. */
function record({ id, workspace, args }) {
  if (args.includes('DATA') && values.data === undefined) giveUp(`${id} is measured on a folder of data: name it with --data FOLDER.`);
  process.stderr.write(`figures: ${id} ...\n`);
  const given = args.map((arg) => (arg === 'DATA' ? values.data : arg));
  const load = loadavg()[0];
  const { status, stdout } = spawnSync(process.execPath, [`${top}scripts/run.mjs`, workspace, ...given], {
    cwd: top,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) giveUp(`the command of ${id} failed; the lines above say where. Its record stays as it was.`);
  const command = `npm run ${workspace} -- ${args.join(' ').replace('DATA', '<data folder>')}`;
  const [processor] = cpus();
  const machine = `${processor?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()}, Node ${process.version}`;
  // The heading stands in the page.
  const output = stdout.trim().replace(/^## [^\n]+\n+/, '');
  const kept = { command, measuredOn: new Date().toISOString().slice(0, 10), machine, loadBefore: Number(load?.toFixed(1)), output };
  mkdirSync(pathOf('docs/figures'), { recursive: true });
  writeFileSync(recordPath(id), `${JSON.stringify(kept, null, 2)}\n`);
}

const wanted = values.run === 'all' ? RECORDS.map(({ id }) => id) : (values.run?.split(',') ?? []);
const unknown = wanted.filter((id) => !RECORDS.some((one) => one.id === id));
if (unknown.length > 0) giveUp(`there are no figures "${unknown.join(', ')}": ${RECORDS.map(({ id }) => id).join(', ')}.`);
for (const one of RECORDS) if (wanted.includes(one.id)) record(one);
const faults = PAGES.flatMap((page) => {
  const text = readFileSync(pathOf(page), 'utf8');
  const written = filled(text, readRecord);
  if (written !== text) writeFileSync(pathOf(page), written);
  return faultsOf(written, readRecord).map((fault) => `${page}: ${fault}`);
});
for (const { id, page } of RECORDS) {
  const found = readRecord(id);
  process.stdout.write(`${page}: ${id}, ${found ? `measured on ${found.measuredOn} by ${found.command}` : 'never recorded'}\n`);
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exit(faults.length > 0 ? 1 : 0);
