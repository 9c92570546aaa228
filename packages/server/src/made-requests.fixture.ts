import fc from 'fast-check';
import { wavHeader } from './ports/kept-wav.ts';

/** A request as it goes over the wire; letters of path, headers and body are bytes. */
export interface MadeRequest {
  method: string;
  path: string;
  headers: [name: string, value: string][];
  body: string | null;
}

/** What of a JSON schema is read here. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

/** What of an OpenAPI document is read here. */
export interface Described {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

interface Operation {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses?: Record<string, unknown>;
}

/** Stands in what is sent: it must come back in no error and in no log. */
export const SECRET_WORD = 'Quillfeather';

const ODD_LITERALS = [
  'null',
  '-1',
  '0.5',
  '1e308',
  '1e999',
  '9007199254740993',
  '-2147483649',
  '""',
  '" "',
  '"\\u0000"',
  `"${SECRET_WORD}\\u0000"`,
  '"\\ud800"',
  `"\\udc00${SECRET_WORD}"`,
  '"\\u202e\\u2066"',
  '"../../../../etc/passwd"',
  '"0000-01-01T00:00:00Z"',
  '"9999-12-31T23:59:59Z"',
  '"0000-02-29T24:00:00.000000000000Z"',
  `"=cmd|' /C calc'!A0"`,
  '"<script>alert(1)</script>"',
  `"${'a'.repeat(70_000)}"`,
  `"${'( '.repeat(3_000)}"`,
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  `${'{"a":'.repeat(400)}1${'}'.repeat(400)}`,
  '{"__proto__":{"role":"owner"}}',
  '{"constructor":{"prototype":{}}}',
  '[]',
  '{}',
  'true',
] as const;
const WORDS = [
  'n',
  `Hello Ms. ${SECRET_WORD}, this is Theo Lindgren. Call me on 617-555-0123.`,
  '+16175550123',
  'theo@example.com',
  '👩🏽‍💻',
  'é\u0301\u0000',
  '\ud800',
  '%s%n',
  '2026-11-23',
  'PT5M',
] as const;
const MOMENTS = ['2026-11-23T12:00:00Z', '0001-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'] as const;
const ODD_IN_PATH = [
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '..',
  '%ff%fe',
  '%',
  '%zz',
  '%F0%9F%A6%8A',
  "'%20OR%201=1--",
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'a'.repeat(6_000),
  '\u00ff\u00fe',
] as const;
const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'APPLICATION/JSON',
  'application/problem+json',
  'text/plain',
  'text/csv',
  'multipart/form-data; boundary=b',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'application/x-www-form-urlencoded',
  'audio/wav',
  ';;;',
] as const;
const HEADERS: readonly (readonly [string, readonly [string, ...string[]]])[] = [
  ['idempotency-key', ['', 'one', 'a'.repeat(300), 'one', '\u00e9']],
  ['if-match', ['*', '"x"', 'W/"x"', '"', ',,,']],
  ['if-none-match', ['*', '"x"', 'W/"', '']],
  ['range', ['bytes=0-', 'bytes=0-1', 'bytes=5-2', 'bytes=-5', 'bytes=99999999999999999999-', 'bytes=0-99999999999999999999', 'lines=1-2']],
  ['accept-encoding', ['gzip', 'br;q=nan', 'identity;q=0, *;q=0']],
  ['accept', ['text/html', 'application/xml', '*/*;q=2']],
  ['authorization', ['Bearer', 'Bearer x', 'Basic eDp5', 'Bearer \u00ff']],
  ['cookie', ['ringback=x', 'ringback=%', ';;;=;', `ringback=${'a'.repeat(3_000)}`]],
  ['origin', ['null', 'https://example.com']],
  ['sec-fetch-site', ['cross-site']],
  ['host', ['example.com', '127.0.0.1:x', '']],
  ['content-encoding', ['gzip', 'br']],
  ['expect', ['100-continue', '200-ok']],
  ['x-http-method-override', ['DELETE']],
  ['content-type', TYPES],
];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'] as const;
const DEEPEST = 6;

const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const from = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Makes requests of every operation of an OpenAPI document, mostly such as nobody should send. */
export class RequestMaker {
  readonly #document: Described;
  readonly #ids: readonly string[];

  /** @param ids Of what is there. */
  constructor(document: Described, ids: readonly string[]) {
    this.#document = document;
    this.#ids = ids;
  }

  /** A request of any operation. */
  request(): fc.Arbitrary<MadeRequest> {
    const operations = Object.entries(this.#document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => this.#requestOf(path, method.toUpperCase(), operation)),
    );
    return fc.oneof(...operations);
  }

  #requestOf(path: string, method: string, operation: Operation): fc.Arbitrary<MadeRequest> {
    const content = Object.entries(operation.requestBody?.content ?? {});
    const [[type, { schema = {} }] = ['application/json', {}]] = content;
    const right: [string, string][] =
      content.length > 0 ? [['content-type', type.startsWith('multipart') ? `${type}; boundary=b` : type]] : [];
    const body = content.length > 0 ? this.#body(type, schema) : fc.option(this.#body('application/json', schema), { freq: 8 });
    return fc
      .record({
        path: this.#path(path, operation),
        method: fc.oneof({ weight: 12, arbitrary: fc.constant(method) }, from(METHODS)),
        headers: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(oddHeader, { maxLength: 3 })),
        body,
      })
      .map(({ headers, ...rest }) => ({ ...rest, headers: [...right, ...(headers as [string, string][])] }));
  }

  #path(path: string, { parameters = [] }: Operation): fc.Arbitrary<string> {
    const filled = path.split('/').map((part) => (part.includes('{') ? this.#id() : fc.constant(part)));
    const known = parameters.filter((one) => one.in === 'query');
    const query = fc.array(
      fc.tuple(
        fc.oneof(...known.map(({ name }) => fc.constant(name)), from(['limit', 'after', '__proto__', 'a[b]', '%00'])),
        fc.oneof(
          ...known.map(({ schema = {} }) => this.value(schema).map((value) => encodeURIComponent(String(value).replace(/\p{Cs}/gu, '?')))),
          from(ODD_IN_PATH),
          from(['', '0', '-1', '1e3', 'NaN', '501', '2026-11-23T12:00:00.000Z_00000000-0000-0000-0000-000000000000', '0_0']),
        ),
      ),
      { maxLength: 4 },
    );
    return fc
      .tuple(fc.tuple(...filled), query)
      .map(
        ([parts, asked]) =>
          `/api/v1${parts.join('/')}${asked.length > 0 ? '?' : ''}${asked.map(([name, value]) => `${name}=${value}`).join('&')}`,
      );
  }

  #id(): fc.Arbitrary<string> {
    return fc.oneof(
      { weight: 6, arbitrary: from(this.#ids) },
      { weight: 2, arbitrary: from(ODD_IN_PATH) },
      from(this.#ids).map((id) => id.toUpperCase()),
      fc.uuid(),
    );
  }

  #body(type: string, schema: Schema): fc.Arbitrary<string> {
    if (type.startsWith('multipart')) return form;
    if (!type.endsWith('json')) return fc.oneof(sound, table, anyBytes);
    const text = this.value(schema).map((value) => JSON.stringify(value) ?? 'null');
    return fc.oneof({ weight: 4, arbitrary: text.map(bytesOf) }, { weight: 6, arbitrary: mangled(text) }, sound, table, anyBytes);
  }

  /** A value of about this shape. */
  value(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
    const { $ref, anyOf, oneOf, allOf, type, format, properties = {}, required = [], items = {}, ...rest } = schema;
    if (depth > DEEPEST) return fc.constant(null);
    const next = (one: Schema) => this.value(one, depth + 1);
    if ($ref !== undefined) return next(this.#document.components?.schemas?.[$ref.split('/').at(-1) ?? ''] ?? {});
    if (anyOf ?? oneOf) return fc.oneof(...(anyOf ?? oneOf ?? []).map(next));
    if (allOf) return fc.tuple(...allOf.map(next)).map((parts) => Object.assign({}, ...parts));
    if ('const' in rest) return fc.constant(rest.const);
    if (rest.enum) return from(rest.enum);
    const kind = Array.isArray(type) ? type[0] : type;
    if (kind === 'string')
      return format === 'uuid' ? from(this.#ids) : format === 'date-time' ? from(MOMENTS) : from([...WORDS, ...MOMENTS]);
    if (kind === 'boolean') return fc.boolean();
    if (kind === 'integer' || kind === 'number') return fc.oneof(fc.nat(100), fc.integer(), fc.double());
    if (kind === 'array') return fc.array(next(items), { maxLength: 3 });
    if (kind !== 'object') return fc.oneof(from(WORDS), fc.nat(), fc.constant(null), fc.constant({}));
    const known = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, next(one)]));
    return fc.record(known, { requiredKeys: required.filter((name) => name in known) });
  }
}

const oddHeader = from(HEADERS).chain(([name, values]) => from(values).map((value) => [name, value] as [string, string]));

const anyBytes = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1'));

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]\d+)?|true|false|null/g;

/** A document in which a value is another, or whose bytes are not whole. */
function mangled(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const replaced = fc.tuple(text, fc.nat(), from(ODD_LITERALS)).map(([whole, place, odd]) => {
    const tokens = [...whole.matchAll(TOKEN)];
    const token = tokens[place % Math.max(1, tokens.length)];
    return bytesOf(token ? whole.slice(0, token.index) + odd + whole.slice(token.index + token[0].length) : odd);
  });
  const cut = fc.tuple(text, fc.nat()).map(([whole, at]) => bytesOf(whole).slice(0, at % (whole.length + 1)));
  const damaged = fc.tuple(text, fc.nat(), fc.string({ unit: 'binary', maxLength: 6 })).map(([whole, at, more]) => {
    const place = at % (whole.length + 1);
    return bytesOf(whole.slice(0, place)) + Buffer.from(more, 'utf8').toString('latin1') + bytesOf(whole.slice(place + more.length));
  });
  return fc.oneof({ weight: 4, arbitrary: replaced }, cut, damaged);
}

/** A recording, whole or with a header that lies. */
const sound = fc
  .tuple(fc.nat(2_000), from([0, 1, 8_000, 16_000, 4_294_967_295]), fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 3 }))
  .map(([samples, rate, damage]) => {
    const bytes = Buffer.concat([wavHeader(rate, samples), Buffer.alloc(samples * 2, 7)]);
    for (const [at, value] of damage) bytes[at] = value;
    return bytes.toString('latin1');
  });

const LINES = [
  'id,name,company,left_at,outcome,outcome_at',
  'Name,Company,Left at,Outcome',
  '1,"Ms. Calder",Calder & Sons,2026-11-23T12:00:00Z,phone,2026-11-24T12:00:00Z',
  `"${SECRET_WORD}",,0000-00-00,met,9999-99-99`,
  '"unended',
  '\u0000,\u0000',
  '=1+1,@x,-1,+1',
  'BEGIN:VCARD',
  'FN:Ms. Calder',
  'END:VCARD',
  ',,,,,,,,,,,,',
] as const;
const table = fc.tuple(fc.array(from(LINES), { maxLength: 8 }), from(['\n', '\r\n', '\r'])).map(([lines, end]) => bytesOf(lines.join(end)));

const PARTS = [
  'Content-Disposition: form-data; name="to"\r\n\r\n{"name":"Ms. Calder"}',
  'Content-Disposition: form-data; name="me"\r\n\r\n{"name":"Theo Lindgren"}',
  'Content-Disposition: form-data; name="me"\r\n\r\n[]',
  'Content-Disposition: form-data; name="to"; filename="../to.json"\r\n\r\n{}',
  'Content-Disposition: form-data; name="contacts"; filename="c.csv"\r\nContent-Type: text/csv\r\n\r\nFirst Name,Last Name,Company\r\nAda,Calder,Calder & Sons',
  'Content-Disposition: form-data; name="contacts"; filename="c.vcf"\r\n\r\nBEGIN:VCARD\r\nFN:x\r\n',
  'Content-Disposition: form-data; name="contacts"; filename="\u0000"\r\n\r\n\u0000',
  'Content-Disposition: form-data; name="__proto__"\r\n\r\nx',
  'Content-Disposition: form-data\r\n\r\nx',
  '\r\n',
  '',
] as const;
const form = fc
  .tuple(fc.array(from(PARTS), { maxLength: 5 }), from(['--b--', '--b--\r\n', '', '--b']), from(['\r\n', '\n']))
  .map(([parts, last, end]) => bytesOf(parts.map((part) => `--b${end}${part}${end}`).join('') + last));
