import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { BriefDraft } from '../brief/brief.ts';
import { questionForms } from '../compose/grammar/question.ts';
import { tieSentence } from '../compose/grammar/tie.ts';
import type { Move, PhoneNumber } from '../documents/message.ts';
import type { Review, TipId } from '../documents/review.ts';
import type { CharRange } from '../documents/span.ts';
import { sayAddress } from '../spoken/address.ts';
import { groupForEar, numberAsTyped, saidNumber, sayNumber } from '../spoken/number.ts';
import { request as requestTip } from '../tips/request.ts';
import { afterVocative, clauseAround, isWhole, saysFirst } from './clause.ts';
import type { Edit } from './edit.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { takesAway } from './takes-away.ts';

/** One way to mend a tip: the edits belong together. */
export interface Candidate {
  edits: Edit[];
  assumes?: string;
}

/** What the proposals rest on. */
export interface Draft {
  text: string;
  review: Review;
  sentences: Sentence[];
  brief?: BriefDraft;
  region: string;
}

/** Reads what a proposal needs of a review. */
export function draftOf(text: string, review: Review, brief: BriefDraft | undefined): Draft {
  return { text, review, sentences: splitSentences(text), region: brief?.region ?? 'US', ...(brief ? { brief } : {}) };
}

/** Longest talk that reads as a small favour, as the tip has it. */
const LONGEST_TALK_MIN = requestTip.thresholds.maxMinutes.default;

/** Moves a listener can do without. */
const IDLE: ReadonlySet<Move['kind']> = new Set([
  'greeting',
  'flattery',
  'apology',
  'pitch',
  'thanks',
  'sign-off',
  'affiliation',
  'purpose',
]);

const overlaps = (a: CharRange, b: CharRange) => a.charStart < b.charEnd && b.charStart < a.charEnd;
const movesIn = ({ review }: Draft, range: CharRange) => review.message.moves.filter((move) => overlaps(move, range));
const remove = ({ text }: Draft, { charStart, charEnd }: CharRange): Edit => ({
  charStart,
  charEnd,
  before: text.slice(charStart, charEnd),
  after: '',
});
/** A cut that takes nothing away that only stands there. */
const spares = ({ text }: Draft, range: CharRange) => !takesAway(text, range);
const replace = (draft: Draft, range: CharRange, after: string): Edit => ({ ...remove(draft, range), after });
/** A new sentence; where the one before it was left without a stop, it gets one. */
const insert = ({ text }: Draft, at: number, sentence: string): Edit => {
  const open = /[\p{L}\p{N}]\s*$/u.test(text.slice(0, at));
  return { charStart: at, charEnd: at, before: '', after: open ? `. ${sentence}` : sentence };
};
const sentenceAt = ({ sentences }: Draft, at: number) => sentences.find((sentence) => sentence.charStart <= at && at < sentence.charEnd);

function lastNeeded(draft: Draft): number {
  // After the last sentence that is more than thanks and farewell.
  const needed = draft.sentences.filter((sentence) =>
    movesIn(draft, sentence).some(({ kind }) => kind !== 'thanks' && kind !== 'sign-off'),
  );
  return (needed.at(-1) ?? draft.sentences.at(-1))?.charEnd ?? draft.text.length;
}

function afterName(draft: Draft): number {
  const name = draft.review.message.moves.find(({ kind }) => kind === 'caller-name');
  return (name ? sentenceAt(draft, name.charStart) : draft.sentences[0])?.charEnd ?? 0;
}

/** A number that was said without its country's code is of the listener's own country, whatever the brief's. */
function homeOf({ mentions }: PhoneNumber, e164: string, region: string): string {
  const abroad = mentions.some(({ quote }) => /^\s*(?:\+|00|plus\b|zero zero\b)/i.test(quote));
  const parsed = parsePhoneNumberFromString(e164);
  // A number that nobody has yet, as in examples and new ranges, is of no country for sure: then of the first that it could be.
  return abroad ? region : (parsed?.country ?? parsed?.getPossibleCountries()[0] ?? region);
}

function numberSaid({ review, brief, region }: Draft): string | undefined {
  const said = review.message.phoneNumbers[0];
  if (said?.e164)
    return saidNumber({ number: said.e164, ...(said.extension ? { extension: said.extension } : {}) }, homeOf(said, said.e164, region));
  const given = brief?.numbers?.[0];
  return given && numberAsTyped(given, region);
}

function emailSaid({ review, brief }: Draft): string | undefined {
  const address = review.message.emails[0]?.address ?? brief?.replyChannels?.find(({ channel }) => channel === 'email')?.address;
  return address && sayAddress(address);
}

/** Who says that no answer is needed is not made to ask for one: that is for the person to decide. */
const WANTS_NO_ANSWER =
  /\b(?:no need|needn['’]t|need not|don['’]t need|do not need|don['’]t bother|do not bother|no reason)\b[^.?!]{0,20}\b(?:call|ring|phone|reply|answer|respond|text|write|get back)|\bforget (?:I|that I) (?:rang|called|phoned)\b/i;

/** What is kept asks in so many words: "same number as ever" does not. */
const ASKS =
  /\?|\b(?:call|ring|phone|text|e-?mail|write|reply|answer|respond|tell|let (?:me|us)|send|confirm|say|give|meet|talk|speak|come|could|would|can|will|whether)\b/i;
/** How much less sure of the ask that is kept than of the surest. House rule. */
const SURE_ENOUGH = 0.25;

function goal(draft: Draft): Candidate[] {
  const requests = draft.review.message.moves.filter((move) => move.kind === 'request');
  if (requests.length > 1) {
    const alone = requests.filter((one) => {
      const home = sentenceAt(draft, one.charStart);
      return requests.every((other) => other === one || sentenceAt(draft, other.charStart) !== home);
    });
    // What is easy to say yes to stays; a pile in one sentence cannot be kept as one ask.
    const narrow = alone.filter((one) => one.narrow);
    // A pile: keep one ask and take out the sentences of the others.
    const surest = Math.max(...requests.map(({ confidence }) => confidence));
    // What is kept must be an ask as surely as what goes.
    return (narrow.length > 0 ? narrow : alone)
      .filter(({ confidence, quote }) => confidence > surest - SURE_ENOUGH && ASKS.test(quote))
      .map((kept) => {
        const home = sentenceAt(draft, kept.charStart);
        const others = new Set(
          requests.flatMap((request) => sentenceAt(draft, request.charStart) ?? []).filter((sentence) => sentence !== home),
        );
        const free = [...others].filter(
          (sentence) =>
            spares(draft, sentence) &&
            movesIn(draft, sentence).every(({ kind }) => kind === 'request' || kind === 'time-box' || IDLE.has(kind)),
        );
        return { edits: free.map((sentence) => remove(draft, sentence)) };
      });
  }
  if (WANTS_NO_ANSWER.test(draft.text)) return [];
  const number = draft.review.message.moves.find(({ kind }) => kind === 'phone-number');
  // Before the number, unless all is one sentence.
  const before = number && sentenceAt(draft, number.charStart)?.charStart;
  const at = before ? before : lastNeeded(draft);
  const wantsMail = draft.brief?.goal === 'email-reply';
  const asks = wantsMail ? ['Could you reply by e-mail?', 'Please answer by e-mail.'] : ['Please call me back.', 'Could you call me back?'];
  return asks.map((ask) => ({ edits: [insert(draft, at, ask)] }));
}

function bridge(draft: Draft): Candidate[] {
  const tie = draft.brief?.bridge;
  if (!tie) return [];
  return [{ edits: [insert(draft, afterName(draft), tieSentence(tie))] }];
}

/** A sentence with a name, of the caller or of the one called, is the last to go. */
const saysWho = ({ review }: Draft, { text }: Sentence) => {
  const { caller, recipient } = review.message.people;
  return [caller, recipient].some((name) => name !== null && text.includes(name));
};

/** What praises, apologises or sells goes before what only does nothing. */
const worthOf = (draft: Draft, sentence: Sentence) =>
  movesIn(draft, sentence).some(({ kind }) => kind === 'flattery' || kind === 'apology' || kind === 'pitch') ? 0 : 1;

/** What the listener is to do besides answering is no idle talk. */
const INSTRUCTS = /^(?:Please|Bring|Remember|Use|Ask|Park|Take|Come|Wear|Mind|Check|Leave|Look)\b/;

function brevity(draft: Draft): Candidate[] {
  const idle = draft.sentences
    .filter(
      (sentence) =>
        !saysWho(draft, sentence) &&
        !INSTRUCTS.test(sentence.text) &&
        spares(draft, sentence) &&
        movesIn(draft, sentence).every(({ kind }) => IDLE.has(kind)),
    )
    .toSorted((a, b) => worthOf(draft, a) - worthOf(draft, b) || b.text.length - a.text.length);
  // One sentence, then two, and so on: the first number that is enough is the smallest.
  return idle.map((_, index) => ({ edits: idle.slice(0, index + 1).map((sentence) => remove(draft, sentence)) }));
}

function tone(draft: Draft): Candidate[] {
  const { moves, pleas } = draft.review.message;
  const praise = moves.flatMap((move) => (move.kind === 'flattery' || move.kind === 'apology' ? [move] : []));
  const laid = [...praise, ...pleas.map((plea) => ({ ...plea, strength: 1 }))].toSorted((a, b) => a.charStart - b.charStart);
  const cutOut = laid.map((move) => {
    const home = sentenceAt(draft, move.charStart);
    // What the sentence says before it begs stays: "I read after you in Listowel, and I know I've no right to call".
    const first = home && laid.find((one) => overlaps(one, home));
    const head = home && first ? draft.text.slice(home.charStart, first.charStart) : '';
    const alone = home && !saysFirst(head) && movesIn(draft, home).every(({ kind }) => IDLE.has(kind));
    const clause = clauseAround(draft.text, move, home);
    const whole = home && (alone || isWhole(draft.text, clause, home)) ? afterVocative(draft.text, home) : clause;
    const cut = [whole, clause].find((range) => spares(draft, range));
    return cut && remove(draft, cut);
  });
  const strongest = laid.map((move, index) => ({ move, edit: cutOut[index] })).toSorted((a, b) => b.move.strength - a.move.strength);
  return strongest.map((_, index) => ({ edits: distinct(strongest.slice(0, index + 1).flatMap(({ edit }) => edit ?? [])) }));
}

function distinct(edits: readonly Edit[]): Edit[] {
  return edits.filter((edit, index) => !edits.slice(0, index).some((other) => overlaps(other, edit)));
}

function request(draft: Draft): Candidate[] {
  const candidates: Candidate[] = [];
  for (const move of draft.review.message.moves) {
    if (move.kind !== 'time-box') continue;
    if (move.minMinutes === move.maxMinutes || move.minMinutes > LONGEST_TALK_MIN) continue;
    const minutes = `${move.minMinutes} minutes`;
    // "anything from twenty minutes up to an hour" goes whole.
    const open = /\b(?:(?:anything|anywhere|somewhere|something) )?(?:from|between|like|around) $/i.exec(
      draft.text.slice(0, move.charStart),
    );
    const range = { charStart: open?.index ?? move.charStart, charEnd: move.charEnd };
    candidates.push({ edits: [replace(draft, range, minutes)], assumes: `${minutes} are enough` });
  }
  const { question, topic } = draft.brief ?? {};
  const open = draft.review.message.moves.find((move) => move.kind === 'request' && !move.narrow);
  const forms = question ? questionForms(question) : undefined;
  const asked = forms?.inside ? `I have one question: ${forms.inside}` : forms?.clause && `I would like to know ${forms.clause}.`;
  const own = asked ? asked : topic ? `It is about ${topic}.` : undefined;
  if (own) {
    const home = open && sentenceAt(draft, open.charStart);
    if (home) candidates.push({ edits: [replace(draft, home, own)] }, { edits: [insert(draft, home.charStart, own)] });
    candidates.push({ edits: [insert(draft, afterName(draft), own)] });
  }
  return candidates;
}

function grouped(draft: Draft, phone: PhoneNumber): Edit[] {
  if (!phone.e164) return [];
  const said = sayNumber(
    groupForEar(
      { number: phone.e164, ...(phone.extension ? { extension: phone.extension } : {}) },
      homeOf(phone, phone.e164, draft.region),
    ),
  );
  return phone.mentions.map((mention) => replace(draft, mention, said)).filter(({ before, after }) => before !== after);
}

function number(draft: Draft): Candidate[] {
  const said = numberSaid(draft);
  const phone = draft.review.message.phoneNumbers[0];
  if (!said) return [];
  const at = lastNeeded(draft);
  const again = insert(draft, at, `Again, that's ${said}.`);
  if (!phone) return [{ edits: [insert(draft, at, `My number is ${said}. Again, ${said}.`)] }];
  const groups = grouped(draft, phone);
  // Said twice in one run each, it needs groups, not a third time.
  const repeats = phone.mentions.length > 1 ? [] : [{ edits: [again] }, { edits: [...groups, again] }];
  return [{ edits: groups }, ...repeats].filter(({ edits }) => edits.length > 0);
}

/** After the sentence in which the number stands last: "that number" is the one just said. */
function afterNumber(draft: Draft): number {
  const last = draft.review.message.phoneNumbers[0]?.mentions.at(-1);
  return (last && sentenceAt(draft, last.charStart)?.charEnd) ?? lastNeeded(draft);
}

function replyOption(draft: Draft): Candidate[] {
  const email = emailSaid(draft);
  const candidates: Candidate[] = [];
  if (email) candidates.push({ edits: [insert(draft, lastNeeded(draft), `Or e-mail me at ${email}.`)] });
  if (numberSaid(draft))
    candidates.push({ edits: [insert(draft, afterNumber(draft), 'Or text me on that number.')], assumes: 'your number takes texts' });
  return candidates;
}

/** Ways to mend each tip, from the script's own words and the person's own facts; nothing is made up. */
export const CANDIDATES: Readonly<Record<TipId, (draft: Draft) => Candidate[]>> = {
  goal,
  bridge,
  brevity,
  tone,
  request,
  number,
  'reply-option': replyOption,
};

/** What only the person can add, where no candidate helped. */
export const NEEDS: Readonly<Record<TipId, string>> = {
  goal: 'Say which one answer you want.',
  bridge:
    'A true tie: someone who sent you, someone you both know, a shared employer, school or event. The bridge finder ("ringback bridge", or the Plan room) looks for one.',
  brevity: 'Every sentence does something: which one could wait for the call itself?',
  tone: 'Say it once more without praise and apology.',
  request: 'One question, or minutes with a topic: what exactly do you want to know?',
  number: 'Your number, with its area code.',
  'reply-option': 'An e-mail address, a text number or someone who can set up the call.',
};
