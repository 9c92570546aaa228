import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { npmSettings, readNpmrc } from './npm-settings.ts';
import { askForTarball } from './registry.ts';

test('an .npmrc is read as npm reads it', () => {
  const text = `; a comment\n# another\nregistry = "http://mirror.example/"\n//mirror.example/:_authToken=\${SECRET}\nproxy=null\nstrict-ssl=false\r\n`;
  expect([...readNpmrc(text, { SECRET: 'sesame' })]).toEqual([
    ['registry', 'http://mirror.example/'],
    ['//mirror.example/:_authToken', 'sesame'],
    ['strict-ssl', 'false'],
  ]);
});

test('the environment counts before the project, and the project before the person', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-npmrc-'));
  try {
    await mkdir(join(folder, 'home'));
    await mkdir(join(folder, 'project', 'deep'), { recursive: true });
    await writeFile(join(folder, 'project', 'package.json'), '{}');
    await writeFile(join(folder, 'home', '.npmrc'), 'registry=http://person.example/\nproxy=http://person.example:1\nnoproxy=a\n');
    await writeFile(join(folder, 'project', '.npmrc'), 'registry=http://project.example/\nproxy=http://project.example:1\n');
    const env = {
      HOME: join(folder, 'home'),
      NPM_CONFIG_REGISTRY: 'http://environment.example/',
      npm_config_globalconfig: join(folder, 'none'),
    };
    const settings = await npmSettings(join(folder, 'project', 'deep'), env);
    expect(Object.fromEntries(settings)).toMatchObject({
      registry: 'http://environment.example/',
      proxy: 'http://project.example:1',
      noproxy: 'a',
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a scoped registry is asked with its own token', async () => {
  const asked: { url: string | undefined; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization });
    response.end('bytes');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = {
    npm_config_registry: 'http://nobody.example/',
    'npm_config_@toys:registry': `http://${host}/npm/private`,
    [`npm_config_//${host}/npm/:_authToken`]: 'sesame',
    npm_config_userconfig: join(tmpdir(), 'no-such-npmrc'),
    npm_config_globalconfig: join(tmpdir(), 'no-such-npmrc'),
  };
  try {
    const answer = await askForTarball('@toys/ball', '1.0.0', { cwd: tmpdir(), env });
    expect(await answer.text()).toBe('bytes');
    expect(asked).toEqual([{ url: '/npm/private/@toys/ball/-/ball-1.0.0.tgz', authorization: 'Bearer sesame' }]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
