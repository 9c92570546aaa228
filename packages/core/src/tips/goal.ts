import type { Message, Move } from '../documents/message.ts';
import { inDoubt } from '../facts/index.ts';
import { sayAddress } from '../spoken/address.ts';
import { askedPlainly, isChannel } from './asked-plainly.ts';
import { spokenNumber } from './number-groups.ts';
import { countWords, placeOf, quoted } from './place.ts';
import type { Concern, ReplyGoal, Strength, Threshold, Tip, TipInput } from './tip.ts';
import { doubtful, type MoveOf, movesOf, say } from './wording.ts';

const thresholds = {
  maxPitchShare: {
    default: 0.4,
    unit: 'share of words',
    source: 'house rule',
    description: 'Share of the words that may praise or explain an offer.',
  },
} as const satisfies Record<string, Threshold>;

type Request = MoveOf<'request'>;

const COST_NO_ASK = 1;
const COST_PILE = 0.7;
const COST_NOT_A_REPLY = 0.7;
const COST_OTHER_CHANNEL = 0.3;
const COST_PITCH = 0.35;

/** Is there exactly one ask, and is it for a reply? */
export const goal: Tip<'goal', typeof thresholds> = {
  id: 'goal',
  question: 'Is there exactly one ask, and is it for a reply?',
  thresholds,
  judge(input) {
    const requests = movesOf(input.message, 'request');
    const concerns = [...askConcerns(input, requests), ...pitchConcerns(input)];
    const strengths: Strength[] =
      input.facts.goal && !inDoubt(input.message, 'goal')
        ? askedPlainly(requests)
            .slice(0, 1)
            .map((ask) => ({ message: 'It asks for one reply.', evidence: quoted(ask.quote), ...placeOf(ask) }))
        : [];
    return { kind: 'judged', headline: 'One ask, and it is for a reply.', strengths, concerns };
  },
};

/** Different kinds of thing asked for; how to answer is none. */
const thingsAsked = (requests: readonly Request[]): number => new Set(requests.map(({ ask }) => ask).filter((ask) => !isChannel(ask))).size;

function askConcerns(input: TipInput<unknown>, requests: Request[]): Concern[] {
  if (inDoubt(input.message, 'goal')) {
    return [doubtfulGoal(input, requests), ...channelConcerns(input, requests)];
  }
  if (input.facts.goal) return channelConcerns(input, requests);
  const [first, second] = requests;
  if (first === undefined) {
    return [
      {
        message: 'It never asks for a reply.',
        evidence: 'No words in it ask the listener to call, write or answer.',
        fix: askFor(input.message, input.preferences.goal),
        severity: 'fail',
        cost: COST_NO_ASK,
      },
    ];
  }
  if (second !== undefined && thingsAsked(requests) <= 1) {
    // A call and what it is for, or one thing asked twice: no pile that one could be sure of.
    return [doubtfulGoal(input, requests)];
  }
  if (second !== undefined) {
    return [
      {
        message: 'It asks for more than one thing.',
        evidence: requests.map((request) => quoted(request.quote, 12)).join(' and '),
        fix: `Keep one ask, ${quoted(first.quote, 14)} or another of them, and leave the rest for the call.`,
        severity: 'fail',
        cost: COST_PILE,
        ...placeOf(second),
      },
    ];
  }
  return [
    {
      message: 'It asks for something, but not plainly for one reply.',
      evidence: quoted(first.quote),
      fix: askFor(input.message, input.preferences.goal),
      severity: 'improve',
      cost: COST_NOT_A_REPLY,
      ...placeOf(first),
    },
  ];
}

/** In doubt, what the message says itself is not put to it as a fix: the ask that stands in it is shown. */
function doubtfulGoal(input: TipInput<unknown>, requests: readonly Request[]): Concern {
  const concern = doubtful(input, 'goal', 'it asks for exactly one reply', askFor(input.message, input.preferences.goal));
  const ask = askedPlainly(requests).find(({ confidence }) => confidence >= SURE_ASK);
  if (ask === undefined) return concern;
  return {
    ...concern,
    evidence: `${quoted(ask.quote)} asks for something; whether it is the one thing asked, we could not tell.`,
    fix: `If it is, ask for nothing else; if not, keep one ask and leave the rest for the call.`,
    ...placeOf(ask),
  };
}

/** How sure the reader must be of an ask that is shown in doubt. House rule. */
const SURE_ASK = 0.5;

/** The ask is there; does it ask for the reply the person chose? */
function channelConcerns(input: TipInput<unknown>, requests: Request[]): Concern[] {
  const { goal: wanted } = input.preferences;
  const ask = requests[0];
  if (wanted === 'either' || ask === undefined) return [];
  const offersMail = movesOf(input.message, 'reply-option').some(({ channel }) => channel === 'email');
  const byMail = requests.some((request) => request.ask === 'email-reply');
  // Whoever asks for a talk asks to be called.
  const byCall = requests.some(({ ask: kind }) => kind === 'callback' || kind === 'talk' || kind === 'meeting');
  const otherThanChosen =
    wanted === 'email-reply' ? byCall && !byMail && !offersMail : byMail && !byCall && input.message.phoneNumbers.length === 0;
  if (!otherThanChosen) return [];
  return [
    {
      message:
        wanted === 'email-reply'
          ? 'It asks for a call, and you chose an e-mail reply.'
          : 'It asks for an e-mail, and you chose a call back.',
      evidence: quoted(ask.quote),
      fix: askFor(input.message, wanted),
      severity: 'improve',
      cost: COST_OTHER_CHANNEL,
      ...placeOf(ask),
    },
  ];
}

/** How sure the reader must be that words sell. House rule. */
const SURE_PITCH = 0.5;

function pitchConcerns(input: TipInput<{ maxPitchShare: number }>): Concern[] {
  // What presses is told by the tone tip, and what is not surely sold is no accusation.
  const { pleas } = input.message;
  const pitches = movesOf(input.message, 'pitch').filter(
    (move) =>
      move.confidence >= SURE_PITCH && pleas.every(({ charStart, charEnd }) => charEnd <= move.charStart || move.charEnd <= charStart),
  );
  const longest = pitches.reduce<Move | undefined>(
    (best, move) => (move.quote.length > (best?.quote.length ?? 0) ? move : best),
    undefined,
  );
  const words = pitches.reduce((sum, move) => sum + countWords(move.quote), 0);
  const share = input.message.wordCount === 0 ? 0 : words / input.message.wordCount;
  if (longest === undefined || share <= input.options.maxPitchShare) return [];
  return [
    {
      message: 'It makes the whole pitch on the machine instead of leaving it for the call.',
      evidence: `${Math.round(share * 100)} % of the words sell, where up to ${Math.round(input.options.maxPitchShare * 100)} % would be heard out: ${quoted(longest.quote)}`,
      fix: 'Keep one sentence of it, the one that concerns this listener, and leave the rest for the call.',
      severity: 'improve',
      cost: COST_PITCH,
      measure: {
        name: 'share of words that pitch',
        value: share,
        unit: 'share of words',
        expected: `at most ${input.options.maxPitchShare}`,
        source: thresholds.maxPitchShare.source,
      },
      ...placeOf(longest),
    },
  ];
}

/** A number is called at in North America, and on elsewhere. */
const onOrAt = ({ e164 }: Message['phoneNumbers'][number]): string => (e164?.startsWith('+1') ? 'at' : 'on');

/** A sentence that asks for the reply, with this message's own number or address. */
function askFor(message: Message, wanted: ReplyGoal): string {
  const phone = message.phoneNumbers[0];
  const email = message.emails[0];
  if (wanted === 'email-reply' || (wanted === 'either' && phone === undefined && email !== undefined)) {
    return say(
      email === undefined ? 'Could you send me one line by e-mail?' : `Could you send me one line at ${sayAddress(email.address)}?`,
    );
  }
  return say(
    phone === undefined ? 'Could you call me back? My number is …' : `Could you call me back ${onOrAt(phone)} ${spokenNumber(phone)}?`,
  );
}
