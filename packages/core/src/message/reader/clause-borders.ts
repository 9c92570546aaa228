import type { ReaderToken } from './reader-tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What a verb agrees with. */
const SUBJECTS = words('i we he she they you it');
const AUXILIARIES = words('am is are was were have has had will would can could do does did should shall may might must');
/** Auxiliaries that stand before their subject in a question. */
const INVERTING = words('can could will would shall should may might do did does have has are is am was were');
const INVERTED = words('i we you he she they it someone somebody anyone anybody');
const QUESTION_WORDS = words('what which how who where when why whose');
/** Tokens between a question's first word and its verb: "what time [can] I". House rule. */
const QUESTION_REACH = 4;
/** Behind these a verb belongs to what stands before it: "he [did it] all", "can [do it]", "the thing [is it] broke". */
const NO_QUESTION_BEHIND: ReadonlySet<string> = new Set([
  ...'i we he she they'.split(' '),
  ...AUXILIARIES,
  ...'not to know thing problem point question truth fact issue trouble'.split(' '),
]);
/** Words that join or lead: what follows them is theirs. */
const LEADS = words(
  'and but so or nor that if when because since as while which who what where how whether than the a an my your our his her their to of for with from in at on by about before after until till unless i we he she they you it am is are was were be been have has had will would can could do does did should shall may might must not never always just only even every each any last next this these those',
);
/** Behind these a phrase is at its end: what begins with a subject there is a clause of its own. */
const ENDS_PHRASE = words(
  'me us him them here there now today tonight tomorrow yesterday back again ready TIME PHONE EMAIL please thanks ok okay well right anyway listen yeah yes alright sorry mate sir madam great soon',
);
/** "Let me", "tell us": what follows belongs to it. */
const TAKES_CLAUSE = words('let tell telling told tells show showing give teach remind promise');
const ORDERS = words('call ring text email message phone whatsapp give let send drop tell press ping');
const TO_CALLER = words('me us');
/** Somebody who is made to do it: "have Anna call me". */
const MAKES = words('have has had make made get let see ask asked help someone somebody anyone who that to');
const MAKES_REACH = 3;
const SOFTENS = words('please just kindly maybe');
const FAREWELLS = words('thanks cheers bye goodbye ta');
/** "Many thanks", "say thanks". */
const WITH_FAREWELL = words('many say');
const BEFORE_FAREWELL = words('ok okay alright right so well');
const NO_RUSH = words('rush hurry worries pressure problem stress');
const WHOSE = words('my our the');
const LINES = words('number cell mobile phone telephone line extension landline');
/** Words that only call for the ear. */
const EAR = words('listen anyway anyhow');

/** A question with its verb before its subject; told where its first word is. */
function questionAt(at: number, norm: (at: number) => string): boolean {
  const isInverted = (verb: number): boolean =>
    INVERTING.has(norm(verb)) && INVERTED.has(norm(verb + 1)) && norm(verb + 2) !== 'know' && !NO_QUESTION_BEHIND.has(norm(verb - 1));
  if (QUESTION_WORDS.has(norm(at))) {
    for (let verb = at + 1; verb <= at + QUESTION_REACH; verb++) if (isInverted(verb)) return true;
    return false;
  }
  if (!isInverted(at)) return false;
  for (let before = at - 1; before >= at - QUESTION_REACH; before--) if (QUESTION_WORDS.has(norm(before))) return false;
  return true;
}

/** An order that the caller gains by, with what softens it: "[just text me]"; not "have Anna call me". */
function orderAt(at: number, norm: (at: number) => string): boolean {
  const softened = SOFTENS.has(norm(at));
  const verb = softened ? at + 1 : at;
  const isOrder = ORDERS.has(norm(verb)) && (TO_CALLER.has(norm(verb + 1)) || norm(verb) === 'press');
  if (!isOrder || (!softened && SOFTENS.has(norm(at - 1))) || (LEADS.has(norm(at - 1)) && !softened)) return false;
  for (let before = at - 1; before >= at - MAKES_REACH; before--) if (MAKES.has(norm(before))) return false;
  return true;
}

/** A statement behind the end of a phrase: "call me back [that would be great]"; not "let me know". */
function statementAt(at: number, norm: (at: number) => string): boolean {
  const isClause = SUBJECTS.has(norm(at)) || (words('that this there').has(norm(at)) && AUXILIARIES.has(norm(at + 1)));
  return isClause && ENDS_PHRASE.has(norm(at - 1)) && !TAKES_CLAUSE.has(norm(at - 2));
}

/** What ends a call, and what tells the number. */
function farewellAt(at: number, norm: (at: number) => string): boolean {
  const farewell = (place: number): boolean => FAREWELLS.has(norm(place)) || (norm(place) === 'thank' && norm(place + 1) === 'you');
  if (farewell(at)) return !LEADS.has(norm(at - 1)) && !WITH_FAREWELL.has(norm(at - 1)) && !BEFORE_FAREWELL.has(norm(at - 1));
  if (BEFORE_FAREWELL.has(norm(at))) return farewell(at + 1);
  return norm(at) === 'no' && NO_RUSH.has(norm(at + 1));
}

function numberAt(at: number, norm: (at: number) => string): boolean {
  if (norm(at) === 'it' || norm(at) === 'that') return norm(at + 1) === 'is' && norm(at + 2) === 'PHONE';
  if (!WHOSE.has(norm(at))) return false;
  const line = LINES.has(norm(at + 1)) ? at + 1 : LINES.has(norm(at + 2)) ? at + 2 : -1;
  return line >= 0 && (norm(line + 1) === 'is' || (norm(line + 1) === 'here' && norm(line + 2) === 'is') || norm(line + 1) === 'PHONE');
}

type Tokens = readonly ReaderToken[];
const normsOf =
  (tokens: Tokens) =>
  (at: number): string =>
    tokens[at]?.norm ?? '';

/** Whether a direct question begins at a token. */
export const opensQuestion = (at: number, tokens: Tokens): boolean => questionAt(at, normsOf(tokens));
/** Whether the end of the call begins at a token: thanks, a goodbye, "no rush". */
export const isFarewell = (at: number, tokens: Tokens): boolean => farewellAt(at, normsOf(tokens));

/** Whether a clause begins at a token for sure, where no stop says so: told by closed words of grammar alone. */
export function opensClause(at: number, tokens: Tokens): boolean {
  const norm = normsOf(tokens);
  return (
    questionAt(at, norm) ||
    orderAt(at, norm) ||
    statementAt(at, norm) ||
    farewellAt(at, norm) ||
    numberAt(at, norm) ||
    (EAR.has(norm(at)) && !LEADS.has(norm(at - 1)))
  );
}
