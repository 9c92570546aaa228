import { isLowerCase, nameCase } from './letter-case.ts';
import { namesInText } from './names-in-text.ts';
import { organisationCase } from './organisation-case.ts';
import { articleOf, isKin, isPersonNoun, isSinglePost } from './person-nouns.ts';

/** What a caller is: of a firm ("from Harbour Foods") or someone ("a registered nurse", "Lena's mum"). */
export type Standing = { kind: 'firm' | 'role'; said: string };

const LEAD_IN = /^(?:i\s+am|i['’]?m|i\s+work\s+(?:as|for|at|with)|working\s+(?:as|for|at|with)|from|at|with|as|calling\s+from)\s+/i;
const HEAD_ENDS = /\s(?:at|of|for|in|with|from|on|to|who|and)\s/i;
const OWNED = /^(?:a|an|the|my|your|our|his|her|their|this|that)\s/i;
/** States that name neither a firm nor a role. */
const NEITHER =
  /^(?:retired|unemployed|self[ -]?employed|freelance|independent|n\/?a|no(?:ne|where)?|between jobs|job ?hunting|looking(?: for.*)?|currently.*|open to work|home|private|-+)$/i;
const INITIALS = /^(?:phd|mba|rn|gp|md|ceo|cfo|coo|cto|cio|cmo|vp|hr|it|pr|pa|ux|ui|bsc|msc)$/;
/** Posts that are named with their house: "CEO of Alder Labs", where "head of sales" is of a part of it. */
const OF_THE_HOUSE = /^(?:ceo|president|founder|co-?founder|owner|chair|chairman|chairwoman|chairperson|dean|principal|mayor)$/i;

/** "two", "3 children": how many, and nobody's name. */
const COUNTED = /^(?:\d|two|three|four|five|six|seven|twins|triplets)\b/i;

/** Where a role is held stands in its own letters: "a nurse at St. Mary's", "CEO of Alder Labs", "mother of Lena". */
function withPlace(noun: string, rest: string): string {
  const [, word = '', place = ''] = /^ (at|for|with|of) (.+)$/i.exec(rest) ?? [];
  const named = word && !OWNED.test(place) && !COUNTED.test(place) && (!/^of$/i.test(word) || isKin(noun) || OF_THE_HOUSE.test(noun));
  return named ? ` ${word.toLowerCase()} ${organisationCase(place)}` : rest;
}

/** A role in small letters, initials and the names of persons apart: "Recent Nursing Graduate" is one in its Sunday best. */
function roleCase(head: string): string {
  const words = head.split(' ');
  return words
    .map((word, index) => {
      if (index === 0 && /['’]s?$/.test(word)) return nameCase(word);
      if (isLowerCase(word)) return INITIALS.test(word) ? nameCase(word) : word;
      return /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word;
    })
    .join(' ');
}

/** "a registered nurse", "head of sales", "Lena's mum": with the article it takes. */
function roleSaid(head: string, rest: string): string {
  const noun = head.split(' ').at(-1) ?? '';
  const article = OWNED.exec(head)?.[0].trim().toLowerCase();
  const role = roleCase(article ? head.slice(article.length + 1) : head);
  const child = / of /i.test(rest.slice(0, 4)) && FAMILY.test(noun) && !article ? rest.slice(4) : '';
  // "mom of luca" is Luca's mom; a mother of two stays one.
  if (child !== '' && namesInText(child.toLowerCase()) !== child.toLowerCase()) return `${nameCase(child)}'s ${role}`;
  const whole = role + withPlace(noun, rest);
  if (article)
    return /^(?:an?|the)$/.test(article) && !/\s(?:of|in|at|for)\s/i.test(rest) ? `${articleOf(whole)} ${whole}` : `${article} ${whole}`;
  const bare = isSinglePost(noun) || OF_THE_HOUSE.test(noun) || /^\S+['’]s?\s/.test(role) || (/^ of /i.test(rest) && PARENT.test(noun));
  return bare ? whole : `${articleOf(whole)} ${whole}`;
}

/** Who belongs to a person by name. */
const FAMILY =
  /^(?:mother|father|mum|mom|dad|brother|sister|son|daughter|husband|wife|grandmother|grandfather|grandma|grandpa|aunt|uncle|guardian)$/i;

/** A child has one of each, and a department one that runs it. */
const PARENT = /^(?:mother|father|mum|mom|dad|manager|director|secretary|leader|captain|coordinator|supervisor|superintendent)$/i;

/**
 * Reads what stands under "your organisation or role"; undefined for what names neither ("retired").
 * A noun for a person makes it a role, with the article it takes; all else is a firm.
 */
export function readAffiliation(typed: string): Standing | undefined {
  const text = typed
    .trim()
    .replace(/\s+/g, ' ')
    .replace(LEAD_IN, '')
    .replace(/[,;!]+$/, '');
  if (text === '' || NEITHER.test(text)) return undefined;
  // "ward manager, Leeds General": a post and its house.
  const apposed = /^([^,]+), (.+)$/.exec(text);
  if (apposed && isPersonNoun(apposed[1]?.split(' ').at(-1) ?? '') && !HEAD_ENDS.test(apposed[1] ?? ''))
    return { kind: 'role', said: roleSaid(apposed[1] ?? '', ` at ${apposed[2]}`) };
  const cut = HEAD_ENDS.exec(text)?.index ?? text.length;
  const head = text.slice(0, cut);
  if (isPersonNoun(head.split(' ').at(-1) ?? '')) return { kind: 'role', said: roleSaid(head, text.slice(cut)) };
  return { kind: 'firm', said: organisationCase(text) };
}
