import { RingbackError } from '@ringback/core';
import { Option } from 'commander';
import type { ColumnMap } from '../../files/contacts/index.ts';
import type { Register } from '../command.ts';
import { type Console, type ExitCode, write } from '../console.ts';
import { tell } from '../output.ts';

interface Flags {
  me: string;
  contacts?: string[];
  to: string;
  columns?: string;
  limit: string;
  format: 'text' | 'json';
  out?: string;
}

/** "name=Full name,organisation=Firm" */
async function columnsOf(text: string | undefined): Promise<ColumnMap | undefined> {
  if (text === undefined) return undefined;
  const { CONTACT_FIELDS } = await import('../../files/contacts/index.ts');
  const pairs = text.split(',').map((pair) => pair.split('=').map((side) => side.trim()));
  const isField = (field: string | undefined) => CONTACT_FIELDS.some((known) => known === field);
  if (!pairs.every(([field, header, ...rest]) => isField(field) && header && rest.length === 0)) {
    throw new RingbackError(
      'bad-call',
      `--columns takes pairs such as name=Person,organisation=Firm; the left sides are ${CONTACT_FIELDS.join(', ')}.`,
    );
  }
  return Object.fromEntries(pairs);
}

function limitOf(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new RingbackError('bad-call', '--limit takes a whole number from 1 on.');
}

async function runBridge(flags: Flags, console: Console): Promise<ExitCode> {
  const [{ bookWarnings, bridgeText }, { searchBridges }] = await Promise.all([
    import('../plan/index.ts'),
    import('../../use/find-bridge.ts'),
  ]);
  const columns = await columnsOf(flags.columns);
  const { report, books } = await searchBridges({
    mePath: flags.me,
    toPath: flags.to,
    contactPaths: flags.contacts ?? [],
    now: console.now(),
    limit: limitOf(flags.limit),
    ...(columns ? { columns } : {}),
  });
  for (const warning of books.flatMap(bookWarnings)) await write(console.stderr, `ringback: ${warning}\n`);
  const problems = books.flatMap((book) => book.problems);
  const document =
    flags.format === 'json' ? `${JSON.stringify({ bridgeVersion: 1, ...report, problems }, null, 2)}\n` : `${bridgeText(report)}`;
  await tell(document, flags.out, console);
  return 0;
}

/** `ringback bridge`: what ties the caller and the person called, from the caller's own files. */
export const registerBridge: Register = (program, console, finish) => {
  program
    .command('bridge')
    .description('finds what ties you and the person you call, in your own contacts; nothing leaves the machine')
    .requiredOption('--me <me.json>', 'you: JSON Resume, with groups, events, met and aliases under "ringback"')
    .option('--contacts <file...>', 'Connections.csv (LinkedIn), contacts.csv (Google), .vcf or any CSV')
    .requiredOption('--to <to.json>', 'the person you call: a small JSON or JSON Resume')
    .option('--columns <map>', 'for a CSV of your own: name=Person,organisation=Firm,email=Mail')
    .option('--limit <number>', 'how many ties to tell', '20')
    .addOption(new Option('--format <format>', 'how to tell it').choices(['text', 'json']).default('text'))
    .option('--out <file>', 'write there instead of standard output')
    .action(async (flags: Flags) => finish(await runBridge(flags, console)));
};
