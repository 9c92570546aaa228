import {
  type Gathered,
  judgedNumber,
  type Legibility,
  type MentionDictation,
  type Message,
  measureDictation,
  type PhoneNumber,
  RingbackError,
  usualGroupSizes,
} from '@ringback/core';
import type { Recogniser } from '../recognise/recogniser.ts';
import { durationOf, type Waveform } from '../signal/waveform.ts';
import { listenerFor, readBack } from './listener.ts';
import { carCabin } from './noise.ts';
import { type NoisyLine, openNoisyLine } from './noisy-line.ts';
import { numberAlone } from './number-alone.ts';
import { CAR_DB, DEFAULT_SEED, type GradeOptions, MAX_DIGITS, type Phrase, READ_BACK_TRIES, TRIAL_PLANS } from './options.ts';
import { muLawLine } from './phone-line.ts';
import { phraseSurvival } from './phrases.ts';
import { digitSurvival, lostInQuiet, shareCurve, wholeNumberDb, writtenAt } from './survival.ts';
import type { Ladder } from './threshold.ts';
import { digitShare, numberThreshold, runTrials } from './trials.ts';

/** More digits than this share lost without noise: the number is lost at every ratio, and there is no threshold to tell. House rule. */
const LOST_SHARE = 0.5;
/** Share of the progress that the tries take in full mode; the rest is reading back and the phrases. */
const TRIALS_SHARE = { quick: 1, full: 0.75 } as const;

/**
 * The drive test: can the number be written down from a phone in a car? Its clearest mention is sent down a telephone line,
 * noise is added at falling ratios, and the recogniser writes it down. The same take and seed give the same answer, whatever
 * the level of the take.
 * @throws RingbackError `no-digit-times`, `too-many-digits`, or `remote-listener` (the test would send the sound away dozens of times).
 */
export async function gradeNumber(
  waveform: Waveform,
  number: PhoneNumber,
  recogniser: Recogniser,
  options: GradeOptions = {},
): Promise<Legibility> {
  const { mode = 'quick', seed = DEFAULT_SEED, line = muLawLine(), noise = carCabin(), signal, onProgress } = options;
  const mention = clearestMention(number, waveform);
  refuse(mention, recogniser);
  const { expected } = options;
  const tested = testedDigits(mention, expected?.digits);
  const { said } = tested;
  const alone = numberAlone(waveform, mention.digits);
  const noisy = await openNoisyLine(alone.waveform, alone.digits, { line, noise, seed, ...(signal && { signal }) });
  const listener = await listenerFor(recogniser, said, noisy.clean, signal);
  const ladder = await runTrials(listener, noisy, said, TRIAL_PLANS[mode], {
    ...(signal === undefined ? {} : { signal }),
    onProgress: (share) => onProgress?.(share * TRIALS_SHARE[mode]),
  });
  const found = summarise(ladder, tested, mention, usualGroupSizes(expected ?? number));
  if (mode === 'full') await addFullMode(found, { waveform, noisy, recogniser, options: { ...options, line, noise, seed } });
  onProgress?.(1);
  const tries = ladder.rungs.reduce((sum, { trials }) => sum + trials.length, 0);
  return { method: `${listener.name}, ${line.name}, ${noise.name}, seed ${seed}`, ...found, mode, seed, tries };
}

/**
 * The drive test for the number that the message is judged by, with the caller's name and address in full mode.
 * Null when there is none, or its digits have no times; a reason when it cannot be tested. Made for `SoundArtifacts.legibility`.
 */
export async function gradeMessage(
  waveform: Waveform,
  message: Pick<Message, 'moves' | 'phoneNumbers' | 'emails'>,
  recogniser: Recogniser,
  options: GradeOptions = {},
): Promise<Gathered<Legibility> | null> {
  const number = judgedNumber(message);
  if (!number?.mentions.some((mention) => (mention.digits?.length ?? 0) > 1)) return null;
  try {
    return { ok: true, value: await gradeNumber(waveform, number, recogniser, { phrases: phrasesOf(message), ...options }) };
  } catch (error) {
    if (error instanceof RingbackError && error.kind === 'input') return { ok: false, reason: error.message };
    throw error;
  }
}

/** Where the caller's name and addresses are said. */
export function phrasesOf(message: Pick<Message, 'moves' | 'emails'>): Phrase[] {
  const name = message.moves.find((move) => move.kind === 'caller-name');
  const quotes = [
    ...(name === undefined ? [] : [{ kind: 'name' as const, said: name }]),
    ...message.emails.flatMap((email) => email.mentions.slice(0, 1)).map((said) => ({ kind: 'email' as const, said })),
  ];
  return quotes.flatMap(({ kind, said: { quote, start, end } }) => {
    return start === undefined || end === undefined ? [] : [{ kind, quote, start, end }];
  });
}

function clearestMention(number: PhoneNumber, waveform: Waveform): MentionDictation {
  const usualGroups = usualGroupSizes(number);
  const dictation = measureDictation({ number, durationSec: durationOf(waveform), ...(usualGroups ? { usualGroups } : {}) });
  const mention = dictation?.mentions[dictation.clearest];
  if (mention === undefined) {
    throw new RingbackError(
      'no-digit-times',
      'The digits of the number have no times of their own, so the drive test has nothing to play.',
    );
  }
  return mention;
}

function refuse(mention: MentionDictation, recogniser: Recogniser): void {
  if (recogniser.capabilities.remote) {
    throw new RingbackError(
      'remote-listener',
      'The drive test plays the number dozens of times, which it never does to a remote service: run it with the recogniser on this machine.',
    );
  }
  if (mention.digits.length > MAX_DIGITS) {
    throw new RingbackError(
      'too-many-digits',
      `The number has ${mention.digits.length} digits in one go; the drive test takes telephone numbers of up to ${MAX_DIGITS}.`,
    );
  }
}

/** What is weighed against what is heard. */
interface TestedDigits {
  /** One digit for each place. */
  said: string;
  /** Of each place: false for a digit that was said and taken back. */
  kept: boolean[];
}

/**
 * The digits as they were understood; with `expected`, those in their place. Where the counts differ, nobody knows which digit is missing
 * or too many, and the expected ones stand alone.
 */
function testedDigits(mention: MentionDictation, expected?: string): TestedDigits {
  const kept = mention.digits.map((digit) => !mention.corrected.includes(digit));
  if (expected === undefined) return { said: mention.digits.map(({ digit }) => digit).join(''), kept };
  if (kept.filter(Boolean).length !== expected.length) return { said: expected, kept: [...expected].map(() => true) };
  const rest = [...expected];
  const said = mention.digits.map(({ digit }, place) => (kept[place] ? (rest.shift() ?? digit) : digit));
  return { said: said.join(''), kept };
}

/** Everything that the tries tell. Digits that were taken back were played, but are not reported. */
function summarise(ladder: Ladder, { said, kept }: TestedDigits, mention: MentionDictation, usual?: readonly number[]) {
  const isKept = (_: unknown, place: number) => kept[place] ?? true;
  const survival = digitSurvival(ladder, said);
  const threshold = numberThreshold(ladder, said);
  const isLost = lostInQuiet(ladder.quiet, said) > said.length * LOST_SHARE;
  const written = grouped(writtenAt(ladder, said, CAR_DB), kept, mention, usual);
  return {
    thresholdDb: isLost ? null : threshold.snrDb,
    outcome: isLost ? ('never' as const) : ('measured' as const),
    errorDb: isLost ? null : threshold.errorDb,
    wholeNumberDb: wholeNumberDb(ladder, said),
    digits: survival.filter(isKept),
    written,
    carDb: CAR_DB,
    quietCertainty: quietCertainty(ladder, said, kept),
    sentence: `On a phone in a car a listener would write ${written}.`,
    curve: shareCurve(ladder, said).map((point) => ({ snrDb: point.snrDb, digitsRight: point.share })),
  };
}

/** Mean over the digits that count of how sure the listener is of each without noise. */
function quietCertainty({ quiet }: Ladder, said: string, kept: readonly boolean[]): number {
  const shares = [...said].flatMap((_, place) => (kept[place] === false ? [] : [digitShare({ probabilities: quiet }, said, place)]));
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** The digits with a hyphen between their usual groups, or where the number is not a usual one, between those in which it was said. */
function grouped(written: readonly string[], kept: readonly boolean[], mention: MentionDictation, usual: readonly number[] = []): string {
  const digits = written.filter((_, place) => kept[place] ?? true);
  const isUsual = usual.reduce((sum, size) => sum + size, 0) === digits.length;
  const sizes = isUsual ? usual : mention.groups.map((group) => group.digits.filter((digit) => !mention.corrected.includes(digit)).length);
  const groups: string[] = [];
  for (const size of sizes) groups.push(digits.splice(0, size).join(''));
  return groups.filter((group) => group !== '').join('-');
}

interface FullMode {
  waveform: Waveform;
  noisy: NoisyLine;
  recogniser: Recogniser;
  options: GradeOptions & Required<Pick<GradeOptions, 'line' | 'noise' | 'seed'>>;
}

async function addFullMode(found: Partial<Legibility>, { waveform, noisy, recogniser, options }: FullMode): Promise<void> {
  const { signal, onProgress, phrases = [] } = options;
  const total = READ_BACK_TRIES + phrases.length;
  const tell = (done: number) => onProgress?.(TRIALS_SHARE.full + (1 - TRIALS_SHARE.full) * (done / total));
  found.readBacks = [];
  for (let index = 0; index < READ_BACK_TRIES; index += 1) {
    signal?.throwIfAborted();
    found.readBacks.push(await readBack(recogniser, noisy.at(CAR_DB, index), signal));
    tell(index + 1);
  }
  found.phrases = [];
  for (const [index, phrase] of phrases.entries()) {
    found.phrases.push(await phraseSurvival(waveform, phrase, recogniser, options, signal));
    tell(READ_BACK_TRIES + index + 1);
  }
}
