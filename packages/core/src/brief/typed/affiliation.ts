import { isLowerCase, nameCase, textCase } from './letter-case.ts';
import { namesInText } from './names-in-text.ts';
import { organisationCase } from './organisation-case.ts';
import { articleOf, isKin, isPersonNoun, isSinglePost } from './person-nouns.ts';
import { spelling } from './spelling.ts';

/** What a caller is: of a firm ("from Harbour Foods") or someone ("a registered nurse", "Lena's mum"). */
export type Standing = { kind: 'firm' | 'role'; said: string };

const LEAD_IN = /^(?:i\s+am|i['’]?m|i\s+work\s+(?:as|for|at|with)|working\s+(?:as|for|at|with)|from|at|with|as|calling\s+from)\s+/i;
const HEAD_ENDS = /\s(?:at|of|for|in|with|from|on|to|who|and|across|down|up|near|next|over|by|behind|opposite|around)\s/i;
const OWNED = /^(?:a|an|the|my|your|our|his|her|their|this|that)\s/i;
/** States that name neither a firm nor a role. */
const NEITHER =
  /^(?:retired|unemployed|self[ -]?employed|freelance|independent|n\/?a|no(?:ne|where)?|between jobs|job ?hunting|looking(?: for.*)?|currently.*|open to work|home|private|-+)$/i;
const INITIALS = /^(?:phd|mba|rn|gp|md|ceo|cfo|coo|cto|cio|cmo|vp|hr|it|pr|pa|ux|ui|bsc|msc)$/;
/** Posts that are named with their house: "CEO of Alder Labs", where "head of sales" is of a part of it. */
const OF_THE_HOUSE = /^(?:ceo|president|founder|co-?founder|owner|chair|chairman|chairwoman|chairperson|dean|principal|mayor)$/i;

/** "two", "3 children": how many, and nobody's name. */
const COUNTED = /^(?:\d|two|three|four|five|six|seven|twins|triplets)\b/i;

/** "number 9", "flat 4": where someone lives. */
const PLACE_BY_NUMBER = /^(?:number|no\.?|flat|unit|apartment|room|house|table|desk|lot|plot) \w+$/i;
/** "owner, Olsen Bakery" is of it, "student, 3rd period" in it, "nurse, Leeds General" at it. */
function jointOf(head: string, place: string): string {
  if (/^(?:\d\w*|\p{L}+) (?:period|grade|year|class|section)$/iu.test(place)) return 'in';
  const noun = head.split(' ').at(-1) ?? '';
  return OF_THE_HOUSE.test(noun) || /^editor$/i.test(noun) ? 'of' : 'at';
}

/** A desk speaks for its house. */
const DESK =
  /^(?:the )?((?:front|help|reception|information|circulation) desk|box office|lost and found|registrar['’]s office|school office) (at|of|in) (.+)$/i;

/** Where a role is held stands in its own letters: "a nurse at St. Mary's", "CEO of Alder Labs", "mother of Lena". */
function withPlace(noun: string, rest: string): string {
  const [, word = '', place = ''] = /^ (at|for|with|of) (.+)$/i.exec(rest) ?? [];
  const named =
    word &&
    !OWNED.test(place) &&
    !COUNTED.test(place) &&
    !PLACE_BY_NUMBER.test(place) &&
    !/^(?:\d\w*|\p{L}+) (?:period|grade|year|class|section)$/iu.test(place) &&
    (!/^of$/i.test(word) || isKin(noun) || OF_THE_HOUSE.test(noun) || /^editor$/i.test(noun));
  const article =
    /^(?:journal|review|bulletin|university|institute|college|bank|museum|ministry|department|school|academy|board|house|friends) (?:of|for) /i.test(
      place,
    )
      ? 'the '
      : '';
  return named ? ` ${word.toLowerCase()} ${article}${organisationCase(place)}` : rest;
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
  // "Earl Lawson's daughter": a name, and what she is to it.
  const [, owner, kin] = /^((?!(?:my|your|our|his|her|their|the)\b).+['’]s?) ([^'’]+)$/i.exec(head) ?? [];
  if (owner && kin) return `${nameCase(owner)} ${roleCase(kin)}${withPlace(noun, rest)}`;
  const article = OWNED.exec(head)?.[0].trim().toLowerCase();
  const role = roleCase(article ? head.slice(article.length + 1) : head);
  const child = / of /i.test(rest.slice(0, 4)) && FAMILY.test(noun) && !article ? rest.slice(4) : '';
  // "mom of luca" is Luca's mom; a mother of two stays one.
  if (child !== '' && namesInText(child.toLowerCase()) !== child.toLowerCase()) return `${nameCase(child)}'s ${role}`;
  const charge = /^ of (?:an?|one of (?:your|the)|your) ([\w-]+?)s?$/i.exec(rest)?.[1]?.toLowerCase();
  // "parent of a pupil": of the one the listener has to do with.
  if (charge && isKin(noun === 'parent' ? 'mother' : noun) && CHARGES.test(charge))
    return `the ${role} of one of your ${charge === 'child' ? 'children' : `${charge}s`}`;
  const whole = role + withPlace(noun, rest);
  if (article)
    return /^(?:an?|the)$/.test(article) && !/\s(?:of|in|at|for)\s/i.test(rest) ? `${articleOf(whole)} ${whole}` : `${article} ${whole}`;
  if (!article && rest === '' && OF_YOURS.test(role)) return `${articleOf(role)} ${role} of yours`;
  if (!article && /^neighbou?r$/.test(role)) return `your ${whole}`;
  const bare =
    !(isKin(noun) && COUNTED.test(rest.slice(4))) &&
    (isSinglePost(noun) || OF_THE_HOUSE.test(noun) || /^\S+['’]s?\s/.test(role) || (/^ of /i.test(rest) && PARENT.test(noun)));
  return bare ? whole : `${articleOf(whole)} ${whole}`;
}

/** Who is so of the one called. */
const OF_YOURS = /^(?:customer|client|patient|tenant|guest|former (?:student|pupil|colleague|patient|client|tenant))$/;
/** Whom teachers, doctors and coaches have in their care. */
const CHARGES = /^(?:pupil|student|patient|child|kid|player|resident|tenant|trainee|apprentice|member|employee|learner)$/;

/** Who belongs to a person by name. */
const FAMILY =
  /^(?:mother|father|mum|mom|dad|brother|sister|son|daughter|husband|wife|grandmother|grandfather|grandma|grandpa|aunt|uncle|guardian)$/i;

/** A child has one of each, and a department one that runs it. */
const PARENT = /^(?:mother|father|mum|mom|dad|manager|director|secretary|leader|captain|coordinator|supervisor|editor|superintendent)$/i;

/**
 * Reads what stands under "your organisation or role"; undefined for what names neither ("retired").
 * A noun for a person makes it a role, with the article it takes; all else is a firm.
 */
export function readAffiliation(typed: string): Standing | undefined {
  const text = spelling(typed)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(LEAD_IN, '')
    .replace(/[,;!]+$/, '');
  if (text === '' || NEITHER.test(text)) return undefined;
  // "ward manager, Leeds General": a post and its house.
  const year = /^(first|second|third|fourth|final|1st|2nd|3rd)[ -]year(?: student)?$/i.exec(text);
  if (year) return { kind: 'role', said: `a ${year[1]?.toLowerCase()}-year student` };
  if (/^[se]?vp\b/i.test(text)) return { kind: 'role', said: text.replace(/^\w+/, (post) => post.toUpperCase()) };
  const apposed = /^([^,]+), (.+)$/.exec(text);
  if (apposed && isPersonNoun(apposed[1]?.split(' ').at(-1) ?? '') && !HEAD_ENDS.test(apposed[1] ?? ''))
    return { kind: 'role', said: roleSaid(apposed[1] ?? '', ` ${jointOf(apposed[1] ?? '', apposed[2] ?? '')} ${apposed[2]}`) };
  const cut = HEAD_ENDS.exec(text)?.index ?? text.length;
  const head = text.slice(0, cut);
  if (isPersonNoun(head.split(' ').at(-1) ?? '')) return { kind: 'role', said: namesInText(textCase(roleSaid(head, text.slice(cut)))) };
  const desk = DESK.exec(text);
  if (desk) return { kind: 'firm', said: `the ${desk[1]?.toLowerCase()} ${desk[2]?.toLowerCase()} ${organisationCase(desk[3] ?? '')}` };
  const part =
    /^(hr|it|pr|purchasing|procurement|finance|engineering|logistics|dispatch|reception|editorial|membership|maintenance|sales|accounts|billing|marketing|admissions|support|legal|payroll|operations|customer service), (.+)$/i.exec(
      text,
    );
  if (part)
    return {
      kind: 'firm',
      said: `${/^\w\w$/.test(part[1] ?? '') ? part[1]?.toUpperCase() : nameCase(part[1]?.toLowerCase() ?? '')} at ${organisationCase(part[2] ?? '')}`,
    };
  return { kind: 'firm', said: organisationCase(text) };
}
