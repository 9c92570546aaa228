import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capturedFacts, scriptArtifacts } from '@ringback/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { whileLost } from '../../live/while-lost.ts';
import type { Hearing } from '../../ports/hearing.ts';
import { hearingProcess } from './hearing-process.ts';

const RATE = 8000;
const recording = capturedFacts({ sampleRate: RATE, automaticGain: false, noiseSuppression: false, echoCancellation: false }, 1);
const sound = (name: string) => ({ samples: new Float32Array(RATE), recording, name, script: null });

/** Answers whatever it is asked, and aborts as native code does where the name of the take says so. */
const EAR = `
  import { existsSync, writeFileSync } from 'node:fs';
  process.once('message', ({ modelsDir }) => process.on('message', ({ id, kind, name, artifacts }) => {
    const once = modelsDir + '/' + String(name).replace(/\\W/g, '');
    if (name === 'always') process.abort();
    if (String(name).startsWith('once') && !existsSync(once)) { writeFileSync(once, ''); process.abort(); }
    if (kind === 'prepare') process.send({ kind: 'ready', id });
    else if (kind !== 'open' && kind !== 'samples') process.send({ kind: 'reviewed', id, artifacts: artifacts ?? { heard: name }, review: {} });
  }));
  process.on('disconnect', () => process.exit(0));`;

let folder: string;
let program: string;
let hearing: Hearing;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-ear-'));
  program = join(folder, 'ear.mjs');
  await writeFile(program, EAR);
  hearing = hearingProcess(folder, { program });
});
afterAll(async () => {
  await hearing.close();
  await rm(folder, { recursive: true });
});

test('hearing that is ended 20 times at work ends nothing else, and each take is heard in the end', async () => {
  for (let i = 0; i < 20; i += 1) {
    const { artifacts } = await whileLost(() => hearing.hear(sound(`once ${i}`), {}));
    expect(artifacts).toEqual({ heard: `once ${i}` });
  }
});

test('what is never heard is given up with a sentence, and the next is heard', async () => {
  await expect(whileLost(() => hearing.hear(sound('always'), {}))).rejects.toMatchObject({
    code: 'hearing-lost',
    kind: 'internal',
    message: 'Hearing ended before it was done; the sound is kept: try "hear again".',
  });
  expect((await hearing.hear(sound('next'), {})).artifacts).toEqual({ heard: 'next' });
});

test('a live take whose process ended is lost, and does not hang', async () => {
  const live = hearing.live({ sampleRate: RATE, script: null }, () => {});
  live.push(new Int16Array(100));
  await expect(hearing.hear(sound('always'), {})).rejects.toMatchObject({ code: 'hearing-lost' });
  live.push(new Int16Array(100));
  await expect(live.finish(recording, 'take', {})).rejects.toMatchObject({ code: 'hearing-lost' });
});

test('a process that cannot be started is told, and ends nothing', async () => {
  const none = hearingProcess(folder, { program: join(folder, 'nowhere.mjs') });
  await expect(none.judge(scriptArtifacts('Hello.', { name: 'a' }), {})).rejects.toMatchObject({ code: 'hearing-lost' });
  await none.close();
});

test('closing gives up what is asked, however often it is tried again', async () => {
  const closed = hearingProcess(folder, { program });
  await closed.prepare();
  let tries = 0;
  const asked = whileLost(() => {
    tries += 1;
    return closed.hear(sound('a'), {});
  });
  const given = expect(asked).rejects.toMatchObject({ code: 'hearing-lost' });
  await closed.close();
  await given;
  expect(tries).toBe(3);
});

test.skipIf(process.platform === 'win32')('a process stands back for others as far as it is told', async () => {
  const telling = join(folder, 'telling.mjs');
  await writeFile(
    telling,
    `import { getPriority } from 'node:os';
    process.once('message', () => process.on('message', ({ id }) => {
      process.send({ kind: 'reviewed', id, artifacts: { niceness: getPriority() }, review: {} });
    }));
    process.on('disconnect', () => process.exit(0));`,
  );
  const niceness = async (options: { niceness?: number }) => {
    const asked = hearingProcess(folder, { program: telling, ...options });
    const { artifacts } = await asked.hear(sound('a'), {});
    await asked.close();
    return (artifacts as unknown as { niceness: number }).niceness;
  };
  const own = await niceness({});
  expect(await niceness({ niceness: Math.min(19, own + 5) })).toBe(Math.min(19, own + 5));
});

test('a process over its bound of memory is begun anew between two questions, never under one', async () => {
  const counting = join(folder, 'counting.mjs');
  // The second question waits while the first is answered; every process tells how many it has answered.
  await writeFile(
    counting,
    `let answered = 0;
    process.once('message', () => process.on('message', ({ id, kind, name }) => {
      setTimeout(() => {
        answered += 1;
        process.send({ kind: 'reviewed', id, artifacts: { answered }, review: {}, rssBytes: name === 'large' ? 2000 : 500 });
      }, name === 'large' ? 0 : 100);
    }));
    process.on('disconnect', () => process.exit(0));`,
  );
  const bounded = hearingProcess(folder, { program: counting, memoryBytes: 1000 });
  const answered = async (name: string) => (await bounded.hear(sound(name), {})).artifacts as unknown as { answered: number };
  expect(await answered('small')).toEqual({ answered: 1 });
  const [large, small] = await Promise.all([answered('large'), answered('small')]);
  expect([large, small]).toEqual([{ answered: 2 }, { answered: 3 }]);
  expect(await answered('large')).toEqual({ answered: 4 });
  expect(await answered('small')).toEqual({ answered: 1 });
  await bounded.close();
});
