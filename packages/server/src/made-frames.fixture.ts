import fc from 'fast-check';

/** What one that records may do, and should not: sends a frame or raw bytes, goes on by another connection, goes away, waits. */
export type MadeStep =
  | { kind: 'text'; text: string }
  | { kind: 'sound'; samples: number; isOdd?: boolean }
  | { kind: 'binary'; text: string }
  | { kind: 'part'; text: string }
  | { kind: 'ping' }
  | { kind: 'raw'; bytes: string }
  | { kind: 'close'; code: number }
  | { kind: 'end' }
  | { kind: 'again' }
  | { kind: 'wait' };

/** Ids of takes; kept frames name them. */
export const TAKE_IDS = ['a0000000-0000-4000-8000-00000000000a', 'b0000000-0000-4000-8000-00000000000b'] as const;

const SCRIPT_ID = '90000000-0000-4000-8000-000000000000';
/** Samples of the largest frame that is taken, and of one that is not. */
const HUGE = [5_000_000, 7_000_000] as const;

const capture = { sampleRate: 16_000, automaticGain: false, noiseSuppression: false, echoCancellation: false };
const start = (takeId: string, more: object = {}): string =>
  JSON.stringify({ type: 'start', takeId, scriptId: null, name: 'spoken', capture, ...more });

const TEXTS = [
  ...TAKE_IDS.map((id) => start(id)),
  ...TAKE_IDS.map((id) => start(id)),
  start(TAKE_IDS[0].toUpperCase()),
  start(TAKE_IDS[0], { capture: { ...capture, sampleRate: 8_000 } }),
  start(TAKE_IDS[0], { scriptId: SCRIPT_ID }),
  '{"type":"stop"}',
  '{"type":"stop"}',
  '{"type":"discard"}',
] as const;
const BAD_TEXTS = [
  start('../../etc/passwd'),
  start(TAKE_IDS[0], { capture: { ...capture, sampleRate: 1e308 } }),
  start(TAKE_IDS[0], { capture: { ...capture, sampleRate: 0 } }),
  start(TAKE_IDS[0], { name: 'a\u0000b' }),
  start(TAKE_IDS[0], { name: '\ud800' }),
  start(TAKE_IDS[0], { name: 'n'.repeat(100_000) }),
  '',
  'null',
  '[]',
  '{"type":"stop","type":"discard"}',
  '{"type":"sto',
  `${'['.repeat(20_000)}`,
  '\u0000',
  'hello',
] as const;
/** Frames that break the protocol: unmasked, of no kind, with reserved bits, of no length, closing with half a code, text that is no UTF-8. */
const RAW = [
  '\x82\x01a',
  '\x83\x80\x00\x00\x00\x00',
  '\xf2\x80\x00\x00\x00\x00',
  '\x82\xff\xff\xff\xff\xff\xff\xff\xff\xff\x00\x00\x00\x00',
  '\x82\xfe\xff\xff\x00\x00\x00\x00abc',
  '\x88\x81\x00\x00\x00\x00\x03',
  '\x81\x82\x00\x00\x00\x00\xff\xfe',
  '\x80\x80\x00\x00\x00\x00',
  '\x89\xfe\x00\xff\x00\x00\x00\x00',
  '\x82',
  'GET / HTTP/1.1\r\n\r\n',
] as const;

const step: fc.Arbitrary<MadeStep> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...TEXTS).map((text) => ({ kind: 'text' as const, text })) },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('sound' as const), samples: fc.nat(8_000), isOdd: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.constantFrom(...BAD_TEXTS).map((text) => ({ kind: 'text' as const, text })) },
  { weight: 2, arbitrary: fc.constantFrom(...TEXTS).map((text) => ({ kind: 'binary' as const, text })) },
  { weight: 2, arbitrary: fc.constantFrom(...TEXTS, 'x').map((text) => ({ kind: 'part' as const, text })) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map((text) => ({ kind: 'text' as const, text })) },
  { weight: 2, arbitrary: fc.constantFrom(...RAW).map((bytes) => ({ kind: 'raw' as const, bytes })) },
  { weight: 1, arbitrary: fc.constantFrom(1000, 1001, 3000, 4999).map((code) => ({ kind: 'close' as const, code })) },
  { weight: 3, arbitrary: fc.constant({ kind: 'again' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'end' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'wait' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'ping' as const }) },
);

/** What is done on one or several connections, one after the other; rarely with a frame that is very large. */
export const madeSteps: fc.Arbitrary<MadeStep[]> = fc
  .tuple(fc.array(step, { maxLength: 10 }), fc.nat(80), fc.constantFrom(...HUGE))
  .map(([steps, place, samples]) => (place > steps.length ? steps : steps.toSpliced(place, 0, { kind: 'sound' as const, samples })));
