import { isNoun, isPlace, isWord } from './dictionary.ts';
import { isLowerCase, nameCase } from './letter-case.ts';
import { HOUSE, organisationCase } from './organisation-case.ts';
import { namesSomeone } from './person-nouns.ts';

/** Words of the language in small letters, and figures: a description, and no name. */
export const isDescribed = (text: string): boolean =>
  isLowerCase(text) && text.split(/[ ,]+/).every((word) => /^\d+$/.test(word) || isWord(word) || SMALL_WORD.test(word));
const SMALL_WORD = /^(?:a|an|the|of|in|at|on|for|and|with|from|to)$/;
/** The word that says it is a house stands at the end of what it is called: "dog rescue", "shop on the corner". */
const HEADS_HOUSE = new RegExp(`(?:${HOUSE.source})(?=$|,| (?:of|in|at|on|for|and|near|by) )`, 'i');

/** "Thai restaurant": what it is in small letters behind whose it is. */
export const isPlainHouse = (text: string): boolean => {
  const [, noun = ''] = /^\p{Lu}\p{Ll}+ (\p{Ll}+)$/u.exec(text) ?? [];
  return noun !== '' && HOUSE.test(noun) && isNoun(noun);
};

/** Whether what is typed reads as a house and not as what someone is: by its words, by capitals of its own, by a word that is none. */
export function readsAsHouse(text: string): boolean {
  // "pub quiz" is no pub, "84, lives alone" nobody's house.
  if (isDescribed(text) && !HEADS_HOUSE.test(text)) return false;
  if ((isLowerCase(text) ? HEADS_HOUSE : HOUSE).test(text) || /[&\d]|\p{Ll}\p{Lu}|\.\p{L}/u.test(text)) return true;
  const words = text.replace(/^the /i, '').split(' ');
  // An unknown word in small letters could be a trade as well as a firm; letters alone are a firm's.
  if (words.some((word) => !isWord(word) && (!isLowerCase(word) || !/[aeiouy]/.test(word)))) return true;
  return words.length > 1 && words.every((word) => /^(?:\p{Lu}|of$|the$|and$|for$|in$)/u.test(word));
}

/** A road. */
const STREET = /^(?:[\p{L}\d'’]+ ){1,3}(?:road|rd|street|st|avenue|ave|lane|ln|drive|square|row|parade|hill|high street)$/iu;

/** "kebab shop, Mill Road", "B&B, Skye": what it is, and where it stands; undefined for what is no such thing. */
export function placedHouse(text: string): string | undefined {
  const [, kind = '', where = ''] = /^(\p{Ll}[\p{L} '’-]+|\p{L}&\p{L}), (.+)$/iu.exec(text) ?? [];
  const letters = /^\p{L}&\p{L}$/u.test(kind);
  if (
    kind === '' ||
    !(letters || ((isDescribed(kind) || (isLowerCase(kind) && HEADS_HOUSE.test(kind))) && !namesSomeone(kind.split(' ').at(-1) ?? '')))
  )
    return undefined;
  const street = STREET.test(where);
  return street || letters || isPlace(where) ? `${letters ? 'a' : 'the'} ${kind} ${street ? 'on' : 'in'} ${nameCase(where)}` : undefined;
}

/** A desk speaks for its house. */
const DESK =
  /^(?:the )?((?:front|help|reception|information|circulation) desk|box office|lost and found|registrar['’]s office|school office) (at|of|in) (.+)$/i;

/** A part of a house speaks for it: "the front desk at the Palm Hotel", "HR at Beacon Insurance". */
export function partOfHouse(text: string): string | undefined {
  const desk = DESK.exec(text);
  if (desk) return `the ${desk[1]?.toLowerCase()} ${desk[2]?.toLowerCase()} ${organisationCase(desk[3] ?? '')}`;
  const [, part = '', house = ''] = PART.exec(text) ?? [];
  return part && `${/^\w\w$/.test(part) ? part.toUpperCase() : nameCase(part.toLowerCase())} at ${organisationCase(house)}`;
}
/** What a part of a house is called, and its house. */
export const PART =
  /^(hr|it|pr|purchasing|procurement|finance|engineering|logistics|dispatch|reception|editorial|membership|maintenance|sales|accounts|billing|marketing|admissions|support|legal|payroll|operations|customer service), (.+)$/i;

/** "a bride and groom, 14 September": a day behind it is nobody's house. */
export const DATED_TAIL =
  /, (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?$/i;

/** A body without a name of its own. */
export const CIRCLE =
  /^(?:[\p{L}’'-]+ ){1,3}(?:group|club|circle|committee|team|choir|league|band|society|co-?op|police|library|school|surgery|association|shop|store|studio|department|office|clinic|garage|church|kennels|nursery|pharmacy|hospital|council|pantry|salon|center|centre|union)$/u;
