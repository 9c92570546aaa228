import type { Brief } from '../../brief/brief.ts';
import { isDeterminer } from '../../brief/typed/determiners.ts';
import { isMass, isNoun, isPerson, isPlural, isVerb } from '../../brief/typed/dictionary.ts';
import { isKin } from '../../brief/typed/person-nouns.ts';
import { readTitle } from '../../brief/typed/titles.ts';

/** "bake sale" is the bake sale; plurals, doings and what needs no article stay as they are. */
export function withTheArticle(phrase: string, objective: Brief['objective']): string {
  // "uncle Jim's funeral" is Uncle Jim's, "cousin Ana's wedding" the caller's cousin's.
  const [, kin = '', whose = ''] = /^(\p{Ll}+)( \p{Lu}[\p{L}-]+(?:['’]s|s['’]) .+)$/u.exec(phrase) ?? [];
  if (kin !== '' && (readTitle(kin) ?? isKin(kin))) return `${readTitle(kin) ?? `my ${kin}`}${whose}`;
  const bare = phrase.replace(TEMPORAL, '');
  if (bare !== phrase) {
    const [, term = '', period = ''] = /^(.*) ((?:term|week|year|period|quarter|semester) \d+)$/i.exec(phrase) ?? [];
    return term === ''
      ? `${withTheArticle(bare, objective)}${phrase.slice(bare.length)}`
      : `${withTheArticle(term, objective)} for ${period}`;
  }
  if (!mayTakeArticle(phrase)) return phrase;
  // "Biscuit's appointment" has whose it is for its article; "dad's fall" is the caller's dad's.
  if (/^\p{L}+(?:['’]s|s['’]) /u.test(phrase)) return OWN_KIN.test(phrase) ? `my ${phrase}` : phrase;
  // "borrowing the trailer" is a doing; "welding job" a thing.
  if (/^\p{L}+ing (?:the|an?|my|your|our|his|her|their|its|this|that|some) /iu.test(phrase)) return phrase;
  const [first = '', second = '', ...more] = phrase.split(' and ');
  if (second !== '' && more.length === 0 && [first, second].every(isBareThing)) return `the ${first} and the ${second}`;
  const [head = ''] = phrase.split(/ (?=(?:of|for|in|on|at|to|with|from|about|by|as|that|which|who)\b)/);
  const words = head.split(' ');
  const noun = words.at(-1) ?? '';
  // "claim 4471": told apart by its number.
  if (words.length > 1 && /^#?\p{L}{0,3}-?\d[\w-]*$/u.test(noun)) return phrase;
  if (words.length > 1 && !ARTICLED.test(phrase) && head === phrase && MEALS.test(noun)) return `the ${phrase}`;
  const named = words.length > 1 && /^\p{Lu}\p{Ll}/u.test(noun);
  // "starting in September" is a doing, "wedding in June" a thing.
  if (words.length === 1 && /ing$/.test(noun) && head !== phrase && !THINGS_IN_ING.test(noun)) return phrase;
  if (words.length === 2 && /ing$/.test(words[0] ?? '') && TAUGHT.test(noun)) return `the ${phrase}`;
  const open = words.length > LONGEST_BARE || (ARTICLED.test(phrase) && !isNoun(words[0] ?? '')) || / (?:and|or) /.test(head);
  // "room in your house", "mould in my flat": the one that is there.
  if (
    !open &&
    head !== phrase &&
    isMass(noun) &&
    /^ (?:in|on|at|under|behind|over|above) (?:your|my|our|the|his|her|their) /.test(phrase.slice(head.length))
  )
    return `the ${phrase}`;
  if (open || (/^\p{Lu}/u.test(noun) && !named) || (/ing$|ly$/.test(noun) && !isNoun(noun)) || isPlural(noun) || isMass(noun))
    return phrase;
  return objective === 'job' && isPerson(noun) && head === phrase ? `the ${phrase} role` : `the ${phrase}`;
}
/** When it was or will be, behind what it is: "interview last Thursday", "roster term 3". */
const TEMPORAL =
  /(?<=\S) (?:(?:last|next|this|on) (?:\p{L}+day|week|month|year|term|morning|afternoon|evening|weekend|spring|summer|autumn|fall|winter)(?: \p{L}+)?|\p{L}+day(?: (?:morning|afternoon|evening|night))?|tomorrow|today|tonight|(?:term|week|year|period|quarter|semester) \d+)$/iu;

/** Whether "the" could stand before it: never before what has a determiner, whose it is, a name that does something, or a deed. */
function mayTakeArticle(phrase: string): boolean {
  const [head = ''] = phrase.split(/ (?=(?:of|for|in|on|at|to|with|from|about|by)\b)/);
  const words = head.split(' ');
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  const isOwned = /^(?=\p{Lu}|\p{L}+ \p{Lu})(?:\p{L}+\.? ){1,2}\p{L}+(?:['’]s|s['’]) /u.test(phrase);
  // "Mateo being out sick": someone, and what they do.
  const does = words[1] ?? '';
  const isName = /^\p{Lu}\p{Ll}/u.test(first) && (/^(?:being|having)$/.test(does) || (/(?:ing|ed)$/.test(does) && !isNoun(does)));
  const isMeal = /^\p{Lu}/u.test(first) && words.length === 2 && MEALS.test(last);
  // "making tax digital": done to something, where "swimming lesson" is a thing.
  const isDeed = /ing$/.test(first) && words.length > 1 && !isNoun(last) && !isVerb(last) && !isPerson(last) && !TAUGHT.test(last);
  return !isDeterminer(first) && !isOwned && !isName && !isMeal && !isDeed;
}

/** "dad's", "grandma's". */
const OWN_KIN = /^(?:mother|father|mum|mom|dad|grandma|grandpa|gran|nana|wife|husband|son|daughter|brother|sister)['’]s /;
/** "bake sale": one thing, with nothing before it. */
export const isBareThing = (phrase: string): boolean => {
  const words = phrase.split(' ');
  const noun = words.at(-1) ?? '';
  return (
    words.length > 1 &&
    words.length <= LONGEST_BARE &&
    phrase === phrase.toLowerCase() &&
    !ARTICLED.test(phrase) &&
    isNoun(noun) &&
    !isPlural(noun) &&
    !isMass(noun)
  );
};
/** What a doing gives its name to. */
const TAUGHT =
  /^(?:job|role|position|post|contract|bill|class|lesson|course|club|group|space|day|date|session|appointment|service|quote|fee|test|exam|order|list|interview|visit|trial|demo|shift|week|weekend|night|evening|workshop|contest|trip|plan|schedule|rota|policy|contract|agreement|committee|budget)$/;
/** One of them with a word before it is one that is held. */
const MEALS = /^(?:breakfast|lunch|dinner|supper|tea|coffee|music|practice|choir|food)$/;
const THINGS_IN_ING =
  /^(?:wedding|meeting|building|hearing|painting|booking|opening|training|reading|viewing|fitting|cleaning|listing|recording|outing|gathering|ending|parking|heating|flooring|plumbing|ceiling|railing|filling|mooring|siding|string|ring|spring|swing|wing|king|thing)$/;
/** Words of a subject that may lack its article. House rule. */
const LONGEST_BARE = 4;
const ARTICLED =
  /^(?:the|a|an|my|your|our|this|that|their|his|her|its|next|last|some|any|no|all|both|each|every|whether|how|what|why|when|who|where|\p{L}+ing|\p{L}+['’]s)\b/u;
