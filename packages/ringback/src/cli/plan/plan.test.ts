import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../main.ts';
import { type Asker, askForBrief } from './ask-brief.ts';

const BRIEF = {
  caller: { name: 'Nora Castell' },
  whom: { name: 'Martin Oyelaran' },
  question: 'Is the role still open?',
  numbers: [{ number: '+14155550142' }],
  replyChannels: [{ channel: 'email', address: 'nora@example.com' }],
};

let folder: string;
const file = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end();
  const code = await runCommandLine(args, {
    stdin,
    stdout,
    stderr,
    env: {},
    cwd: folder,
    signal: new AbortController().signal,
    now: () => new Date('2026-11-23T12:00:00Z'),
  });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-plan-'));
});

describe('ringback compose', () => {
  it('writes three scripts, and names on standard error what the brief lacks and why', async () => {
    const { code, out, err } = await run('compose', '--brief', await file('brief.json', BRIEF), '--format', 'json');
    const composition = JSON.parse(out);
    expect(code).toBe(0);
    expect(composition.scripts).toHaveLength(3);
    expect(composition.notAllowed).toEqual(['bridge']);
    expect(err).toMatch(/no "bridge"\. A true tie/);
  });

  it('says in one line what an incomplete brief needs, with exit 2 and nothing personal', async () => {
    const { code, out, err } = await run('compose', '--brief', await file('half.json', { caller: { name: 'Nora Castell' } }));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^ringback: "half\.json" is not complete: it needs "whom".*\n$/);
    const wrong = await run('compose', '--brief', await file('wrong.json', { ...BRIEF, whom: { name: 'Martin Oyelaran', shoe: 9 } }));
    expect(wrong.code).toBe(2);
    expect(wrong.err).not.toMatch(/Oyelaran/);
  });

  it('takes the caller’s own country, and says beside a part what it did not understand, without standing in the way', async () => {
    const me = await file('gb.json', { basics: { name: 'Nora Castell', location: { countryCode: 'GB' } } });
    const home = await file('home.json', { ...BRIEF, numbers: [{ number: '07700 900123' }], minutes: 'half an hour' });
    const { code, out } = await run('compose', '--brief', home, '--me', me, '--format', 'json');
    expect([code, JSON.parse(out).brief.region, JSON.parse(out).brief.minutes]).toEqual([0, 'GB', 30]);
    const away = await run('compose', '--brief', await file('away.json', { ...BRIEF, numbers: [{ number: '555-0123' }] }));
    expect(away.code).toBe(0);
    expect(away.out).toContain('555, 0123');
    expect(away.err).toMatch(/"number": Which area code/);
  });

  it('prints its schema', async () => {
    const { out } = await run('compose', '--schema');
    expect(Object.keys(JSON.parse(out).properties)).toContain('replyChannels');
  });
});

describe('ringback bridge', () => {
  it('tells ties with their records, and bad rows by number only', async () => {
    const me = await file('me.json', { basics: { name: 'Nora Castell' } });
    const to = await file('to.json', { name: 'Martin Oyelaran', organisation: 'Copper Media' });
    const contacts = await file(
      'Connections.csv',
      'First Name,Last Name,Company,Connected On\nDana,Whitfield,Copper Media Ltd,1 Feb 2020\n,,,5 Jan 2020\n',
    );
    const { code, out, err } = await run('bridge', '--me', me, '--to', to, '--contacts', contacts);
    expect(code).toBe(0);
    expect(out).toMatch(/^1\. I know your colleague Dana Whitfield at Copper Media\./);
    expect(out).toMatch(/from Connections\.csv, row 2: /);
    expect(err).toBe('ringback: Connections.csv, row 3 holds neither a name nor an e-mail address and was left out.\n');
  });

  it('says so when there is none', async () => {
    const me = await file('me2.json', { basics: { name: 'Nora Castell' } });
    const { out } = await run('bridge', '--me', me, '--to', await file('to2.json', { name: 'Martin Oyelaran' }));
    expect(out).toMatch(/^No tie found/);
    expect(out).toMatch(/What could find one:/);
  });
});

describe('ringback review --fix', () => {
  it('shows numbered changes and applies those that are named', async () => {
    const text =
      'Hello Martin, this is Nora Castell. Could we talk for 15 minutes to half an hour about the operations role? Call me on 4155550142.';
    const script = await file('script.txt', text);
    const { code, out } = await run('review', script, '--fix');
    expect(code).toBe(0);
    expect(out).toMatch(/- 15 minutes to half an hour\n {3}\+ 15 minutes\n/);
    const applied = await run('review', script, '--apply', '1');
    expect(applied.out).toContain('talk for 15 minutes about');
    expect((await run('review', script, '--apply', '9')).code).toBe(2);
    expect(await readFile(script, 'utf8')).toBe(text);
  });
});

describe('askForBrief', () => {
  const answers = (texts: (string | null)[], choices: string[]): Asker => ({
    text: async () => texts.shift() ?? null,
    choose: async ({ options }) => options.find(({ value }) => value === choices[0] && choices.shift())?.value ?? null,
  });

  it('asks for what is missing and answers a whole brief', async () => {
    const asker = answers(
      [
        'Nora Castell',
        'Martin Oyelaran',
        'Dana Whitfield',
        'the operations role',
        'Is it still open?',
        'half an hour',
        'Friday',
        '+1 415 555 0142',
        'text',
      ],
      ['job', 'referrer', 'call-back', 'plain'],
    );
    expect(await askForBrief({}, asker)).toMatchObject({
      objective: 'job',
      bridge: { tie: 'referrer', person: 'Dana Whitfield' },
      minutes: 30,
      deadline: { by: 'Friday' },
      replyChannels: [{ channel: 'text' }],
    });
  });

  it('stops without a trace when the person stops', async () => {
    await expect(askForBrief({}, answers([null], ['job']))).rejects.toMatchObject({ code: 'stopped' });
  });
});
