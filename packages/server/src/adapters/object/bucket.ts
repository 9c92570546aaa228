import { RingbackError } from '@ringback/core';
import { AwsClient } from 'aws4fetch';

/** A bucket of an S3-compatible store, and who may write there. */
export interface BucketPlace {
  /** For example "https://s3.eu-central-1.amazonaws.com" or "http://10.0.0.5:9000"; the bucket's name is put behind it. */
  endpoint: string;
  bucket: string;
  region: string;
  keyId: string;
  secret: string;
}

/** Tries of one request beyond the first. House rule. */
const RETRIES = 3;
const NOT_FOUND = 404;
const RANGE_BEYOND_END = 416;

/** An object, or a part of one. */
export interface FoundObject {
  bytes: Uint8Array;
  /** Bytes of the whole object. */
  size: number;
}

/** The few requests to an S3-compatible store that blobs need, signed with Signature Version 4. */
export class Bucket {
  readonly #client: AwsClient;
  readonly #address: string;
  readonly #bucket: string;

  constructor({ endpoint, bucket, region, keyId, secret }: BucketPlace) {
    this.#client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: RETRIES });
    this.#bucket = bucket;
    this.#address = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#ask(key, { method: 'PUT', body: bytes as Uint8Array<ArrayBuffer> });
  }

  /** Bytes `from` to `to`, both counted in, as far as there are any; null where there is no such object. */
  async get(key: string, from: number, to: number): Promise<FoundObject | null> {
    const isWhole = from === 0 && to === Number.MAX_SAFE_INTEGER;
    const range = to === Number.MAX_SAFE_INTEGER ? `bytes=${from}-` : `bytes=${from}-${to}`;
    const answer = await this.#ask(key, { method: 'GET', ...(!isWhole && { headers: { range } }) }, [NOT_FOUND, RANGE_BEYOND_END]);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.status === NOT_FOUND) return null;
    if (answer.status === RANGE_BEYOND_END) return { bytes: new Uint8Array(0), size: (await this.#size(key)) ?? 0 };
    const total = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1];
    return { bytes, size: total === undefined ? bytes.length : Number(total) };
  }

  /** Gives an object another name, whole and at once. False where there is no such object. */
  async copy(key: string, to: string): Promise<boolean> {
    const source = `/${encodeURIComponent(this.#bucket)}/${encodeURIComponent(key)}`;
    const answer = await this.#ask(to, { method: 'PUT', headers: { 'x-amz-copy-source': source } }, [NOT_FOUND]);
    // A copy that fails half way is told in an answer that began well.
    if ((await answer.text()).includes('<Error>') && answer.status !== NOT_FOUND) throw storeFailed(answer.status);
    return answer.status !== NOT_FOUND;
  }

  async delete(key: string): Promise<void> {
    await this.#ask(key, { method: 'DELETE' }, [NOT_FOUND]);
  }

  /** Names that begin so, in order. */
  async list(prefix: string): Promise<string[]> {
    const names: string[] = [];
    const query = new URLSearchParams({ 'list-type': '2', prefix });
    for (;;) {
      const xml = await (await this.#send(`${this.#address}?${query}`, { method: 'GET' })).text();
      names.push(...[...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, name]) => plainText(name ?? '')));
      const next = /<NextContinuationToken>([^<]*)<\/NextContinuationToken>/.exec(xml)?.[1];
      if (next === undefined) return names;
      query.set('continuation-token', plainText(next));
    }
  }

  async #size(key: string): Promise<number | null> {
    const answer = await this.#ask(key, { method: 'HEAD' }, [NOT_FOUND]);
    return answer.ok ? Number(answer.headers.get('content-length')) : null;
  }

  #ask(key: string, init: RequestInit, allowed: readonly number[] = []): Promise<Response> {
    return this.#send(`${this.#address}/${encodeURIComponent(key)}`, init, allowed);
  }

  async #send(url: string, init: RequestInit, allowed: readonly number[] = []): Promise<Response> {
    const headers = {
      ...(init.headers as Record<string, string>),
      'x-amz-content-sha256': await sha256(init.body as Uint8Array | undefined),
    };
    const answer = await this.#client.fetch(url, { ...init, headers }).catch(() => null);
    if (answer === null)
      throw new RingbackError('no-store', 'The store of sound does not answer: is RINGBACK_S3_ENDPOINT right?', { kind: 'internal' });
    if (!answer.ok && !allowed.includes(answer.status)) {
      await answer.body?.cancel();
      throw storeFailed(answer.status);
    }
    return answer;
  }
}

const storeFailed = (status: number): RingbackError =>
  new RingbackError('no-store', `The store of sound refused (${status}): are the bucket, the key and the region right?`, {
    kind: 'internal',
  });

async function sha256(bytes: Uint8Array = new Uint8Array(0)): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString('hex');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plainText = (xml: string): string => xml.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
