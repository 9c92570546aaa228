import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { layOut } from './documented-files.fixture.ts';
import { blocksOn, PAGES } from './documented-pages.fixture.ts';

/** Commands of the pages that are not run here, each with the reason. */
const NOT_RUN: readonly [RegExp, string][] = [
  [/^npm (?:start|test)\b/, 'installs, and runs every test: this one too'],
  [/^npm run train\b/, 'takes minutes, and Python with PyTorch'],
  [/^npm run soak\b/, 'takes 20 minutes'],
  [/^RINGBACK_TAKES=\S+ .*vitest run/, 'is a test itself, and takes minutes'],
  [/^(?:export )?DATABASE_URL=/, 'a PostgreSQL server of somebody’s'],
  [/^ringback (?:worker\b|serve --jobs 0)/, 'the same'],
  [/^ringback jobs cancel\b/, 'a job that waits'],
  [/^(?:npx )?ringback compose *(?:#|$)/, 'asks a person at a terminal'],
  [/^(?:docker|cp deploy\/example\.env)\b/, 'a container runtime'],
  [/^node scripts\/pack\.mjs\b/, 'takes minutes; `npm run release` does it'],
  [/^(?:sudo|apt-get|useradd|runuser|install|systemctl|set -a|mkdir -p \/usr|npm install|ln -s \/usr)\b/, 'changes the machine, as root'],
  [/^RINGBACK_MODELS=\/usr\b/, 'writes where only root may'],
];

/** What the reader puts in the place of what a page can only show. */
const PUT_IN: readonly [RegExp, string][] = [
  [/TWILIO_AUTH_TOKEN=\.\.\./g, 'TWILIO_AUTH_TOKEN=a-secret-of-tests'],
  [/\b99174816\b/g, '"$CALL"'],
  [/:4321\b/g, ':"$PORT"'],
];

/** With a server, the log need not open the database for every command. */
const SERVED = 'ringback serve';
/** What a page takes for granted that was done before. */
const BEFORE: Readonly<Record<string, string[]>> = {
  'docs/log.md': [SERVED, 'CALL=$(ringback log add --whom "Mr. Oyelaran" --left 2026-11-01 --brief brief.json | cut -c1-8)'],
  'docs/how-to/job-seekers.md': [SERVED],
  'docs/how-to/sales-teams.md': [SERVED],
};

/**
 * The shell of a reader: `ringback` is the built command, `npx` runs what it is given. A server runs until the page's end, and must then
 * end properly; whatever else fails ends the page, with its words.
 */
const SHELL = `
set -eE -o pipefail
trap 'echo "failed: $BASH_COMMAND" >&2; cat served.txt >&2 2>/dev/null' ERR
npx() { "$@"; }
ringback() {
  if [ "$1" != serve ]; then node "$BIN" "$@"; return; fi
  shift
  node "$BIN" serve --no-open --port "$PORT" "$@" > served.txt 2>&1 &
  SERVED=$!
  until grep -q 'Ringback is open' served.txt; do kill -0 "$SERVED"; sleep 0.1; done
}
`;
const AT_THE_END = `
if [ -n "$SERVED" ]; then kill -TERM "$SERVED"; wait "$SERVED"; fi
`;

/** The lines of a page's commands, with those that go on in the next line joined. */
function commandsOn(page: string): string[] {
  return blocksOn(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ lines }) => lines.join('\n').replaceAll('\\\n', ' ').split('\n'));
}

const reasonNotToRun = (line: string) => NOT_RUN.find(([pattern]) => pattern.test(line))?.[1];
/** As it is run; where the page says that it may exit with 1, it may. */
function runOf(line: string): string {
  const command = PUT_IN.reduce((given, [pattern, put]) => given.replace(pattern, put), line);
  return /#.*\bexit 1\b/.test(line) ? `{ ${command.replace(/#.*/, '')}; } || [ $? = 1 ]` : command;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Runs lines in a reader's shell; resolves with the exit code and what was told. */
async function runAll(folder: string, lines: readonly string[]): Promise<{ code: number | null; told: string }> {
  writeFileSync(join(folder, 'page.sh'), [SHELL, ...lines, AT_THE_END].join('\n'));
  const surroundings = {
    ...process.env,
    BIN: resolve('packages/ringback/bin/ringback.js'),
    PORT: String(await freePort()),
    RINGBACK_DATA: join(folder, 'data'),
  };
  const shell = spawn('bash', ['page.sh'], { cwd: folder, env: surroundings, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      told += part;
    });
  }
  const code = await new Promise<number | null>((ended, failed) => shell.once('error', failed).once('close', ended));
  return { code, told };
}

const RUNS = PAGES.map(
  (page) => [page, commandsOn(page).filter((line) => line !== '' && reasonNotToRun(line) === undefined)] as const,
).filter(([, lines]) => lines.length > 0);

it.each(RUNS)(
  'the commands of %s run',
  async (page, lines) => {
    const folder = mkdtempSync(join(tmpdir(), 'ringback-page-'));
    try {
      layOut(folder, page);
      const { code, told } = await runAll(folder, [...(BEFORE[page] ?? []), ...lines.map(runOf)]);
      expect(code, told.slice(-2_000)).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  300_000,
);

it('leaves out no command without need: every reason and every word that is put in belongs to a page', () => {
  const lines = PAGES.flatMap(commandsOn);
  expect(NOT_RUN.filter(([pattern]) => !lines.some((line) => pattern.test(line))).map(String)).toEqual([]);
  expect(PUT_IN.filter(([pattern]) => !lines.some((line) => new RegExp(pattern.source).test(line))).map(String)).toEqual([]);
});

it('has every block of commands marked as such, so that none is passed over', () => {
  const unmarked = PAGES.flatMap((page) =>
    blocksOn(page)
      .filter(({ language }) => language !== 'sh')
      .flatMap(({ lines }) => lines.filter((line) => /^(?:\$ )?(?:[A-Z_]+=\S+ )*(?:npx |npm |ringback |node |curl |sudo )/.test(line)))
      .map((line) => `${page}: ${line}`),
  );
  expect(unmarked).toEqual([]);
});

it('tells a command that fails, and a server that does not open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-page-'));
  try {
    layOut(folder, 'README.md');
    const failed = await runAll(folder, ['ringback review nowhere.txt', 'echo never']);
    expect(failed.code).not.toBe(0);
    expect(failed.told).toContain('failed:');
    expect(failed.told).not.toContain('never');
    const refused = await runAll(folder, ['ringback serve --origin http://plain.example.com', 'echo never']);
    expect(refused.code).not.toBe(0);
    expect(refused.told).not.toContain('never');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
