import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BucketPlace } from './bucket.ts';

const REGION = 'eu-central-1';
const KEY_ID = 'RINGBACKTEST';
const SECRET = 'only+for/tests';
const BUCKET = 'takes';
/** Names in one answer to a list, few so that a list goes on. */
const LISTED = 3;

/** A local S3-compatible server in memory that refuses what is not signed by Signature Version 4. */
export interface TestBucket {
  place: BucketPlace;
  /** Names of all objects. */
  names(): string[];
  /** Requests that were refused because of their signature. */
  refused(): number;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  body?: Uint8Array | string;
  headers?: Record<string, string>;
}

const hex = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Uint8Array | string, text: string) => createHmac('sha256', key).update(text).digest();
const percent = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Follows "Authenticating Requests (AWS Signature Version 4)" step by step, apart from the client that it tests. */
function isSigned(request: IncomingMessage, body: Uint8Array, url: URL): boolean {
  const { headers } = request;
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (parts === null) return false;
  const [, keyId, day = '', region = '', names = '', signature = ''] = parts;
  const payload = String(headers['x-amz-content-sha256']);
  if (keyId !== KEY_ID || region !== REGION || payload !== hex(body) || !names.split(';').includes('host')) return false;
  const query = [...url.searchParams]
    .map(([name, value]) => `${percent(name)}=${percent(value)}`)
    .sort()
    .join('&');
  const path = url.pathname
    .split('/')
    .map((part) => percent(decodeURIComponent(part)))
    .join('/');
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [request.method, path, query, signed.join(''), names, payload].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hex(canonical)].join('\n');
  const key = [region, 's3', 'aws4_request'].reduce((secret, part) => hmac(secret, part), hmac(`AWS4${SECRET}`, day));
  return timingSafeEqual(Buffer.from(hmac(key, text).toString('hex')), Buffer.from(signature));
}

function listed(names: string[], url: URL): Answer {
  const prefix = url.searchParams.get('prefix') ?? '';
  const after = url.searchParams.get('continuation-token') ?? '';
  const found = names.filter((name) => name.startsWith(prefix) && name > after).sort();
  const page = found.slice(0, LISTED);
  const next = found.length > LISTED ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  return {
    status: 200,
    body: `<ListBucketResult>${page.map((name) => `<Contents><Key>${name}</Key></Contents>`).join('')}${next}</ListBucketResult>`,
  };
}

function got(object: Uint8Array | undefined, range: string | undefined): Answer {
  if (object === undefined) return { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' };
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined) return { status: 200, body: object };
  const [from, to] = [Number(first), Math.min(last ? Number(last) : object.length - 1, object.length - 1)];
  if (from >= object.length) return { status: 416 };
  return { status: 206, body: object.slice(from, to + 1), headers: { 'content-range': `bytes ${from}-${to}/${object.length}` } };
}

function answerTo(objects: Map<string, Uint8Array>, request: IncomingMessage, body: Uint8Array, url: URL): Answer {
  const [, bucket, ...rest] = url.pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  if (bucket !== BUCKET) return { status: 404, body: '<Error><Code>NoSuchBucket</Code></Error>' };
  if (request.method === 'GET' && key === '') return listed([...objects.keys()], url);
  if (request.method === 'GET') return got(objects.get(key), request.headers.range);
  if (request.method === 'HEAD') {
    const object = objects.get(key);
    return object ? { status: 200, headers: { 'content-length': String(object.length) } } : { status: 404 };
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return { status: 204 };
  }
  const source = request.headers['x-amz-copy-source'];
  const copied = source === undefined ? body : objects.get(decodeURIComponent(String(source)).slice(BUCKET.length + 2));
  if (copied === undefined) return { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' };
  objects.set(key, copied);
  return { status: 200, body: '<CopyObjectResult></CopyObjectResult>' };
}

/** Starts one. */
export async function startBucket(): Promise<TestBucket> {
  const objects = new Map<string, Uint8Array>();
  let refused = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = new Uint8Array(Buffer.concat(chunks));
    const url = new URL(request.url ?? '/', 'http://localhost');
    const isAllowed = isSigned(request, body, url);
    if (!isAllowed) refused += 1;
    const answer: Answer = isAllowed ? answerTo(objects, request, body, url) : { status: 403 };
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    place: { endpoint: `http://127.0.0.1:${port}`, bucket: BUCKET, region: REGION, keyId: KEY_ID, secret: SECRET },
    names: () => [...objects.keys()].sort(),
    refused: () => refused,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
