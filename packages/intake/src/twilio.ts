import { createHmac, timingSafeEqual } from 'node:crypto';
import { RingbackError } from '@ringback/core';
import type { Adapter, Callback, CallbackAnswer, Caller, TakeIn } from './adapter.ts';
import { UNKNOWN_CALLER } from './adapter.ts';
import { LARGEST_BYTES } from './lying-files.ts';
import { type SafeFetchOptions, safeFetch } from './safe-fetch.ts';

/** A line of Twilio, or of a service that speaks as Twilio does. */
export interface TwilioSource {
  accountSid: string;
  /** Signs what is sent here, and opens the recordings. */
  authToken: string;
  /** The host whose recordings are opened with the auth token; no other is shown it. */
  recordingsFrom: string;
  /** The address under which this source is asked, without a stroke at its end. */
  address: string;
  /** What the practice line says before the tone. */
  greeting: string;
  /** Longest message, seconds. */
  mostSec: number;
}

/** How recordings are fetched; a test gives its own. */
export type FetchSound = (address: string, options: SafeFetchOptions) => Promise<Uint8Array>;

const FETCH = { mostBytes: LARGEST_BYTES, withinMs: 60_000 };
/** Calls whose caller is remembered until their recording comes; the oldest is forgotten first. */
const MOST_CALLS = 1_000;

/** What Twilio signs: the address, then every field with its name in the order of their names. https://www.twilio.com/docs/usage/security */
export function signatureOf(authToken: string, url: string, form: ReadonlyMap<string, string>): string {
  const fields = [...form].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => name + value);
  return createHmac('sha1', authToken)
    .update(url + fields.join(''))
    .digest('base64');
}

function isSigned(authToken: string, { url, headers, form }: Callback): boolean {
  const [given, right] = [headers.get('x-twilio-signature') ?? '', signatureOf(authToken, url, form)].map((text) => Buffer.from(text));
  return given !== undefined && right !== undefined && given.length === right.length && timingSafeEqual(given, right);
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const xmlOf = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
const twiml = (verbs: string): CallbackAnswer => ({
  status: 200,
  xml: `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${verbs}</Response>\n`,
});

/** A number as it came; callers who hide it are "anonymous", or digits of that word. */
function callerOf(form: ReadonlyMap<string, string>): Caller {
  const from = form.get('From') ?? '';
  return { number: /^\+?\d{3,15}$/.test(from) ? from : UNKNOWN_CALLER.number, name: form.get('CallerName') || null };
}

function momentOf(form: ReadonlyMap<string, string>): string | null {
  const date = new Date(form.get('RecordingStartTime') ?? '');
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/**
 * Takes recordings from Twilio: `voice` answers the practice line and records, `recorded` ends the call, `recording` is told of each
 * recording that is complete and fetches it at once. Everything must be signed.
 */
export function twilio(source: TwilioSource, fetchSound: FetchSound = safeFetch): Adapter {
  const { accountSid, authToken, recordingsFrom, address, greeting, mostSec } = source;
  const callers = new Map<string, Caller>();
  const voice = (form: ReadonlyMap<string, string>): CallbackAnswer => {
    const [oldest] = callers.keys();
    if (callers.size >= MOST_CALLS && oldest !== undefined) callers.delete(oldest);
    // Who called is told now, and not with the recording.
    callers.set(form.get('CallSid') ?? '', callerOf(form));
    const [recorded, recording] = [xmlOf(`${address}/recorded`), xmlOf(`${address}/recording`)];
    return twiml(
      `<Say>${xmlOf(greeting)}</Say><Record action="${recorded}" recordingStatusCallback="${recording}" maxLength="${mostSec}" playBeep="true" trim="do-not-trim"/><Hangup/>`,
    );
  };
  const recording = async (form: ReadonlyMap<string, string>, takeIn: TakeIn): Promise<CallbackAnswer> => {
    const [key, url, call] = ['RecordingSid', 'RecordingUrl', 'CallSid'].map((name) => form.get(name) ?? '') as [string, string, string];
    if (form.get('RecordingStatus') !== 'completed' || key === '') return { status: 204 };
    const isOfAccount = URL.canParse(url) && new URL(url).host === recordingsFrom;
    const authorization = isOfAccount ? `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` : undefined;
    const caller = callers.get(call) ?? callerOf(form);
    await takeIn({
      key,
      caller,
      at: momentOf(form),
      bytes: () => fetchSound(`${url}.wav`, { ...FETCH, ...(authorization && { authorization }) }),
    });
    callers.delete(call);
    return { status: 204 };
  };
  return {
    async check() {
      const faults: string[] = [];
      if (!/^AC[0-9a-f]{32}$/i.test(accountSid)) faults.push('"accountSid" is no account of Twilio: it is AC and 32 hexadecimal digits.');
      if (authToken === '')
        faults.push('The environment variable that "authTokenFrom" names is empty: put the account’s auth token there.');
      if (!address.startsWith('https://')) faults.push('Twilio asks by HTTPS: start the server with --origin https://...');
      return faults;
    },
    async *lying() {},
    async answer(callback, takeIn) {
      if (!isSigned(authToken, callback) || (callback.form.get('AccountSid') ?? accountSid) !== accountSid) {
        throw new RingbackError('bad-signature', 'This was not signed with the auth token of the account; nothing was done.');
      }
      if (callback.what === 'voice') return voice(callback.form);
      if (callback.what === 'recorded') return twiml('<Say>Thank you. Goodbye.</Say><Hangup/>');
      if (callback.what === 'recording') return await recording(callback.form, takeIn);
      throw new RingbackError('no-such-page', 'A line is asked at voice, recorded and recording.');
    },
  };
}
