import { isThirdPerson, isVerb, singularOf } from '../../brief/typed/dictionary.ts';
import { statementForms } from './statement.ts';

/** Words that open a direct question and lose their capital inside a sentence. */
export const AUXILIARY = 'is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must';
const NEGATED =
  "isn[’']t|aren[’']t|wasn[’']t|weren[’']t|don[’']t|doesn[’']t|didn[’']t|haven[’']t|hasn[’']t|can[’']t|couldn[’']t|won[’']t|wouldn[’']t|shouldn[’']t";
const WH = 'who|whom|whose|what|which|when|where|why|how';
export const PRONOUN = 'i|you|we|they|he|she|it|there|this|that';
const DETERMINER = 'the|a|an|my|your|our|their|his|her|its|these|those';

const OPENER = new RegExp(`^(?:${AUXILIARY}|${NEGATED}|${WH}|whether|if|any|so|${DETERMINER}|in|at|on|for|to|with|by|of|please)\\b`, 'i');
const YES_NO = new RegExp(`^(${AUXILIARY}) (${PRONOUN}) (.+)$`, 'i');
const OPEN = new RegExp(`^((?:${WH})(?: (?!(?:${AUXILIARY}|${PRONOUN}) )[\\w'-]+){0,3}) (${AUXILIARY}) (${PRONOUN})(?: (.+))?$`, 'i');
const STARTS_YES_NO = new RegExp(`^(?:${AUXILIARY}|${NEGATED})\\b`, 'i');
const STARTS_WH = new RegExp(`^(?:(?:in|at|on|for|to|with|by|from|about) )?(?:${WH})\\b`, 'i');
/** "when the parcel will arrive", "how many seats you have": the subject comes before its verb. "who leads the team" asks for the subject itself. */
const INDIRECT = new RegExp(
  `^((?:(?:what|which|how|whose)(?: (?!of\\b|(?:${AUXILIARY})\\b)[\\w'-]+){0,2}?(?: an? (?:day|week|month|year|night|term))?|${WH})) ((?:${DETERMINER}|${PRONOUN})\\b.*)$`,
  'i',
);
const TO_DO = new RegExp(`^(?!.* (?:${AUXILIARY}) )(?:${WH})(?: [\\w'-]+){0,3}? to [\\w'-]+`, 'i');
/** Words before the question itself. */
const LEAD_IN = new RegExp(
  `^(?:(?:so|and|well|ok(?! (?:if|to|for|that)\\b)|okay(?! (?:if|to|for|that)\\b)|just|hi|hello),? |please (?=(?:can|could|would|will|is|are|do|does|did|has|have|when|what|where|who|which|how|any|tell me|let me know)\\b)|(?:i|we) (?:just )?(?:want|wanted|would like|[’']d like|need|wish|am calling|am hoping) to (?:know|ask|find out|check|see|understand|confirm|hear|learn)(?: you| from you)?(?: about)?,? |(?:i|we)[’']d like to (?:know|ask|find out|check|see|understand|confirm|hear)(?: you)?,? |(?:i|we)(?:[’']m| am| was|[’']ve been| have been) (?:just )?(?:wondering|curious|asking|calling to ask|calling to find out|interested to know),? |wonder(?:ing)? |(?:do you know|tell me|let me know|ask(?: (?:him|her|them|you))?|find out|know|check|see) (?=(?:whether|if|${WH})\\b)|(?:my |the |one |a |quick |only |main )*question(?: is| was)?(?: whether| if)?[:,]? )`,
  'i',
);

/** The one question in the forms a sentence can take. */
export interface QuestionForms {
  /** "Is the role still open?": stands alone; empty where turning it round is not safe. */
  direct: string;
  /** "is the role still open?": after a colon. */
  inside: string;
  /** "whether I should send it": after "to know"; absent where turning the question round is not safe. */
  clause?: string;
}

const lowered = (text: string) => (OPENER.test(text) ? text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : text);
const begun = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** "do you know x" is "you know x", "should I go" is "I should go"; "does" and "did" would need the verb inflected. */
function uninvert(auxiliary: string, pronoun: string, rest: string): string | undefined {
  const verb = auxiliary.toLowerCase();
  const subject = pronoun.toLowerCase() === 'i' ? 'I' : pronoun.toLowerCase();
  if (verb === 'shall') return `${subject} ${subject === 'I' || subject === 'we' ? 'should' : 'will'} ${rest}`;
  if (verb === 'do') return `${subject} ${rest}`;
  if (verb === 'does' || verb === 'did') return undefined;
  return `${subject} ${verb} ${rest}`.trim();
}

const ASKS_AGAIN = new RegExp(` or (?:${AUXILIARY}) (?:${PRONOUN})\\b`, 'i');

/** "are you and Kelsey coming": the subject does not end where its pronoun does. */
const JOINED_SUBJECT = new RegExp(`\\b(?:${AUXILIARY}) (?:${PRONOUN}) (?:and|or) `, 'i');

function clauseOf(question: string): string | undefined {
  // "are you bringing it or am I": a choice that is asked twice cannot be told.
  if (/\?/.test(question) || ASKS_AGAIN.test(question) || JOINED_SUBJECT.test(question)) return undefined;
  const yesNo = YES_NO.exec(question);
  if (yesNo) {
    const turned = uninvert(yesNo[1] ?? '', yesNo[2] ?? '', yesNo[3] ?? '');
    return turned && `whether ${turned}`;
  }
  const open = OPEN.exec(question);
  if (!open) return undefined;
  // "what do I bring" asks what to bring.
  if (/^do$/i.test(open[2] ?? '') && /^(?:i|we)$/i.test(open[3] ?? '') && !/^(?:when|where)$/i.test(open[1] ?? '')) return undefined;
  const turned = uninvert(open[2] ?? '', open[3] ?? '', open[4] ?? '');
  return turned && `${lowered(open[1] ?? '')} ${turned}`;
}

const TOLD_ABOUT = new RegExp(
  `^(?:why|when|where|how) (?!(?:${AUXILIARY}|${NEGATED}|many|much|long|often|far|old|big|soon|late|early|about|come|else|not|to)\\b)`,
  'i',
);

/** A wish without its subject: "would love your advice". */
const WISHES =
  /^(?:would (?:like|love)|[’']d (?:like|love)|want to|need to|want(?= (?!to\b)\p{L})|need(?! (?:not|i|you|we)\b)(?= \p{L})|hoping to|looking (?:to|for)|trying to|to (?=\p{Ll}))/iu;

/** Two questions in one breath: who says "one question" asks one sentence. */
const inOneBreath = (text: string) =>
  text.replace(/\?\s+(?:(and|or|but)\s+)?(\p{L})/giu, (_, joint: string | undefined, letter: string) => {
    return `, ${joint?.toLowerCase() ?? 'and'} ${letter.toLowerCase()}`;
  });

function asked(question: string, clause = clauseOf(question)): QuestionForms {
  const whole = inOneBreath(question);
  return { direct: `${begun(whole)}?`, inside: `${lowered(whole)}?`, ...(clause ? { clause } : {}) };
}

/** What is left of "I need to know this by Friday": a demand, and nothing asked. */
export const ASKS_NOTHING =
  /^(?:(?:i|we) need )?(?:(?:to know|an answer|a reply)\b ?)?(?:this|that|it)?(?: ?(?:(?:by|before|within)(?! (?:what|when|which|how|whom)\b)|asap|as soon|soon|today|tomorrow|now|urgently|immediately)\b.*)?$/i;
/** "have my assistant schedule the call": done for one, where "have my papers arrived" asks. */
const DOING =
  /^(?:please )?have (my|your|our|the|his|her) [\w'’-]+ (?!.*\b(?:been|arrived|issued|\w+ed)\b)(?!(?:been|got|come|gone|begun|made|sent|met|paid|run|set|left|had|done)\b|\w+(?:ed|en|wn)\b)[\w'’-]+/i;

/** "you still looking": without its "are". */
const LACKS_BE = /^(you|y[’']all|yous|ye) (still )?([\p{L}’']+)/iu;
const STATES =
  /^(?:in|up|down|set|right|free|around|about|ok|okay|able|good|ready|available|interested|home|back|open|on|off|sure|happy|there|here)$/i;
/** Whether a word behind "you" is what one is, and no verb that asks with "do". */
const isState = (word: string, still: boolean): boolean =>
  STATES.test(word) || (/ing$/.test(word) && !isVerb(word)) || (still && /ed$/.test(word) && !isVerb(word));

/** "are you still need", "whether you looking": a verb in a form that cannot stand where it is. */
function isMisturned(text: string): boolean {
  const [, first = '', word = ''] =
    new RegExp(
      `^(${AUXILIARY}|whether) (?:${PRONOUN}|y[’']all) (?:(?:still|also|already|really|just|ever|even) )*([\\p{L}’']+)`,
      'iu',
    ).exec(text) ?? [];
  if (first === '') return false;
  if (/^(?:is|are|am|was|were)$/i.test(first)) return isVerb(word) && !STATES.test(word);
  return /ing$/.test(word) && !isVerb(word) && !/^(?:thing|something|anything|nothing|everything)$/.test(word);
}

/** A question that was turned round into what nobody says is in no known form. */
function turnedWell(forms: QuestionForms | undefined, typed: string): QuestionForms | undefined {
  if (!forms) return undefined;
  const { clause, ...rest } = forms;
  const keepsClause = clause && !isMisturned(clause);
  const changed = forms.inside.toLowerCase() !== typed.trim().toLowerCase();
  if ((changed && isMisturned(forms.inside)) || (forms.inside === '' && !keepsClause)) return undefined;
  return keepsClause ? forms : rest;
}

/** "I need for it" in a question is "do I need for it". */
function turnedWithDo(text: string): string | undefined {
  // "it takes" is "does it take".
  const [, one = '', third = '', more = ''] = /^(it|he|she) (\p{L}+s)\b(.*)$/iu.exec(text) ?? [];
  if (isThirdPerson(third))
    return `does ${one.toLowerCase()} ${isVerb(third.slice(0, -1)) ? third.slice(0, -1) : singularOf(third)}${more}`;
  const [, who = '', verb = ''] = /^(i|you|we|they) (\p{L}+)\b/iu.exec(text) ?? [];
  if (who === '' || new RegExp(`^(?:${AUXILIARY}|want|${NEGATED}|(?!need$)\\p{L}+ed|\\p{L}+ing)$`, 'iu').test(verb)) return undefined;
  return `do ${text.replace(/^You|^We|^They/, (word) => word.toLowerCase()).replace(/^i\b/, 'I')}`;
}

/** What stands before the question is taken off, as often as there is something. */
function withoutLeadIn(text: string): string {
  const rest = text.replace(LEAD_IN, '');
  return rest === text || rest === '' ? text : withoutLeadIn(rest);
}

/**
 * Reads the person's question, whatever form it was typed in: a question, an indirect one ("whether the role is open"), a statement
 * ("the role is still open", with a mark or without), a wish ("I want to visit the plant") or a request ("send me the plan").
 * Undefined for what asks nothing: the name of a subject.
 */
export function questionForms(typed: string): QuestionForms | undefined {
  const several = typed.trim().split(/\?\s+/);
  const each = several.length > 1 ? several.map((one, index) => oneQuestion(index < several.length - 1 ? `${one}?` : one)) : [];
  if (each.length === 0 || each.some((forms) => !forms?.inside)) return jointQuestion(typed) ?? oneQuestion(typed);
  const whole = each.map((forms) => forms?.inside.replace(/\?$/, '').replace(/^(?:and|or|but) /, '')).join(', and ');
  return { direct: `${begun(whole)}?`, inside: `${whole}?` };
}

/** What is asked about one's own need is no wish: "I need the card" is "do I need the card", "you got my letter" "did you get it". */
function plainlyTurned(statement: string): { direct: string; inside: string } | undefined {
  const got = /^you got (?=(?:my|our|the|it|a|an)\b)/i.test(statement) ? statement.replace(/^you got/i, 'did you get') : undefined;
  const [, who = '', verb = ''] = /^(I|we|you|they) (\p{L}+) /iu.exec(statement) ?? [];
  const inside = got ?? (who !== '' && (verb === 'need' || isVerb(verb)) ? turnedWithDo(statement) : undefined);
  return inside === undefined ? undefined : { direct: `${begun(inside)}?`, inside: `${inside}?` };
}

/** "do we need a permit and how long it takes": the second half is turned round like the first. */
function jointQuestion(typed: string): QuestionForms | undefined {
  const [, first = '', second = ''] =
    /^(.+?),? and ((?:if|whether|who|what|when|where|which|why|how)\b[^?]*)[?.\s]*$/i.exec(typed.trim()) ?? [];
  if (second === '' || !(/^(?:if|whether) /i.test(second) || INDIRECT.test(second))) return undefined;
  const [one, other] = [oneQuestion(first), oneQuestion(second)];
  if (!one?.inside || !other?.inside || ASKS_AGAIN.test(first)) return undefined;
  const whole = `${one.inside.replace(/\?$/, '')}, and ${other.inside}`;
  return { direct: begun(whole), inside: whole };
}

const oneQuestion = (typed: string): QuestionForms | undefined => turnedWell(formsOf(typed), typed);

function formsOf(typed: string): QuestionForms | undefined {
  const marked = /\?\s*$/.test(typed);
  const bare = withoutLeadIn(typed.trim().replace(/[.?!\s]+$/, ''));
  if (ASKS_NOTHING.test(bare)) return undefined;
  const doing = DOING.exec(bare);
  if (doing) {
    const doer = /^your$/i.test(doing[1] ?? '') ? 'you' : 'I';
    const act = bare.replace(/^please /i, '').replace(/^H/, 'h');
    return asked(`could ${doer} ${act}`, `whether ${doer} could ${act}`);
  }
  // "deliver or collect": a choice of two deeds, and nobody's.
  if (/^\p{L}+ or \p{L}+$/u.test(bare) && bare.split(' or ').every(isVerb)) return asked(bare);
  const indirect = /^(?:whether|if) (.+)$/i.exec(bare)?.[1];
  if (indirect) {
    const turned = plainlyTurned(indirect) ?? statementForms(indirect, true);
    return { direct: turned?.direct ?? '', inside: turned?.inside ?? '', clause: `whether ${indirect}` };
  }
  if (STARTS_WH.test(bare)) {
    // "how many guests to expect": nobody does it in so many words.
    if (TO_DO.test(bare)) return { direct: '', inside: '', clause: lowered(bare) };
    const subject = INDIRECT.exec(bare);
    // "why Tyler got detention": told as it is, for nobody knows how to turn it round.
    if (!subject && TOLD_ABOUT.test(bare)) return { direct: '', inside: '', clause: lowered(bare) };
    if (!subject) return asked(bare);
    const turned = turnedWithDo(subject[2] ?? '') ?? statementForms(subject[2] ?? '', true)?.inside.replace(/\?$/, '');
    const safe = turned !== undefined && new RegExp(`^(?:${AUXILIARY})\\b`).test(turned);
    const direct = safe ? `${lowered(subject[1] ?? '')} ${turned}?` : '';
    return { direct: begun(direct), inside: direct, clause: lowered(bare) };
  }
  if (/^want (?:me|us|him|her|them|someone) to\b/i.test(bare) || (marked && /^want (?!to\b|an?\b|some\b|any\b)/i.test(bare)))
    return asked(`do you ${bare.replace(/^W/, 'w')}`, `whether you ${bare.replace(/^W/, 'w')}`);
  // "you in for Thursday?": the verb left out.
  const [, who = '', still = '', state = ''] = LACKS_BE.exec(bare) ?? [];
  if (who !== '' && isState(state, still !== '') && (marked || /ing$/.test(state))) {
    const you = `${who.toLowerCase()} are${bare.slice(who.length)}`;
    return asked(`are ${bare.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}`, `whether ${you}`);
  }
  // "want to swap shifts?" asks the other.
  if (marked && /^(?:want|need|like|care|fancy) (?:to|me to|a|an|some|any)\b/i.test(bare))
    return asked(`do you ${bare.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}`);
  if (WISHES.test(bare) && !(marked && /^(?:hoping|looking|trying)\b/i.test(bare)))
    return statementForms(
      bare.replace(WISHES, (wish) => (/^to /i.test(wish) ? 'I want to ' : `I ${wish.toLowerCase()}`)),
      marked,
    );
  if (/^got (?:any\w*|some|room|time|space)\b/i.test(bare)) {
    const got = bare.replace(/^g/i, 'g');
    return asked(`have you ${got}`, `whether you have ${got}`);
  }
  if (STARTS_YES_NO.test(bare)) return asked(bare);
  return statementForms(bare, marked);
}
