import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { isOutside, safeFetch } from './safe-fetch.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
const LIMITS = { mostBytes: 1_000, withinMs: 5_000, allowPlain: true };
/** The public name of the test's server stands for an address outside. */
const resolve = async () => ['127.0.0.1'];
const mayAsk = () => true;

it('tells what is outside from all that is not', () => {
  for (const address of ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])
    expect([address, isOutside(address)]).toEqual([address, true]);
  const inner = [
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
  ];
  const inner6 = ['::1', '::', 'fe80::1', 'fc00::1', '::ffff:10.0.0.1', '::ffff:127.0.0.1', '64:ff9b::a00:1', '2002:7f00:1::', 'ff02::1'];
  for (const address of [...inner, ...inner6, 'localhost', '']) expect([address, isOutside(address)]).toEqual([address, false]);
});

it.each([
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:7f00:1]/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://localhost/',
])('asks no inner address: %s', async (address) => {
  await expect(safeFetch(address, { ...LIMITS, allowPlain: false })).rejects.toMatchObject({ code: 'inner-address' });
});

it('asks nobody where one address of several is an inner one', async () => {
  const several = async () => ['93.184.215.14', '10.0.0.1'];
  await expect(safeFetch('https://example.com/', { ...LIMITS, resolve: several })).rejects.toMatchObject({ code: 'inner-address' });
});

it('asks the address that it checked, though the name answers otherwise a moment later', async () => {
  let looked = 0;
  const port = await serve((_request, response) => response.end('sound'));
  // The name is outside when it is looked up first, and inner ever after.
  const changing = async () => [looked++ === 0 ? '127.0.0.1' : '10.0.0.1'];
  const fetched = await safeFetch(`http://changing.example.com:${port}/`, {
    ...LIMITS,
    resolve: changing,
    mayAsk: (one) => one === '127.0.0.1',
  });
  expect([new TextDecoder().decode(fetched), looked]).toEqual(['sound', 1]);
});

it('checks each redirect anew, and shows the secret to the first origin alone', async () => {
  const seen: (string | undefined)[] = [];
  const last = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.end('sound');
  });
  const first = await serve((request, response) => {
    seen.push(request.headers.authorization);
    const to = request.url === '/in' ? 'http://inner.example.com/' : `http://other.example.com:${last}/`;
    response.writeHead(302, { location: to }).end();
  });
  const byName = async (name: string) => [name === 'inner.example.com' ? '10.0.0.1' : '127.0.0.1'];
  const options = { ...LIMITS, resolve: byName, mayAsk: (one: string) => one !== '10.0.0.1', authorization: 'Basic secret' };
  expect(new TextDecoder().decode(await safeFetch(`http://first.example.com:${first}/out`, options))).toBe('sound');
  expect(seen).toEqual(['Basic secret', undefined]);
  await expect(safeFetch(`http://first.example.com:${first}/in`, options)).rejects.toMatchObject({ code: 'inner-address' });
});

it('ends at redirects without end, other protocols and other answers', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/gone') response.writeHead(404).end();
    else response.writeHead(302, { location: '/again' }).end();
  });
  const here = (path: string) => safeFetch(`http://a.example.com:${port}${path}`, { ...LIMITS, resolve, mayAsk });
  await expect(here('/')).rejects.toMatchObject({ code: 'fetch-failed', message: expect.stringContaining('without end') });
  await expect(here('/gone')).rejects.toMatchObject({ code: 'fetch-failed' });
  await expect(safeFetch('file:///etc/passwd', LIMITS)).rejects.toMatchObject({ code: 'fetch-failed' });
  await expect(safeFetch('http://example.com/', { ...LIMITS, allowPlain: false })).rejects.toMatchObject({ code: 'fetch-failed' });
});

it('takes no more bytes and no more time than it was given', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/told') response.writeHead(200, { 'content-length': '5000000000' });
    if (request.url === '/slow') response.write('a');
    else response.write('a'.repeat(2_000));
  });
  const here = (path: string, withinMs = LIMITS.withinMs) =>
    safeFetch(`http://a.example.com:${port}${path}`, { ...LIMITS, withinMs, resolve, mayAsk });
  await expect(here('/told')).rejects.toMatchObject({ code: 'too-large' });
  await expect(here('/untold')).rejects.toMatchObject({ code: 'too-large' });
  await expect(here('/slow', 100)).rejects.toMatchObject({ code: 'fetch-failed' });
});
