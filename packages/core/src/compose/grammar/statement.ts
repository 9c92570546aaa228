import { isDeterminer } from '../../brief/typed/determiners.ts';
import { isMass, isNoun, isPlural, isThirdPerson, isVerb, isWord } from '../../brief/typed/dictionary.ts';
import { articleOf, isKin } from '../../brief/typed/person-nouns.ts';
import { finiteAt, isStatement } from '../../brief/typed/statement.ts';

/** The forms of a question that was typed as something else. */
interface StatementForms {
  direct: string;
  inside: string;
  clause?: string;
}

const AUX = 'is|are|am|was|were|has|have|had|can|could|will|would|should|shall|may|might|must';
const PRONOUN = 'I|you|we|they|he|she|it|there|this|that|these|those';
const SUBJECT_FIRST = new RegExp(
  `^((?:${PRONOUN})|(?:(?!(?:who|that|which|if|when|because)\\b)[^\\s,]+ ){0,5}?(?!(?:who|that|which)\\b)[^\\s,]+) (${AUX})(n[’']t)?(?: (.+))?$`,
  'i',
);
const STARTS_AS_SUBJECT = new RegExp(`^(?:${PRONOUN}|the|a|an|my|your|our|their|his|her|its|someone|anyone|everyone)\\b`, 'i');
const STARTS_AS_NAME = /^\p{Lu}\p{L}+ (?!or )/u;
/** Verbs of third persons by which a statement is known, where no auxiliary tells: "the roof gets fixed", "Dev worked for you". */
const FINITE =
  'gets?|got|runs?|ran|works|starts|opens|closes|ends|needs?|wants?|takes?|took|goes|went|comes?|came|does|happens?|makes?|made|keeps?|kept|fits?|stays?|moves?|pays|paid|covers|includes|counts|applies|ships?|delivers?|sells|sold|buys|bought|hires|accepts|allows|offers|led|left|wrote|knows?|knew|lives?|\\p{L}{2,}ed';
const SAYS = new RegExp(
  `^(?:(?:the|a|an|my|your|our|their|his|her|its) )?[\\p{L}’'-]+ (?:[\\p{L}’'-]+ )?(?:still |already |also |really )?(?:${FINITE})\\b`,
  'iu',
);
const STARTS_FINITE = /^\p{L}{2,}s(?:$| )/u;
const STARTS_WITH_PRONOUN = new RegExp(`^(?:${PRONOUN})\\b`, 'i');
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^(it|that|there|he|she)[’']s (?=(?:got|been|had|gone|done)\b)/i, '$1 has '],
  [/^(it|that|there|he|she|this|what)[’']s\b/i, '$1 is'],
  [/^(you|we|they)[’']re\b/i, '$1 are'],
  [/^I[’']m\b/i, 'I am'],
  [/^(I|you|we|they|he|she|it)[’']ll\b/i, '$1 will'],
  [/^(I|you|we|they|he|she)[’']d\b/i, '$1 would'],
  [/^(I|you|we|they)[’']ve\b/i, '$1 have'],
];
const WISH =
  /^(?:I|we) (?:really |just |also )?(?:want|would like|should like|would love|wish|hope|need|am hoping|was hoping|am looking|am trying|looking|hoping|trying|have)(?: (you|your \w+|them|someone))? to (.+)$/i;
const WANTED = /^(?:I|we) (?:really |just |also )?(?:want|would like|would love|need|am looking for|looking for|am after) ((?!to\b).+)$/i;
/** What one asks another to do; a request may begin with it. */
const REQUEST =
  /^(?:please |kindly )?(fit|squeeze|catch up|grab|pick|use|borrow|rent|park|stay|sit in|try|view|tour|audition|apply|enroll|enrol|exchange|sublet|refill|renew|replace|repair|clean|reserve|order|switch|swap|remove|add|update|transfer|register|cut|trim|paint|install|babysit|water|feed|walk|mind|watch|donate|sponsor|endorse|deliver|drop off|pick up|stop|start|pay|refund|raise|lower|measure|price|test|service|collect|email|e-mail|text|mail|print|scan|translate|edit|proofread|judge|host|lead|run|play|sing|perform|volunteer|send|call|tell|let|give|meet|show|help|introduce|confirm|check|review|sign|forward|look|come|join|explain|put|recommend|share|speak|talk|connect|consider|arrange|reschedule|move|hold|bring|approve|extend|lend|write|book|set up|sit down|point|pass|ask|find|fix|return|ship|deliver|quote|visit|see|have|get|take|make|change|cancel|reply|read|buy|sell|hire|teach)\b (.+)$/i;
/** "change of address", "price for forty": a noun, and no order. */
const NAMES_A_DEED = /^(?:\p{L}+ of|(?:price|quote|print|test|fix|show|visit|order|rent|park|cut) for)\b/iu;
/** A verb close behind it: what opens the sentence is its subject. */
const BEGINS_A_STATEMENT =
  /^(?:[\p{L}’'-]+ ){1,3}(?:is|are|was|were|will|has|have|had|can|cannot|could|would|should|needs?|starts?|ends?|goes|comes|came|went)\b(?<!^(?:let|tell|give|show|ask|make|help|have|see|send) (?:me|us|him|her|them|you)\b.*)/iu;
/** A talk is had by two. */
const TOGETHER =
  /^(?:meet|talk|speak(?! at\b)|swap|switch|grab|chat|connect|sit down|set up|arrange|get together|get on|have|reschedule|catch up|book)\b/i;
/** What cannot be done alone. */
const TALK = /^(?:meet|talk|speak(?! at\b)|chat|connect|sit down|get together|catch up|discuss)\b/i;
/** What one does oneself, by the other's leave. */
const FOR_ONESELF =
  /^(?:bring .+ (?:in|over|round|back|to you)\b|book (?:an? |the )?(?:slot|place|table|room|seat|appointment|session|lesson|class|spot|ticket)|register|volunteer|use|borrow|rent|park|stay|sit in|try|view|tour|audition|apply|enroll|enrol|exchange|sublet|pick up|drop off|order|reserve|collect|pay|get|visit|join|see|buy|take|return|cancel|change|make|find|read)\b/i;
const STATE =
  /^(?:you )?(free|available|able|happy|willing|interested|open to|around|in town)\b ((?:on|at|for|this|next|tomorrow|today|tonight|to|in|after|before|until|if|any ?time|sometime|\p{L}+day|\d)\b.*|(?<=open to ).+)$/iu;
const ELLIPSIS =
  /^((?!(?:I|you|we|they|he|she|it|there)\b)(?:the |your |my |our |this |that )?(?:[\w'’-]+ ){0,3}?[\w'’-]+) (still|already) ((?:on|off|up|in|out|\p{L}{3,})\b.*)$/iu;

const begun = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
const lowered = (text: string) =>
  text.replace(/^(?:The|A|An|My|Your|Our|Their|His|Her|Its|You|We|They|He|She|It|There|This|That|These|Those|Someone|Anyone)\b/, (word) =>
    word.toLowerCase(),
  );
const asked = (inside: string, clause?: string): StatementForms => ({
  direct: `${begun(inside)}?`,
  inside: `${inside}?`,
  ...(clause ? { clause } : {}),
});

/** "I'd like" is "I would like": turned round, the short form cannot stay. */
const spelled = (text: string) => SHORT.reduce((now, [short, long]) => now.replace(short, long), text);

/** "fixed by Monday": what is not done yet is asked about in the future. */
const DONE_BY =
  /^(?!needed\b|required\b|wanted\b)(?:\p{L}+ed|done|ready|built|sent|paid|made|cut|back|finished)\b.*?\bby (?:\p{Lu}\p{L}+day|tomorrow|tonight|the|next|then|\d)/u;

/** "new key" is a new key. */
function withOne(thing: string): string {
  const [phrase = ''] = thing.split(/ (?=(?:of|for|in|on|at|to|with|from|about|by|before|that|who|which|and|or)\b)/);
  const noun = phrase.split(' ').at(-1) ?? '';
  const bare =
    !/^(?:the|an?|my|your|our|this|that|their|his|her|its|some|any|no|more|all|both|each|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b/i.test(
      phrase,
    );
  return bare && phrase === phrase.toLowerCase() && (isNoun(noun) || isWord(noun)) && !isPlural(noun) && !isMass(noun) && !/ing$/.test(noun)
    ? `${articleOf(phrase)} ${thing}`
    : thing;
}

/** A thing in the words of the language: "the" may stand before it. */
const takesThe = (thing: string): boolean => {
  const words = thing.split(' ');
  const noun = words.at(-1) ?? '';
  return (
    (isNoun(noun) || isNoun(words[0] ?? '') || (words.length > 1 && isVerb(noun))) &&
    (isNoun(words[0] ?? '') || isVerb(words[0] ?? '')) &&
    !isMass(noun) &&
    !isKin(noun) &&
    !isDeterminer(words[0] ?? '')
  );
};

/** What one asks to have. */
const GRANTED =
  /\b(?:extension|refund|copy|quote|receipt|reference|lift|ride|discount|refill|transcript|day off|loan|word|appointment|meeting|slot|table|room|chat|call|tour|visit|callback|estimate|invoice|sample|replacement|reminder|favou?r|hand|minute|moment|lesson|interview)$/i;

/** "exercises going ok?", "projector needed?": the verb left out of a question. */
const BARE_STATE =
  /^((?:[\p{L}’'-]+ ){0,3}?[\p{L}’'-]+) ((?:going|working|coming|needed|required|ready|available|allowed|included|ok|okay)\b.*)$/iu;

/** What is wished for or asked of the other, as a question. */
function wish(text: string): StatementForms | undefined {
  const wanted = WISH.exec(text);
  if (wanted) {
    const doer = wanted[1]
      ? /^you\b/i.test(wanted[1])
        ? wanted[1].toLowerCase()
        : wanted[1]
      : TALK.test(wanted[2] ?? '') || /^we\b/i.test(text)
        ? 'we'
        : 'I';
    const act = (wanted[2] ?? '')
      .replace(/^(meet|talk|speak|chat|connect|sit down) (?:with|to) you\b/i, '$1')
      .replace(/^meet you\b/i, 'meet');
    return asked(`could ${doer} ${act}`, `whether ${doer} could ${act}`);
  }
  const thing = WANTED.exec(text)?.[1];
  const who = /^we\b/i.test(text) ? 'we' : 'I';
  if (thing) return asked(`could ${who} have ${withOne(thing)}`, `whether ${who} could have ${withOne(thing)}`);
  // "rent will be late" begins with a noun.
  const request =
    (BEGINS_A_STATEMENT.test(text) && isStatement(text)) || NAMES_A_DEED.test(text)
      ? null
      : (REQUEST.exec(text) ?? (isVerb(/^(?:please|kindly) (\p{L}+)(?: |$)/iu.exec(text)?.[1] ?? '') || null));
  if (!request) return undefined;
  const act = text
    .replace(/^(?:please|kindly) /i, '')
    .replace(/^(?:renew|return|collect|pay|sign|update|clear|settle|remove)$/i, '$& it')
    .replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())
    .replace(/^(tell|show|inform|advise) (?=(?:if|whether|what|when|where|who|why|how)\b)/, '$1 me ');
  const own = !/^(?:please|kindly) /i.test(text) && FOR_ONESELF.test(act) && !/\b(?:me|us)\b/i.test(act);
  const doer = own ? 'I' : TOGETHER.test(act) && !/^(?:have|book|arrange|set up) (?:a look|him|her|them)\b/i.test(act) ? 'we' : 'you';
  return asked(`could ${doer} ${act}`, `whether ${doer} could ${act}`);
}

/** What the other does or means to do: "coming to my graduation". */
const DOING =
  /^(?:coming|going|hiring|looking|selling|planning|taking|bringing|joining|working|open|closed|playing|driving|using|buying|renting|moving|seeing|still \p{L}+ing)\b/iu;
/** With its mark, what one does oneself otherwise: "looking for illustrators?". */
const LOOKING = /^(?:looking for|hoping|trying|after|interested in|up for|able to|happy to|in on|back|around|home|here|there)\b(?! or\b)/i;
/** "15 minutes to show you the planner". */
/** "heard anything about the job": what the other did by now. */
const BY_NOW =
  /^(?:heard|seen|had|made|decided|found|finished|received|thought|given|read|tried|considered|picked|chosen|hired) (?:any\w*|back|a|an|the|my|your|yet|about|if|someone|time|of)\b/i;
/** "you still need a hand": the verb stands in its plain form, and asks with "do". */
const YOU_DO =
  /^you (?:(?:still|already|also|really|even|ever) )?(?:need|want|have|know|use|sell|do|take|offer|deliver|rent|buy|like|think|make|run|work|live|accept|fix|hire|plan|teach|carry|serve|stock|ship|own|mind|see|go|come|play|give|train|lease|lend)\b/i;
const SPAN = /^(?:\S+ (?:minutes?|mins?)|half an hour|an hour|a few minutes|a minute|a moment) (?:of your time )?to \p{L}/iu;

/** A question with its first words left out: "any news", "free on Friday", "the role still open", "possible to visit". */
function ellipsis(text: string, meant: boolean): StatementForms | undefined {
  const small = text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  if (meant && LOOKING.test(text)) return asked(`are you ${small}`, `whether you are ${small}`);
  if (DOING.test(text)) return asked(`are you ${small}`, `whether you are ${small}`);
  if (SPAN.test(text)) return asked(`could I have ${small}`, `whether I could have ${small}`);
  if (BY_NOW.test(text)) return asked(`have you ${small}`, `whether you have ${small}`);
  if (/^you got\b/i.test(text)) return asked(`have ${small}`, `whether you have ${small.slice('you '.length)}`);
  if (YOU_DO.test(text)) return asked(`do ${small}`, `whether ${small}`);
  if (/^any(?:one|body|thing)? \S/i.test(text)) {
    const be = /^any \p{L}+$|^any \p{L}+ /iu.test(text) && isPlural(text.split(' ')[1] ?? '') ? 'are' : 'is';
    return asked(`${be} there ${lowered(text).replace(/^Any/, 'any')}`, `whether there ${be} ${text.replace(/^Any/, 'any')}`);
  }
  if (/^(?:possible|okay|ok|all right|alright|normal|usual|necessary|safe|true|too late|too early)\b (?:to|if|for|that)\b/i.test(text))
    return asked(`is it ${small.replace(/^ok\b/, 'OK')}`, `whether it is ${small.replace(/^ok\b/, 'OK')}`);
  const still = /^still (.+)$/i.exec(text)?.[1];
  if (still && /^(?:up for|on for|free|interested|coming|looking|happy|able|hiring|there)\b/i.test(still))
    return asked(`are you still ${still}`, `whether you are still ${still}`);
  if (still) return asked(`is it still ${still}`, `whether it is still ${still}`);
  const state = STATE.exec(text);
  if (state) return asked(`are you ${state[1]?.toLowerCase()} ${state[2]}`, `whether you are ${state[1]?.toLowerCase()} ${state[2]}`);
  const short = STARTS_FINITE.test(ELLIPSIS.exec(text)?.[3] ?? '') ? null : ELLIPSIS.exec(text);
  const left = short?.[1] ?? '';
  const many = /[^siu']s$/i.test(left);
  const owned = /^(?:the|your|my|our|this|that)\b/i.test(left);
  const bare = owned || many || /^\p{Lu}/u.test(left);
  // "ye still on for Friday": an article only before what is surely a thing.
  if (short && !bare && !takesThe(left)) return undefined;
  const subject = owned ? lowered(left) : bare ? left : `the ${left}`;
  const be = many ? 'are' : 'is';
  if (short) return asked(`${be} ${subject} ${short[2]} ${short[3]}`, `whether ${subject} ${be} ${short[2]} ${short[3]}`);
  return undefined;
}

/** "you have ten minutes" asks with "do"; "you have finished" with "have". */
function owning(verb: string, rest: string): string | undefined {
  if (
    /^(?:been|run|come|begun|left|lost|paid|sold|sent|met|kept|held|put|set|cut|read|said|told|won|built|bought|brought|caught|taught|thought|found|felt|grown|known|shown|thrown|drawn|flown|worn|torn|not|never|got|had|done|gone|seen|made|taken|given|chosen|heard|(?!seven|eleven|children|women)\p{L}{3,}(?:ed|en))\b/iu.test(
      rest,
    )
  )
    return undefined;
  return { have: 'do', has: 'does', had: 'did' }[verb.toLowerCase()];
}

/** Whether a verb follows "you" or "it", as it must in a statement. */
function hasVerbSecond(text: string): boolean {
  const [, verb = ''] = /^\S+ (?:(?:still|also|already|really|just|ever|even|only|never|always|all|both) )*([\p{L}’']+)/iu.exec(text) ?? [];
  return isVerb(verb) || isThirdPerson(verb) || finiteAt(['the', 'man', verb, 'it', 'so']) === 2;
}

/**
 * Turns a statement, a wish or a request into a question. `meant` says that it is one already ("whether ...", or a mark at its end):
 * then a statement that cannot be turned round is asked as a clause. Undefined where nothing is asked.
 */
export function statementForms(typed: string, meant: boolean): StatementForms | undefined {
  const text = spelled(typed);
  const either = /^(\p{L}+ (?:it|them|this|that|ahead|on|now) or \p{L}.*)$/iu.exec(text)?.[1];
  if (either) return asked(`should I ${either}`, `whether I should ${either}`);
  const going = meant ? BARE_STATE.exec(text) : null;
  // "the draft will be ready" has its verb.
  const whole = new RegExp(`\\b(?:${AUX}|be|been)$`, 'i').test(going?.[1] ?? '');
  if (going && !whole && !/^(?:i|you|we|they|he|she|it|there|that|this|any|still)\b/i.test(going[1] ?? '')) {
    const typedSubject = going[1] ?? '';
    const isNamed = /^\p{Lu}/u.test(typedSubject) && !isWord(typedSubject.split(' ')[0] ?? '');
    const subject = isNamed ? typedSubject : typedSubject.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
    const last = subject.split(' ').at(-1) ?? '';
    const many = isPlural(last);
    const isOwn = isNamed || isKin(subject) || isMass(subject) || isDeterminer(subject.split(' ')[0] ?? '');
    const needed = /needed|required/.test(going[2] ?? '');
    if (!isOwn && !takesThe(subject) && !many && !needed) return undefined;
    const one = / or /.test(subject) ? `${articleOf(subject)} ${subject}` : withOne(subject);
    const thing = isOwn ? subject : needed ? one : `the ${subject}`;
    const be = many ? 'are' : 'is';
    return asked(`${be} ${thing} ${going[2]}`, `whether ${thing} ${be} ${going[2]}`);
  }
  const chance = /^any ((?:chance|possibility|way|idea|word|luck)\b.*)$/i.exec(text)?.[1];
  if (chance) return asked(`is there any ${chance}`, `whether there is any ${chance}`);
  const asksOther = meant && LOOKING.test(text);
  const wished = asksOther ? undefined : wish(text);
  if (wished) return wished;
  const turned = SUBJECT_FIRST.exec(text);
  // "any bread tonight we can collect": the subject is of a clause within.
  const within = / (?:I|we|you|they|he|she)$/i.test(turned?.[1] ?? '');
  if (turned && !within && !/^(?:to|for)\b/i.test(turned[4] ?? '')) {
    const [, subject = '', verb = '', not = '', rest = ''] = turned;
    const who = subject.toLowerCase() === 'i' ? 'I' : lowered(subject);
    if (/^(?:is|are)$/i.test(verb) && !not && DONE_BY.test(rest)) return asked(`will ${who} be ${rest}`, `whether ${who} will be ${rest}`);
    const clause = `whether ${who} ${verb.toLowerCase()}${not} ${rest}`.trim();
    const does = owning(verb, rest);
    return asked(does ? `${does} ${who} have ${rest}`.trim() : `${verb.toLowerCase()}${not} ${who} ${rest}`.trim(), clause);
  }
  const left = ellipsis(text, meant);
  if (left) return left;
  // "extension on the essay?": a thing with a mark is asked for.
  const length = /^(\d+|\p{L}+)[ -]min(?:ute)?s? (call|chat|meeting|talk)\b(.*)$/iu.exec(text);
  if (meant && length)
    return asked(
      `could we have a ${length[1]}-minute ${length[2]}${length[3]}`,
      `whether we could have a ${length[1]}-minute ${length[2]}${length[3]}`,
    );
  if (
    meant &&
    GRANTED.test(text.split(/ (?:of|for|in|on|at|to|with|from|about|by|before) /)[0] ?? '') &&
    !/ or | that |['’]s (?:an?|too|so|not|been) /.test(text) &&
    withOne(text) !== text &&
    !STARTS_WITH_PRONOUN.test(text) &&
    !new RegExp(` (?:${AUX}) `, 'i').test(text)
  )
    return asked(`could I have ${withOne(text)}`, `whether I could have ${withOne(text)}`);
  // "the invoice paid yet", "you folks open late": a question whose verb is not sure is said as it was typed.
  const sure = STARTS_WITH_PRONOUN.test(text) ? hasVerbSecond(text) : !/ yet$/.test(text);
  const says = meant || SAYS.test(text) || new RegExp(` (?:${AUX}) `, 'i').test(text);
  const subject = STARTS_AS_SUBJECT.test(text) || STARTS_AS_NAME.test(text) || SAYS.test(text);
  if (sure && (STARTS_WITH_PRONOUN.test(text) || (says && subject))) return { direct: '', inside: '', clause: `whether ${lowered(text)}` };
  // A thing with a mark asks nothing that anybody could answer: it is what the call is about.
  return meant && / or /.test(text) ? asked(lowered(text)) : undefined;
}
