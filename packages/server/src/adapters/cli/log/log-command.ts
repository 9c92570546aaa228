import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Call,
  messageReadOf,
  type NextTry,
  OBJECTIVES,
  OUTCOME_KINDS,
  PROGRAMS,
  parseBrief,
  type Review,
  RingbackError,
  type SecondMessage,
} from '@ringback/core';
import { type Command, Option } from 'commander';
import type { CallPage, ImportReport } from 'ringback';
import { type Console, type Register, readJsonFile, writeWholeFile } from 'ringback';
import type { Access } from '../access.ts';
import { openLog } from './log-access.ts';
import { momentFlag, queryOf } from './log-flags.ts';
import { callLine, importText, secondText } from './log-text.ts';

type Flags = Readonly<Record<string, string | undefined>> & { write?: true; skipBad?: true; followed?: true; weekends?: true };

const asJson = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`;
const sent = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function answerOf<T>(log: Access, path: string, init?: RequestInit): Promise<T> {
  return (await (await log.ask(path, init)).json()) as T;
}

/** A call by the beginning of its id. */
const find = (log: Access, id: string) => answerOf<Call>(log, `/calls/${encodeURIComponent(id)}`);

async function add(log: Access, flags: Flags): Promise<string> {
  const { whom: name, organisation, number, email, objective, note, script: scriptId, take: takeId } = flags;
  const leftAt = momentFlag(flags.left, '--left');
  const brief = flags.brief === undefined ? undefined : parseBrief(await readJsonFile(flags.brief));
  const read = flags.review === undefined ? undefined : messageReadOf(reviewOf(await readJsonFile(flags.review)));
  const whom = { name, ...(organisation && { organisation }), ...(number && { number }), ...(email && { email }) };
  const call = { whom, leftAt, objective, note, scriptId, takeId, brief, read };
  return callLine(await answerOf<Call>(log, `/calls/${randomUUID()}`, sent('PUT', call)));
}

function reviewOf(document: unknown): Review {
  const review = document as Partial<Review> | null;
  if (review?.reviewVersion === 1) return review as Review;
  throw new RingbackError('bad-review', '--review takes the JSON of "ringback review --format json".');
}

async function addOutcome(log: Access, id: string, kind: string, flags: Flags): Promise<string> {
  const call = await find(log, id);
  const at = momentFlag(flags.at, '--at');
  return callLine(await answerOf<Call>(log, `/calls/${call.id}/outcomes`, sent('POST', { kind, at })));
}

async function list(log: Access, flags: Flags): Promise<string> {
  const { calls, total } = await answerOf<CallPage>(log, `/calls${queryOf({ limit: flags.limit })}`);
  if (flags.format === 'json') return asJson(calls);
  const rest = total > calls.length ? `and ${total - calls.length} more\n` : '';
  return calls.length === 0 ? 'The log is empty: "ringback log add --whom NAME" begins it.\n' : calls.map(callLine).join('') + rest;
}

async function importCalls(log: Access, path: string, flags: Flags, console: Console): Promise<string> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new RingbackError('no-such-file', `"${basename(path)}" cannot be read (${cause.code}): check its name and folder.`, { cause });
  });
  const { write, skipBad, from: program, columns, dates, followed } = flags;
  const query = queryOf({ name: basename(path), write, skipBad, program, columns, dates, followed });
  const report = await answerOf<ImportReport>(log, `/calls/import${query}`, { method: 'POST', body: new Uint8Array(bytes) });
  for (const { row, problem } of report.problems) console.stderr.write(`ringback: row ${row} ${problem}.\n`);
  for (const warning of report.warnings) console.stderr.write(`ringback: ${warning}\n`);
  if (write && report.added === null) {
    throw new RingbackError(
      'bad-rows',
      `${report.problems.length} rows cannot be taken, so nothing was written: mend them, or give --skip-bad.`,
    );
  }
  return flags.format === 'json' ? asJson(report) : importText(report);
}

async function again(log: Access, flags: Flags): Promise<string> {
  const query = queryOf({ wait: flags.wait, at: flags.at, weekends: flags.weekends });
  if (flags.format === 'ics') return await (await log.ask(`/calls/follow-ups.ics${query}`)).text();
  const tries = await answerOf<NextTry[]>(log, `/calls/follow-ups${query}`);
  if (flags.format === 'json') return asJson(tries);
  const lines = await Promise.all(
    tries.map(async (one) => `${one.date} ${one.time}  try ${one.attempt}: ${callLine(await find(log, one.callId))}`),
  );
  return lines.length === 0 ? 'Nobody to call again.\n' : lines.join('');
}

async function second(log: Access, id: string, flags: Flags): Promise<string> {
  const call = await find(log, id);
  const brief = flags.brief === undefined ? undefined : await readJsonFile(flags.brief);
  const message = await answerOf<SecondMessage>(log, `/calls/${call.id}/second-message`, sent('POST', { brief }));
  return flags.format === 'json' ? asJson(message) : secondText(message);
}

const format = (...choices: string[]) => new Option('--format <format>', 'how to tell it').choices(choices).default(choices[0]);

/** Adds the parts of `ringback log`; each answers with what is told. */
function addParts(
  log: Command,
  part: (work: (log: Access, flags: Flags, ...args: string[]) => Promise<string>) => (...args: unknown[]) => Promise<void>,
  console: Console,
): void {
  const command = (name: string, description: string) =>
    log.command(name).description(description).option('--out <file>', 'write there instead of standard output');
  command('add', 'logs a message that was left')
    .requiredOption('--whom <name>', 'whom you called')
    .option('--organisation <name>', 'where they work')
    .option('--number <number>', 'the number you called')
    .option('--email <address>', 'their address')
    .option('--left <when>', 'when you left it; now by default')
    .addOption(new Option('--objective <objective>', 'what it was for').choices([...OBJECTIVES]))
    .option('--review <review.json>', 'the review of the message, so that the log can tell what works')
    .option('--take <id>', 'the take it was, in the page')
    .option('--script <id>', 'the script it was said from, in the page')
    .option('--brief <brief.json>', 'what it was composed from, for the next message')
    .option('--note <text>', 'anything to remember')
    .action(part((access, flags) => add(access, flags)));
  command('outcome', 'logs what came of a call')
    .argument('<id>', 'the call; the beginning of its id is enough')
    .addArgument(log.createArgument('<what>', 'what came of it').choices([...OUTCOME_KINDS]))
    .option('--at <when>', 'when; now by default')
    .action(part((access, flags, id = '', kind = '') => addOutcome(access, id, kind, flags)));
  command('list', 'lists the calls, newest first')
    .option('--limit <number>', 'at most so many', '50')
    .addOption(format('text', 'json'))
    .action(part((access, flags) => list(access, flags)));
  command('stats', 'tells what the log says, and what it cannot say yet')
    .option('--horizon <days>', 'days after which a call counts as not returned', '14')
    .addOption(format('text', 'json', 'html'))
    .action(
      part(
        async (access, flags) =>
          await (await access.ask(`/calls/statistics${queryOf({ horizon: flags.horizon, format: flags.format })}`)).text(),
      ),
    );
  command('import', 'shows what a CSV or JSON file of calls would bring; --write adds it')
    .argument('<file>', "a call export of HubSpot or Salesforce, any CSV with a header, or the log's own export")
    .option('--write', 'add the calls; without it only a preview')
    .option('--skip-bad', 'leave out rows that cannot be taken, instead of changing nothing')
    .addOption(new Option('--from <program>', 'whose export it is; told by the header').choices([...PROGRAMS]))
    .option('--columns <map>', 'whom=Full name,leftAt=When: which column holds what')
    .addOption(new Option('--dates <order>', 'for dates that can be read both ways').choices(['month-first', 'day-first']))
    .option('--followed', 'calls without an outcome were truly not returned')
    .addOption(format('text', 'json'))
    .action(part((access, flags, path = '') => importCalls(access, path, flags, console)));
  command('export', 'the whole log; the JSON comes back the same by import')
    .addOption(format('json', 'csv'))
    .action(part(async (access, flags) => await (await access.ask(`/calls/export${queryOf({ format: flags.format })}`)).text()));
  command('again', 'tells whom to call again and when, by your own rule')
    .option('--wait <days>', 'days to wait after each message', '3,5')
    .option('--at <time>', 'time of day', '10:00')
    .option('--weekends', 'count and call on weekends too')
    .addOption(format('text', 'json', 'ics'))
    .action(part((access, flags) => again(access, flags)));
  command('second', 'composes the next message from the first')
    .argument('<id>', 'the call; the beginning of its id is enough')
    .option('--brief <brief.json>', 'the brief of the first message, where the call has none')
    .addOption(format('text', 'json'))
    .action(part((access, flags, id = '') => second(access, id, flags)));
}

/** Adds `ringback log`. */
export const registerLog: Register = (program, console, finish) => {
  const log = program.command('log').description('keeps what came of your calls, and tells what your own record says');
  const part =
    (work: (access: Access, flags: Flags, ...args: string[]) => Promise<string>) =>
    async (...given: unknown[]): Promise<void> => {
      // commander hands over the arguments, then the options, then the command.
      const flags = given.at(-2) as Flags;
      const access = await openLog(console.env, console.now);
      try {
        const told = await work(access, flags, ...(given.slice(0, -2) as string[]));
        if (flags.out === undefined) console.stdout.write(told);
        else await writeWholeFile(flags.out, told);
      } finally {
        await access.close();
      }
      finish(0);
    };
  addParts(log, part, console);
  for (const command of log.commands) command.exitOverride().copyInheritedSettings(program);
};
