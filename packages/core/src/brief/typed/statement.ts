import { isDeterminer } from './determiners.ts';
import { isMass, isNoun, isPerson, isPlural, isThirdPerson, isWord } from './dictionary.ts';
import { articleOf } from './person-nouns.ts';

const AUX =
  /^(?:is|are|am|was|were|has|have|had|can|could|will|would|should|shall|may|might|must|does|do|did|cannot|(?:is|are|was|were|has|have|had|ca|could|wo|would|should|does|do|did|must)n['’]t|isnt|arent|cant|wont|doesnt|didnt|hasnt|havent)$/i;
const SHORT = /^\p{L}+['’](?:s|re|m|ve|ll|d)$/u;
const IRREGULAR =
  /^(?:got|came|went|took|left|led|wrote|knew|found|lost|ran|fell|broke|brought|bought|sold|sent|said|told|made|met|paid|put|gave|began|kept|felt|held|heard|built|grew|drew|drove|flew|spoke|stood|won|sat|saw|ate|thought|taught|caught|hurt|cut|hit|shut|let|split|burst|stuck|threw|tore|wore|woke|understood|forgot|became|chose|froze|rose|shook|stole|swam|spent|lent|slept|meant|read|blew|bit|bent|sank|rang|slid|dug|hid|hung|struck|stung|fed|fled|swore|swept)$/i;
const PRONOUN = /^(?:i|you|we|they|he|she|it|there|this|that|these|those|everyone|everybody|someone|somebody|nobody)$/i;
/** What opens a question or a phrase without a subject. */
const NO_SUBJECT =
  /^(?:who|whom|whose|what|which|when|where|why|how|whether|if|please|kindly|to|for|about|in|on|at|by|with|from|regarding|re|as|because|looking|hoping|asking|wondering|trying|wanting|would|could|can|is|are|do|does|did|was|were|will|shall|should|may|have|has|any|still|and|or|but|so)$/i;
/** How many words a subject may have. House rule. */
const LONGEST_SUBJECT = 9;

/** Where the verb of a statement stands: the index of its word, 0 where there is none. */
export function finiteAt(words: readonly string[]): number {
  if (NO_SUBJECT.test(words[0] ?? '')) return 0;
  if (SHORT.test(words[0] ?? '') && /^(?:i|you|we|they|he|she|it|there|that)['’]/i.test(words[0] ?? '')) return words.length > 1 ? 1 : 0;
  // "kid's got a fever", "rent's nine days late".
  if (
    /^\p{L}+['’]s$/u.test(words[0] ?? '') &&
    /^(?:got|been|gone|not|too|so|an?|\d+|\p{L}{2,}ing)$/iu.test(words[1] ?? '') &&
    words.length > 2
  )
    return 1;
  for (let at = 1; at < Math.min(words.length, LONGEST_SUBJECT); at += 1) {
    const word = words[at] ?? '';
    const before = words[at - 1] ?? '';
    if (AUX.test(word)) return at;
    if (PRONOUN.test(words[0] ?? '') && at < 3 && /^\p{L}{2,}$/u.test(word) && !isPlural(word)) return at;
    const follows = (!isDeterminer(before) || /\d/.test(before)) && !/^(?:to|of|for|with|in|on|at|by|and|or|from|about|not)$/i.test(before);
    if (!follows) continue;
    if (
      IRREGULAR.test(word) ||
      (/\p{L}{2}ed$/u.test(word) &&
        !/(?:eed|bed|red|shed|sled)$|^(?:needed|required|wanted|attached|enclosed|expected)$/.test(word) &&
        (at < words.length - 1 || at > 1) &&
        !/^(?:by|from)$/i.test(words[at + 1] ?? ''))
    )
      return at;
    if (isThirdPerson(word) && !isNoun(word) && (isNoun(before) || /^\p{Lu}/u.test(before)) && !isPlural(before) && at < words.length - 2)
      return at;
    if (
      isThirdPerson(word) &&
      !isPlural(before) &&
      (!isPlural(word) || !isNoun(before) || at < words.length - 1) &&
      at < words.length - 1 &&
      /^(?:to|at|in|on|by|his|her|its|an?|the|my|your|from|for|up|out|off|open|with|\p{L}+ly|by|not|no|new|some|help|all|every|too|so|when|if|because|until|after|before|and|like|as|only|just|still|very|through|into|over|around|about)$/iu.test(
        words[at + 1] ?? '',
      )
    )
      return at;
    if (
      /^(?:need|needs|want|wants|starts|ends|opens|closes|works|gets|goes|comes|leaves|arrives|lives|likes|keeps|says|makes|costs|looks|runs)$/i.test(
        word,
      ) &&
      at < words.length - 1
    )
      return at;
  }
  return 0;
}

/** Whether it has a subject and what is said of it. */
export const isStatement = (text: string): boolean => finiteAt(text.split(' ')) > 0;

/** "boiler still not working", "dog missing since Monday": a statement whose verb was left out. */
const TELEGRAM =
  /^((?:[\p{L}\d'’-]+ ){0,4}?[\p{L}\d'’-]+) ((?:still |now |again )?(?:not|no longer) (?:available|possible|allowed|open|working|ok|okay|\p{L}+ing|\p{L}+ed|ready|there|here|in|on|clear|clean|right|paid|free)\b.*|still (?:\p{L}+ing)\b.*|(?:missing|blocked|broken|leaking|cancelled|canceled|delayed|flooded|stuck|ready|down|overdue|confirmed|cold|wet|dirty|empty|locked)\b(?! (?:quote|payment|fee)).*)$/iu;

/** "Rex limping on one leg". */
const NAMED_DOING =
  /^(\p{Lu}\p{Ll}+) ((?!(?:meeting|opening|building|evening|morning|wedding|training|parking|hearing|viewing)\b)\p{L}{2,}ing (?:on|in|at|all|again|since|and|from|his|her|a|the)\b.*)$/u;
/** "mould in bathroom again": what is there once more. */
const AGAIN = /^(?!(?:i|you|we|it|the|my|your|our|this|that|call|ring|meet|talk|speak|try)\b)([\p{L}’' -]+) again$/iu;
/** "ladder left behind the garage": by someone. */
const LEFT_THERE = /^([\p{Ll}]+) ((?:left|found|dropped|delivered|parked) (?:behind|at|in|on|by|outside|near|under)\b.*)$/u;
/** Rooms and the like, typed without their article. */
const IN_A_ROOM =
  /\b(in|on|from|through|under|at) (border|airport|gate|door|bathroom|kitchen|bedroom|living room|hallway|hall|garden|roof|wall|ceiling|floor|basement|cellar|garage|car ?park|stairwell|lift|yard|driveway|front door|back door|north side|south side|east side|west side)\b/giu;

/** Whether it is one. */
export const isTelegram = (text: string): boolean =>
  (TELEGRAM.test(text) || NAMED_DOING.test(text) || AGAIN.test(text)) && !isStatement(text) && !NO_SUBJECT.test(text.split(' ')[0] ?? '');

/** A deed with its doer left out: "found ur phone". */
const DID =
  /^(?:found|got|lost|sent|left|moved|finished|booked|paid|signed|fixed|posted|dropped|received|changed|applied|emailed|e-mailed|called|rang|spoke|talked|met|bought|broke|forgot|missed)\b(?! (?:any\w*|out|back|about|by)\b)/i;

const BACK = /^(?:back|home|away|off) (?:at|by|on|in|from|until|sick|ill)\b/i;

/** Whether the "I" of a deed was left out. */
export const lacksSubject = (text: string): boolean =>
  (DID.test(text) || PAST.test(text) || HURT.test(text) || BACK.test(text)) &&
  !isStatement(text.replace(/ (?:so|but|and|because) .*$/i, ''));
/** "sprained my wrist": a deed of one's own. */
const HURT = /^\p{L}{3,}ed (?:my|our) /iu;
/** Verbs of the past that are no other word, behind which comes what was done: "saw your ad". */
const PAST =
  /^(?:saw|heard|went|came|took|had|tried|wrote|made|gave|told|knew|brought|ran|fell|broke|thought|spent|began|checked|asked|looked|waited|noticed|picked|needed|wanted) (?:(?:the|a|an|my|your|our|his|her|their|that|this|it|you|him|them|to|about|from|in|into|on|over|at|for|up|out|some|two|three|all) )/i;

/** Adverbs and names begin no subject that lacks an article. */
const takesThe = (subject: readonly string[], verb: string): boolean => {
  const [first = ''] = subject;
  if (/^(?:want|need|please|got|have|yours|mine|ours|theirs|hers)$/.test(first)) return false;
  const head = subject.findIndex((word) => /^(?:of|in|on|at|for|with|from|to|by|next|you|i|we|that)$/i.test(word));
  const noun = (head > 0 ? subject[head - 1] : subject.at(-1)) ?? '';
  return (
    first === first.toLowerCase() &&
    !isDeterminer(first) &&
    !PRONOUN.test(first) &&
    !/['’]s$/.test(first) &&
    !/\d/.test(noun) &&
    (isNoun(noun) || isNoun(first) || (AUX.test(verb) && !/ing$/.test(first))) &&
    !isPlural(noun) &&
    !isMass(noun)
  );
};

/** "Boiler still not working": a capital that the keyboard put there; a name keeps its own. */
const begun = (text: string) =>
  /^\p{Lu}\p{Ll}+ /u.test(text) && isWord(text.split(' ')[0] ?? '') ? text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : text;

/** What spreads is not counted. */
const MOULDS = /^(?:mou?ld|damp|mildew|water|smoke|rubbish|trash|litter|graffiti|noise|dust|rust|glass|blood|black|green|white)$/;

/** A statement as a sentence has it: with the article its subject lacks, and with its verb. `hasNames`: a word with a capital may be a name all the same. */
export function wholeStatement(typed: string, hasNames = false): string {
  const text = (hasNames && !isTelegram(typed) ? typed : NAMED_DOING.test(typed) ? typed : begun(typed)).replace(IN_A_ROOM, '$1 the $2');
  const telegram = isTelegram(text);
  if (telegram && AGAIN.test(text)) {
    const [thing = ''] = text.split(' ');
    if (isPlural(thing)) return `there are ${text}`;
    return `there is ${isNoun(thing) && !isMass(thing) && thing === thing.toLowerCase() && / (?:in|on|under|at|behind) /.test(text) && !MOULDS.test(thing) ? `${articleOf(thing)} ` : ''}${text}`;
  }
  const [, left = '', state = ''] = telegram ? (NAMED_DOING.exec(text) ?? TELEGRAM.exec(text) ?? []) : [];
  const lies = LEFT_THERE.exec(text);
  if (lies && isNoun(lies[1] ?? '') && !isPerson(lies[1] ?? '')) return `the ${lies[1]} was ${lies[2]}`;
  const words = (left || text).split(' ');
  const subject = left ? words : words.slice(0, finiteAt(words));
  const article = subject.length > 0 && takesThe(subject, left ? 'is' : (words[subject.length] ?? '')) ? 'the ' : '';
  return left ? `${article}${left} ${isPlural(subject.at(-1) ?? '') ? 'are' : 'is'} ${state}` : `${article}${text}`;
}
