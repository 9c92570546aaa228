import { isFirstName, isNoun, isVerb } from './dictionary.ts';
import { isStatement, isTelegram, lacksSubject } from './statement.ts';

/** Courtesy at either end that a script has of its own. */
const COURTESY =
  /^(?:hi|hello|hey|hiya|good morning|good afternoon|good evening|dear \p{L}+)(?: \p{L}+[,!.] |(?: there)?[,!.]? )(?=\p{L})|[\s,]+(?:please|pls|plz|thanks|thank you|thx|ta|cheers|many thanks|sorry|kindly|asap|(?:please|kindly|pls) (?:revert|advise|respond|reply|confirm|call(?: me)?(?: back)?))[\s.!]*$/giu;
/** "kindly tell if there is a place" asks whether there is one. */
const TELL_ME =
  /^(?:please |kindly )?(?:tell|inform|advise|let)(?: me| us)?(?: know)? (?=(?:if|whether|when|what|where|who|why|how|which)\b)/i;
/** "..., ok?": whether it suits them. */
/** "please tell status" asks what it is. */
const STATUS =
  /\b(?:please|kindly) (?:tell|share|update|confirm|inform|advise)(?: me| us)?(?: on| about| of)?(?: the| my| its)? (?:current )?status\b/i;
const SUITS =
  /(?<!\b(?:you|it|that|this|they|is|are|be|if|everything|everyone|he|she|(?:it|that|this|he|she)['’]s|(?:you|they)['’]re))[\s,]+(?:ok|okay|alright|all right)\s*\?*\s*$/i;
const ABBREVIATED = /\b(?:mr|mrs|ms|dr|prof|st|rev|approx|e\.g|i\.e|a\.m|p\.m|\p{L})\.$/iu;
const AUX = 'can|could|would|will|do|does|did|are|is|was|were|have|has|should|shall|may';
const WH = 'when|what|where|who|which|how|why|what time|how much|how many|how long';
const WHO =
  '\\d+|you|u|we|i|it|he|she|they|there|that|this|\\p{L}+day|tomorrow|someone|somebody|anyone|anybody|the|my|your|our|his|her|their|any';
/** A question that begins behind a comma, or with none before it. */
const TURNS = new RegExp(
  `^(?:so |and |but )?(?:(?:${AUX}) (?:${WHO})\\b|(?:${WH}) (?:${AUX}|it|you|he|she|they|we|i)\\b|(?:where|what|who) next\\b|(?:who|what|where|when|how|why)['’]s \\p{L}+|(?:what|which) (?:day|time|date|one|size|colou?r|price|number|room|name)\\b|how (?:much|many|long|soon|often)\\b|got (?:any\\w*|some|room|time|space)\\b|still (?:coming|on for|free|up for|ok|okay|interested|available)\\b|(?:any\\w*|please(?! (?:pick up|don['’]t))|kindly|(?:ok|okay|possible|all right|fine) (?:to|if|for)) )`,
  'iu',
);
const RUNS_ON = new RegExp(
  `(?<!\\b(?:${WH}|if|whether|that|who|and|or|but|because|as|than|I|we|(?<!\\b(?:for|with|to|from|of|about) )you|they|he|she|not|don['’]t|just|really)) (?=(?:${AUX}) (?:you|we|i|u|someone|somebody|anyone)\\b|(?:${WH}) (?:${AUX}) |is it (?:ok|okay|possible|all right)|want to |(?:coming|arriving|leaving) (?:tomorrow|today|tonight|at|\\p{Lu}\\p{L}+day)\\b|how much (?:it|is|that|for)\\b|kindly |(?<=\\b(?:tonight|today|tomorrow|yet|now|\\p{L}+day) )(?:got|had|it['’]s) |I['’]m (?:so |very |really )?sorry|please )`,
  'iu',
);
/** Another clause behind a day or "it": "is she alright to play Sunday we're short". */
const ANEW =
  /(?<=\b(?:\d+|it|them|him|me|us|today|tonight|tomorrow|\p{L}+day|now|again|please|morning|afternoon|evening|week|night)) (?=(?:I|we|he|she|they|it)['’](?:m|re|s|ve|ll)\b)/iu;
/** A clause that needs the next one. */
const LEANS = /^(?:if|when|while|after|before|once|since|as|because|although|though|unless|in case|until|given)\b/i;

/** What begins a reason behind a question. */
const REASON =
  /^(?:I|I['’](?:m|ve|d)|we|we['’]re|he|she|they|it|it['’]s|there|my|our|his|her|the|half|most|some|both|all|nobody|everyone|\p{L}+['’]s(?= (?:got|been|gone|\p{L}+ing|a|not|too|so)\b))\b(?! or\b)/iu;

const AUX_FIRST = new RegExp(`^(?:${AUX}) \\p{L}`, 'iu');
const WANTS_THING = /^(?:want|need) (?!to\b)\p{L}/iu;
/** "field 3 is booked twice, who gets it": asks for the one who does. */
const WHO_DOES =
  /^(?:who|what|which) (?:gets?|goes|takes?|pays?|needs?|wants?|comes|does|has|had|won|made|told|said|do|should|would|will|can|is)\b/i;
/** "replace it or repair it". */
const EITHER = /^\p{L}+ (?:it|them|this|that|ahead|on|now) or \p{L}+/iu;

/** "need new key, lock was changed": what is wanted, and why. */
const WANTS = /^(?:need|want|please|looking for|can|could|would like)\b/i;

/** "need it back by Wednesday": behind a question, why it is asked. */
const NEEDED = /^need (?:it|them|this|that|to|the|my|an?)\b/;

/** One sentence of what was typed. */
export interface Segment {
  text: string;
  /** It ended in a question mark. */
  marked: boolean;
}

/** Cuts at closing marks and dashes between words. */
function sentences(text: string): Segment[] {
  const found: Segment[] = [];
  let rest = text;
  for (const match of text.matchAll(/[.!?;]+(?=\s|$)|\s[-–—]+\s/g)) {
    const end = match.index - (text.length - rest.length);
    const before = rest.slice(0, end);
    if (match[0] === '.' && ABBREVIATED.test(`${before}.`) && end + 1 < rest.length) continue;
    found.push({ text: before.trim(), marked: match[0].includes('?') });
    rest = rest.slice(end + match[0].length);
  }
  found.push({ text: rest.trim(), marked: false });
  return found.filter(({ text: one }) => /[\p{L}\p{N}]/u.test(one));
}

const canStand = (text: string) => !LEANS.test(text) && (isStatement(text) || isTelegram(text) || lacksSubject(text) || CANNOT.test(text));
/** "cant make practice tonight": the "I" left out. */
const CANNOT = /^(?:can['’]?t|cannot|won['’]t|unable|not able)\b/i;
const SORRY = /^I['’]m (?:so |very |really )?sorry[,.]?\s*/i;
/** "Alex has fever, will not come": one subject for two verbs. */
const SHARED_SUBJECT =
  /(?<=^(?!(?:can|could|would|will|is|are|do|does|if|when)\b)[^,]* (?:has|have|is|are|was|had)\b[^,]*), (?=(?:will|won['’]t|can['’]t|cannot|needs|wants)\b)/i;

/** Longest heading, in words. House rule. */
const LONGEST_HEADING = 3;
/** "re-inspection, we fixed the fridge": what it is about, before what is told of it; nobody's name. */
export const isHeading = (text: string): boolean => {
  const words = text.split(' ');
  const last = words.at(-1)?.split('-').at(-1) ?? '';
  return (
    words.length <= LONGEST_HEADING && !LEANS.test(text) && !TURNS.test(text) && !isStatement(text) && !isFirstName(last) && isNoun(last)
  );
};
const OWN_SUBJECT = /^(?:I|we|it|he|she|they|you|there)(?:['’]\p{L}+)? /iu;

/** "the van won't start will be late": the one who will be is left out. */
const LEFT_OUT =
  /^((?:(?!\b(?:who|that|which|when|if|because|so|and|but|or|I|we|you|he|she|they)\b)[^,])*?\b\p{L}+n[’']t \p{L}+) (will be .+)$/iu;

/** "got the hinge, can do it on Friday": what one can do oneself. */
const CAN_DO = /^can (?:do|make|come|bring|meet|be|pick|start|drop|fit|deliver|send)\b(?! (?:you|we|i|they)\b)/i;

/** "sprained my wrist can't do this week". */
const DEED_AND_CANNOT =
  /^(\p{L}{3,}ed (?:my|our|the) [\p{L} ]+?) ((?:(?:can['’]t|cannot|won['’]t) (?:do|make|come|be|get|work|play|attend|drive)|(?:going to|will|might) be)\b.*)$/iu;

/** Cuts where a question or another statement begins behind a comma, and where a question begins behind a statement without one. */
function clauses({ text, marked }: Segment): Segment[] {
  for (const { index } of text.matchAll(/, (?:so |and |but )?/gi)) {
    const [left, right] = [text.slice(0, index), text.slice(index + 2)];
    if (isHeading(left) && OWN_SUBJECT.test(right) && isStatement(right))
      return [{ text: left, marked: false }, ...clauses({ text: right, marked })];
    if (LEANS.test(left) || left.split(' ').length < 2) continue;
    if (/^also /i.test(right) && isStatement(right.slice('also '.length)))
      return [...clauses({ text: left, marked: TURNS.test(left) }), ...clauses({ text: right.slice('also '.length), marked })];
    if (TURNS.test(left)) {
      // "can you fetch me, my car is in the shop": the question, and why.
      if (NEEDED.test(right))
        return [
          { text: left, marked: true },
          { text: `I ${right}`, marked: false },
        ];
      if (REASON.test(right) && isStatement(right)) return [{ text: left, marked: true }, ...clauses({ text: right, marked: false })];
      continue;
    }
    const bare = right.replace(/^(?:so|and|but) /i, '');
    if (CAN_DO.test(bare) && !marked && (isStatement(left) || lacksSubject(left)))
      return [
        { text: left, marked: false },
        { text: bare, marked },
      ];
    if (/^(?:want|wanna) to\b/i.test(bare) && (isStatement(left) || lacksSubject(left)))
      return [
        { text: left, marked: false },
        { text: bare, marked: true },
      ];
    const asks =
      TURNS.test(right) ||
      (WHO_DOES.test(right) && !/[\p{Ll}’']er$|\bwho$/u.test(left) && isStatement(left)) ||
      WANTS_THING.test(right) ||
      EITHER.test(right) ||
      // "they loved you, Tuesday or Wednesday?"
      (marked && / or /.test(right) && !right.includes(',') && !AUX_FIRST.test(left) && isStatement(left)) ||
      (marked && AUX_FIRST.test(right) && canStand(left));
    if (
      asks ||
      (isStatement(bare) &&
        (isStatement(left) || WANTS.test(left) || lacksSubject(left) || isTelegram(left)) &&
        !/^(?:who|which)\b/i.test(bare))
    )
      return [...clauses({ text: left, marked: false }), ...clauses({ text: bare, marked })];
  }
  const anew = ANEW.exec(text)?.index ?? -1;
  const [first, then] = [text.slice(0, anew), text.slice(anew + 1)];
  if (anew > 0 && (TURNS.test(first) || canStand(first) || !isStatement(first)) && !LEANS.test(first) && isStatement(then))
    return [
      { text: first, marked: TURNS.test(first) },
      { text: then, marked },
    ];
  const [, cannot = '', late = ''] = LEFT_OUT.exec(text) ?? DEED_AND_CANNOT.exec(text) ?? [];
  if (cannot !== '' && (isStatement(cannot) || lacksSubject(cannot)))
    return [
      { text: cannot, marked: false },
      { text: late, marked },
    ];
  const at = RUNS_ON.exec(text)?.index ?? -1;
  const [left, right] = [text.slice(0, at), text.slice(at + 1).replace(SORRY, '')];
  if (at > 0 && canStand(left)) return [{ text: left, marked: false }, ...(right === '' ? [] : clauses({ text: right, marked }))];
  return [{ text: text.replace(SHARED_SUBJECT, ' and '), marked }];
}

/** "you want it or not". */
const OR_NOT = /^(?:do |did |are |is |can |will )?(?:you|it|he|she|they|we)\b.* or (?:not|what)$/i;

/** "heating on for Tuesday please, it was freezing": a thing wished for, and why. */
function politely(segment: Segment): Segment[] {
  const [, thing = '', why = ''] = /^([^,]+?) (?:please|pls|plz)(?:, (.+))?$/i.exec(segment.text) ?? [];
  if (thing === '' || isStatement(thing) || OPENS_OTHERWISE.test(thing) || isVerb(thing.split(' ')[0] ?? '')) return [segment];
  return [{ text: `I would like ${thing}`, marked: false }, ...(why === '' ? [] : [{ text: why, marked: segment.marked }])];
}
const OPENS_OTHERWISE = new RegExp(`^(?:${AUX}|${WH}|${WHO}|please|kindly|need|want|not|no|yes|ok|okay|hi|hello)\\b`, 'iu');

/** "final headcount please" wishes for it: its "please" is no courtesy at the end. */
const politeAtEnd = (typed: string) =>
  typed.trim().replace(/^([^,.?!]+ (?:please|pls|plz))[.!]*$/i, (text) => politely({ text, marked: false })[0]?.text ?? text);

/** What was typed, cut into its sentences, with the courtesy at its ends left out. */
export function segmentsOf(typed: string): Segment[] {
  const suits = SUITS.test(typed) && !/(?:^|[.,!?] )(?:is|are|was|would|will)\b[^.?!,]*\??\s*$/i.test(typed);
  const bare = politeAtEnd(typed)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(suits ? SUITS : '', '')
    .replace(COURTESY, '')
    .replace(TELL_ME, '')
    .replace(STATUS, 'what is the status')
    .trim();
  const cut = sentences(bare === '' ? typed : bare)
    .flatMap(politely)
    .flatMap(clauses)
    .map((one) => (OR_NOT.test(one.text) ? { ...one, marked: true } : one));
  const last = cut.at(-1);
  if (!suits || !last || last.marked) return cut;
  return isStatement(last.text) ? [...cut, { text: 'is that all right', marked: true }] : cut.with(-1, { ...last, marked: true });
}
