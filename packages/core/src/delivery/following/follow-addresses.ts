import type { ScriptAddress, ScriptDifference } from '../../documents/following.ts';
import type { Quote } from '../../documents/span.ts';
import type { Transcript, Word } from '../../documents/transcript.ts';
import { findEmails, findWebAddresses } from '../../message/addresses/index.ts';
import { likenessOf } from './align.ts';
import type { FollowingThresholds } from './thresholds.ts';

/** An address of the script, what became of it, and the difference where one is sure. */
export interface FollowedAddress {
  followed: ScriptAddress;
  difference: Omit<ScriptDifference, 'moves'> | null;
}

interface Mentioned {
  address: string;
  quote: Quote;
}

/**
 * Holds the e-mail and web addresses of the script against those that were heard. One that was heard is confirmed. Another one is told only
 * where it differs in what is heard well: its ending, spelled letters, or a quite other word before the "at"; else it is in doubt.
 */
export function followAddresses(written: Transcript, transcript: Transcript, thresholds: FollowingThresholds): FollowedAddress[] {
  const heard = addressesOf(transcript);
  const meant = addressesOf(written);
  const others = heard.filter(({ address }) => meant.every((one) => one.address !== address));
  return meant.map((one): FollowedAddress => {
    const { quote, charStart, charEnd } = one.quote;
    const place = { address: one.address, quote, charStart, charEnd };
    if (heard.some(({ address }) => address === one.address)) return { followed: { ...place, state: 'said' }, difference: null };
    const other = others.find((candidate) => isSurelyAnother(one, candidate, transcript.words, thresholds));
    if (other === undefined) return { followed: { ...place, state: 'unsure' }, difference: null };
    const message = `You said “${other.address}”; the script says “${one.address}”.`;
    return {
      followed: { ...place, state: 'otherwise' },
      difference: { kind: 'otherwise', message, script: { quote, charStart, charEnd }, heard: other.quote },
    };
  });
}

/** Each address with the place where it is first said, in order. */
function addressesOf(transcript: Transcript): Mentioned[] {
  const found = [...findEmails(transcript), ...findWebAddresses(transcript)].flatMap(({ address, mentions: [quote] }) =>
    quote === undefined ? [] : [{ address, quote }],
  );
  return found.sort((a, b) => a.quote.charStart - b.quote.charStart);
}

function isSurelyAnother(meant: Mentioned, heard: Mentioned, words: readonly Word[], thresholds: FollowingThresholds): boolean {
  const said = words.filter(({ charStart, charEnd }) => charStart < heard.quote.charEnd && charEnd > heard.quote.charStart);
  if (said.length === 0 || said.some(({ confidence }) => confidence < thresholds.clearFrom)) return false;
  const [own, other] = [partsOf(meant.address), partsOf(heard.address)];
  if (own.local === null || other.local === null)
    return own.local === other.local && own.host === other.host && own.ending !== other.ending;
  if (own.host !== other.host) return false;
  if (own.ending !== other.ending) return own.local === other.local;
  if (isSpelled(meant.quote.quote) && isSpelled(heard.quote.quote)) return own.local.length === other.local.length;
  // "lena" may be heard as "Lina": only a quite other word is another one.
  return likenessOf(own.local, other.local) <= thresholds.likeAtMost;
}

/** "jim@mail.example.com" in its parts; `local` is null for a page. */
function partsOf(address: string): { local: string | null; host: string; ending: string } {
  const at = address.indexOf('@');
  const domain = address.slice(at + 1);
  const dot = domain.lastIndexOf('.');
  return { local: at < 0 ? null : address.slice(0, at), host: domain.slice(0, dot), ending: domain.slice(dot + 1) };
}

/** Letters in a row from which a word is spelled. House rule. */
const isSpelled = (quote: string): boolean => /(?:\b\p{L}\b[\s.,-]*){3}/u.test(quote);
