import type { Brief } from '../../brief/brief.ts';
import { allowedTips } from '../../brief/missing.ts';
import { tipsNotPassed } from '../../compose/read-script.ts';
import { RingbackError } from '../../documents/failure.ts';
import type { Review, TipId } from '../../documents/review.ts';
import type { Reader } from '../../message/reader/index.ts';
import { scriptArtifacts } from '../../spoken/script-artifacts.ts';
import { review } from '../../verdict/review.ts';
import { doesHarm } from '../rewrite.ts';
import { type Sayable, unsaid } from './unsaid.ts';

/** What a text that someone else proposed was found to be. */
export interface CheckedProposal {
  text: string;
  /** What it says that the person did not; empty when it says nothing new. */
  unsaid: string[];
  /** Tips that could be passed and are not. */
  missed: TipId[];
  /** Whether it may be shown. */
  fit: boolean;
}

/** Longest proposal, characters: a minute and a half of speech. House rule; what is longer is no voicemail. */
const LONGEST = 1_500;

/** Fields of a brief that are choices of a program, not words of a person. */
const CHOICES = new Set(['briefVersion', 'objective', 'goal', 'register', 'region', 'channel', 'tie', 'number']);

/** Every word that stands in a brief. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, part]) => (CHOICES.has(field) ? [] : wordsOf(part)));
}

/** What a brief lets a script say. */
function sayableOf(brief: Brief): Sayable {
  const addresses = brief.replyChannels.flatMap((reply) => ('address' in reply && reply.address ? [reply.address.toLowerCase()] : []));
  return {
    text: wordsOf(brief).join(' . '),
    numbers: brief.numbers.map(({ number }) => number.replace(/\D/g, '')),
    addresses,
    hasTie: brief.bridge !== undefined,
  };
}

/** The text as reviewed; null where it is nothing that can be reviewed, such as another language. */
function readAs(text: string, reader: Reader, goal?: Brief['goal']): Review | null {
  if (text.trim() === '' || text.length > LONGEST) return null;
  try {
    return review(scriptArtifacts(text, { name: 'proposal' }), { reader, ...(goal && { goal }) });
  } catch (error) {
    if (error instanceof RingbackError) return null;
    throw error;
  }
}

const unreadable = (text: string): CheckedProposal => ({ text, unsaid: [], missed: [], fit: false });

/** A script that someone else proposed for a brief: fit when it passes every tip the brief allows and says nothing the brief does not. */
export function checkProposal(text: string, brief: Brief, reader: Reader): CheckedProposal {
  const read = readAs(text, reader, brief.goal);
  if (read === null) return unreadable(text);
  const strange = unsaid(text, read.message, sayableOf(brief));
  const missed = tipsNotPassed(text, brief, allowedTips(brief), { reader, pace: undefined });
  return { text, unsaid: strange, missed, fit: strange.length === 0 && missed.length === 0 };
}

/** A rewording of a script: fit when it says nothing that the script does not, no tip gets worse and something gets better. */
export function checkRewording(text: string, script: string, reader: Reader): CheckedProposal {
  const [before, after] = [readAs(script, reader), readAs(text, reader)];
  if (before === null || after === null) return unreadable(text);
  const { phoneNumbers, emails, moves } = before.message;
  const strange = unsaid(text, after.message, {
    text: script,
    numbers: phoneNumbers.map(({ digits }) => digits),
    addresses: emails.map(({ address }) => address),
    hasTie: moves.some(({ kind }) => kind === 'bridge'),
  });
  const missed = after.tips.filter(({ status }) => status === 'fail' || status === 'error').map(({ id }) => id);
  const better = after.verdict.score > before.verdict.score && !doesHarm(before, after);
  return { text, unsaid: strange, missed, fit: strange.length === 0 && better };
}
