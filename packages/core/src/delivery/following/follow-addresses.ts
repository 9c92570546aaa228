import type { ScriptAddress, ScriptDifference } from '../../documents/following.ts';
import type { Quote } from '../../documents/span.ts';
import type { Transcript, Word } from '../../documents/transcript.ts';
import { findEmails, findWebAddresses } from '../../message/addresses/index.ts';
import { quoteAt } from '../../message/quote.ts';
import { likenessOf, type PiecePair } from './align.ts';
import { type Piece, piecesOf } from './pieces.ts';
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
export function followAddresses(written: Transcript, transcript: Transcript, against: AgainstScript): FollowedAddress[] {
  const { thresholds } = against;
  const heard = addressesOf(transcript);
  const meant = addressesOf(written);
  const others = heard.filter(({ address }) => meant.every((one) => one.address !== address));
  return meant.map((one): FollowedAddress => {
    const { quote, charStart, charEnd } = one.quote;
    const place = { address: one.address, quote, charStart, charEnd };
    const aligned = alignedWith(written, transcript, one.quote, against);
    if (heard.some(({ address }) => address === one.address) || aligned.same)
      return { followed: { ...place, state: 'said' }, difference: null };
    const other = others.find((candidate) => isSurelyAnother(one, candidate, transcript.words, thresholds));
    const letters = other === undefined && hasOtherLetters(one.quote.quote, aligned.words, thresholds) ? aligned.quote : null;
    if (letters !== null) {
      const script = { quote, charStart, charEnd };
      const told = `You said “${letters.quote.replace(/[^\p{L}\p{N}]+$/u, '')}”; the script says “${quote}”.`;
      return { followed: { ...place, state: 'otherwise' }, difference: { kind: 'otherwise', message: told, script, heard: letters } };
    }
    if (other === undefined) return { followed: { ...place, state: 'unsure' }, difference: null };
    const message = `You said “${other.address}”; the script says “${one.address}”.`;
    return {
      followed: { ...place, state: 'otherwise' },
      difference: { kind: 'otherwise', message, script: { quote, charStart, charEnd }, heard: other.quote },
    };
  });
}

/** How the words of script and take stand against each other. */
export interface AgainstScript {
  scriptPieces: readonly Piece[];
  heardPieces: readonly Piece[];
  pairs: readonly PiecePair[];
  thresholds: FollowingThresholds;
}

/** What a recogniser writes as a sign or leaves out. */
const SIGNS = new Set(['dot', 'at', 'sign']);

/** What was heard against the words of an address; `same` where it is the address but for its signs. */
function alignedWith(
  written: Transcript,
  transcript: Transcript,
  { charStart, charEnd }: Quote,
  { scriptPieces, heardPieces, pairs }: AgainstScript,
) {
  const isInside = (s: number | null) => {
    const word = s === null ? undefined : written.words[scriptPieces[s]?.word ?? -1];
    return word !== undefined && word.charStart < charEnd && word.charEnd > charStart;
  };
  const [first, last] = [pairs.findIndex(([s]) => isInside(s)), pairs.findLastIndex(([s]) => isInside(s))];
  const within = pairs
    .slice(first, last + 1)
    .map(([s, h]) => [s === null ? null : scriptPieces[s], h === null ? null : heardPieces[h]] as const);
  const isSame = within.every(([a, b]) => a?.norm === b?.norm || (b === null && SIGNS.has(a?.norm ?? '')));
  const indices = within.flatMap(([, b]) => (b ? [b.word] : []));
  const words = transcript.words.slice(Math.min(...indices), Math.max(-1, ...indices) + 1);
  const [from, to] = [words[0], words.at(-1)];
  return { same: isSame, words, quote: from && to ? quoteAt(transcript, from.charStart, to.charEnd) : null };
}

/** Most letters of a spelled word that differ. House rule: more are a word heard out of step. */
const MOST_OTHER_LETTERS = 2;

/** Whether a spelled word was heard with other letters, each heard well. */
function hasOtherLetters(written: string, heard: readonly Word[], { heardFrom }: FollowingThresholds): boolean {
  const lettersOf = (words: readonly { text: string }[]) => piecesOf(words).filter(({ norm }) => /^\p{L}$/u.test(norm));
  const [own, other] = [lettersOf(written.split(' ').map((text) => ({ text }))), lettersOf(heard)];
  if (!isSpelled(written) || own.length !== other.length) return false;
  const differing = other.filter(({ norm }, i) => norm !== own[i]?.norm);
  const isClear = ({ word }: Piece) => (heard[word]?.confidence ?? 0) >= heardFrom;
  return differing.length > 0 && differing.length <= MOST_OTHER_LETTERS && differing.length < own.length - 1 && differing.every(isClear);
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
