import type { Message, ReplyChannel } from '../documents/message.ts';
import { inDoubt } from '../facts/index.ts';
import { sayAddress } from '../spoken/address.ts';
import { placeOf, quoted } from './place.ts';
import type { Concern, Strength, Threshold, ThresholdValues, Tip, TipInput } from './tip.ts';
import { doubtful, movesOf, say } from './wording.ts';

const thresholds = {
  minAddressConfidence: {
    default: 0.6,
    unit: '0..1',
    source: 'house rule',
    description: 'How sure a careful listener must be of an e-mail address for it to count as understood by ear.',
  },
  maxAddressLength: {
    default: 32,
    unit: 'characters',
    source: 'house rule',
    description: 'Longest address that can be written down from one hearing.',
  },
} as const satisfies Record<string, Threshold>;

const COST_NONE = 0.8;
const COST_UNCLEAR = 0.5;
const COST_LONG = 0.2;

const CHANNELS: Readonly<Record<ReplyChannel, string>> = {
  email: 'They can also answer by e-mail.',
  text: 'They can also answer by text.',
  assistant: 'Someone else can take the answer or set the time.',
  calendar: 'They can also pick a time in a calendar.',
  web: 'They can also answer on the web.',
  other: 'There is another way to answer.',
};

/** Is there an easier way to answer than calling? */
export const replyOption: Tip<'reply-option', typeof thresholds> = {
  id: 'reply-option',
  question: 'Is there an easier way to answer?',
  thresholds,
  judge(input) {
    // The surest words first, not those that came first.
    const options = movesOf(input.message, 'reply-option').sort((a, b) => b.confidence - a.confidence);
    const first = options[0];
    const unsure = inDoubt(input.message, 'replyOption');
    const strengths: Strength[] =
      input.facts.replyOption && !unsure
        ? options.slice(0, 1).map((move) => ({ message: CHANNELS[move.channel], evidence: quoted(move.quote), ...placeOf(move) }))
        : [];
    return {
      kind: 'judged',
      headline: first === undefined ? 'There is an easier way to answer.' : CHANNELS[first.channel],
      strengths,
      concerns: concernsOf(input, unsure),
    };
  },
};

function concernsOf(input: TipInput<ThresholdValues<typeof thresholds>>, unsure: boolean): Concern[] {
  if (unsure) return [doubtful(input, 'replyOption', 'there is another way to answer', anotherWay(input.message))];
  return input.facts.replyOption ? addressConcerns(input) : [noOption(input)];
}

/** Numbers that take no texts: those that are free to call in North America. */
const TOLL_FREE = /^\+18(?:00|33|44|55|66|77|88)/;

/** A way that this message's own address or number gives; else what only the caller can add. */
function anotherWay({ emails, phoneNumbers }: Message): string {
  const email = emails[0];
  if (email !== undefined) return say(`Or write to me at ${sayAddress(email.address)}.`);
  const number = phoneNumbers[0]?.e164;
  if (number !== undefined && number !== null && !TOLL_FREE.test(number)) return 'If your number takes texts, say: “Or send me a text.”';
  return 'Offer one more way: an e-mail address, a number for texts, or someone who can set up the call.';
}

function noOption(input: TipInput<unknown>): Concern {
  const asks = movesOf(input.message, 'request');
  const callable = input.message.phoneNumbers.length > 0 || asks.length === 0 || asks.some(({ ask }) => ask === 'callback');
  return {
    message: callable ? 'Calling is the only way to answer.' : 'It gives no way to answer.',
    evidence: `It ${callable ? '' : 'says no number and '}offers no e-mail, no text, nobody who sets a time, and no calendar.`,
    fix: anotherWay(input.message),
    severity: 'fail',
    cost: COST_NONE,
  };
}

function addressConcerns(input: TipInput<ThresholdValues<typeof thresholds>>): Concern[] {
  const concerns: Concern[] = [];
  for (const email of input.message.emails) {
    const mention = email.mentions[0];
    if (mention === undefined) continue;
    if (email.confidence < input.options.minAddressConfidence) {
      concerns.push({
        message: 'The e-mail address cannot be written down by ear.',
        evidence: `${quoted(mention.quote)}: heard as ${email.address}, and a careful listener would not be sure of it.`,
        fix: `Spell the part before “at”, one letter at a time, then ${say(sayAddress(email.address))}`,
        severity: 'improve',
        cost: COST_UNCLEAR,
        ...placeOf(mention),
      });
    } else if (email.address.length > input.options.maxAddressLength) {
      concerns.push({
        message: 'The e-mail address is long to write down.',
        evidence: `${quoted(mention.quote)}: ${email.address.length} characters, where up to ${input.options.maxAddressLength} can be written down at one hearing.`,
        fix: 'Offer a shorter address, a number for texts, or someone who can set up the call.',
        severity: 'improve',
        cost: COST_LONG,
        ...placeOf(mention),
      });
    }
  }
  return [...concerns, ...lostOnTheLine(input)].slice(0, 1);
}

/** An address that a machine listener on a telephone line loses even in the quiet; only where the drive test was run in full. */
function lostOnTheLine({ artifacts }: TipInput<unknown>): Concern[] {
  const tested = artifacts.sound?.legibility;
  if (tested === undefined || !tested.ok) return [];
  return (tested.value.phrases ?? [])
    .filter((phrase) => phrase.kind === 'email' && phrase.survivesToDb === null)
    .map((phrase) => ({
      message: 'The e-mail address is lost on a telephone line.',
      evidence: phrase.heardAs === null ? quoted(phrase.quote) : `${quoted(phrase.quote)} came back as ${quoted(phrase.heardAs)}.`,
      fix: 'Spell the part before “at”, one letter at a time.',
      severity: 'improve',
      cost: COST_UNCLEAR,
    }));
}
