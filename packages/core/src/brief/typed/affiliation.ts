import { CHARGES, FAMILY, OF_YOURS, PARENT } from './belonging.ts';
import { isWord } from './dictionary.ts';
import { CIRCLE, DATED_TAIL, isDescribed, isPlainHouse, PART, partOfHouse, placedHouse, readsAsHouse } from './house.ts';
import { isLowerCase, isShouted, nameCase, textCase } from './letter-case.ts';
import { namesInText } from './names-in-text.ts';
import { neighbour } from './neighbour.ts';
import { HOUSE, organisationCase, withArticle } from './organisation-case.ts';
import { readSomeone } from './person.ts';
import { articleOf, HELD, isAgent, isKin, isPersonNoun, isSinglePost, namesSeveral, namesSomeone, SEVERAL } from './person-nouns.ts';
import { SCHOOL_YEAR, yearSaid } from './school-year.ts';
import { isSpecialty, jointOf, OF_THE_HOUSE } from './seat.ts';
import { spelling } from './spelling.ts';

/** How one is spoken of, typed before what one is; and what stands in brackets behind it. */
const PRONOUNS = /^\s*(?:he|she|they|xe|ze)\/\p{L}+(?:\/\p{L}+)?[,;]?\s*/iu;
const ASIDE = /\s*\([^()]*\)$/;
/** What a caller is: of a firm ("from Harbour Foods") or someone ("a registered nurse", "Lena's mum"). */
export type Standing = { kind: 'firm' | 'role'; said: string };

const LEAD_IN =
  /^(?:i\s+am\s+working\s+as|i['’]?m\s+working\s+as|i\s+am|i['’]?m|i\s+work\s+(?:as|for|at|with)|working\s+(?:as|for|at|with)|from|at|with|as|calling\s+from)\s+/i;
const HEAD_ENDS = /\s(?:at|of|for|in|with|from|on|to|who|and|across|down|up|near|next|over|by|behind|opposite|around|de)\s/i;
const OWNED = /^(?:a|an|the|my|your|our|his|her|their|this|that)\s/i;
/** States that name neither a firm nor a role. */
const NEITHER =
  /^(?:retired|job ?seeker|unemployed|self[ -]?employed|freelance|independent|n\/?a|no(?:ne|where)?|between jobs|job ?hunting|looking(?: for.*)?|currently.*|open to work|home|private|-+)$/i;
const INITIALS =
  /^(?:dj|mc|phd|mba|rn|gp|md|ceo|cfo|coo|cto|cio|cmo|vp|hr|it|pr|pa|ux|ui|bsc|msc|lpn|lvn|cna|cpa|cfa|emt|dds|dvm|lcsw|rgn|hca)$/i;
/** "two", "3 children": how many, and nobody's name. */
const COUNTED = /^(?:\d|two|three|four|five|six|seven|twins|triplets)\b/i;

/** "number 9", "flat 4": where someone lives. */
const PLACE_BY_NUMBER = /^(?:number|no\.?|flat|unit|apartment|room|house|table|desk|lot|plot) \w+$/i;
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
  // "forklift driver with licence".
  if (/^with$/i.test(word) && isLowerCase(place)) return rest;
  return named ? ` ${word.toLowerCase()} ${withArticle(organisationCase(place))}` : rest;
}

/** A role in small letters, initials and the names of persons apart: "Recent Nursing Graduate" is one in its Sunday best, "Eagle Scout candidate" is not. */
function roleCase(head: string): string {
  const words = head.split(' ');
  const sunday = words.every((word) => /^\p{Lu}/u.test(word));
  return words
    .map((word, index) => {
      if (index === 0 && /['’]s?$/.test(word))
        return isKin(word.replace(/['’]s?$/, '')) || /^(?:master|bachelor|children|women|men|doctor)['’]/i.test(word)
          ? word.toLowerCase()
          : nameCase(word);
      if (isLowerCase(word)) return INITIALS.test(word) ? nameCase(word) : word;
      const alone = index === 0 && !/^\p{Lu}/u.test(words[1] ?? '');
      return /^\p{Lu}\p{Ll}+$/u.test(word) && (sunday || alone) ? word.toLowerCase() : word;
    })
    .join(' ');
}

/** "caring for my mother": what one does is neither a firm nor a role. */
const DOES = /^\p{L}+ing (?:(?:after|at|for|on|to|with) )?(?:my|our|his|her|their|your) /iu;

/** Where a child sits, and not who speaks for it. */
const IN_CLASS = /^ (?:in|at) ((?:\d\w*|\p{L}+) (?:grade|class)|(?:year|class|grade|form|room) \w+|\d{1,2}\p{L})$/iu;

/** "a registered nurse", "head of sales", "Lena's mum": with the article it takes. */
function roleSaid(head: string, rest: string): string {
  const noun = head.split(' ').at(-1) ?? '';
  // "Earl Lawson's daughter": a name, and what she is to it.
  const [, owner, kin] =
    /^((?!(?:my|your|our|his|her|their|the|(?:master|bachelor|children|women|men|doctor)['’]s)\b).+['’]s?) ([^'’]+)$/i.exec(head) ?? [];
  // "paper boy's mum": nobody's name.
  if (
    owner &&
    kin &&
    isLowerCase(owner) &&
    owner
      .replace(/['’]s?$/, '')
      .split(' ')
      .every((word) => isWord(word)) &&
    owner.includes(' ')
  )
    return `the ${owner} ${kin}`;
  const [, room = ''] = IN_CLASS.exec(rest) ?? [];
  if (owner && kin && room) return `${roleCase(kin)} of ${nameCase(owner.replace(/['’]s?$/, ''))} in ${room}`;
  if (owner && kin) return `${nameCase(owner)} ${roleCase(kin)}${withPlace(noun, rest)}`;
  const article = OWNED.exec(head)?.[0].trim().toLowerCase();
  const role = roleCase(article ? head.slice(article.length + 1) : head);
  // "mum of tyler year 4": the child, and where it sits.
  const sits = / of (?!year|grade|class|form)\p{L}+ /iu.test(rest) ? SCHOOL_YEAR.exec(rest)?.[0] : undefined;
  if (sits) {
    const whose = roleSaid(head, rest.slice(0, -sits.length).replace(/[, ]+(?:in )?$/, ''));
    return `${whose.replace(/^(.+)['’]s (\p{L}+)$/u, '$2 of $1')} in ${yearSaid(sits)}`;
  }
  const child =
    / of /i.test(rest.slice(0, 4)) && FAMILY.test(noun) && !article
      ? rest.slice(4).replace(/,? (?:in|from|at|room|ward|bed|flat|unit|apt) .*$|, .*$/i, '')
      : '';
  // "daughter of your patient Yvette Gagnon": whose she is comes before the name.
  if (/^(?:your|my|our) .*\p{Lu}/u.test(child)) return `the ${role} of ${readSomeone(child)}`;
  // "mom of luca" and "daughter of Mr Lim" are Luca's mom and Mr Lim's daughter; a mother of two stays one.
  if (/^(?:mr|mrs|ms|miss|dr)\.? \p{L}/iu.test(child)) return `${nameCase(child)}'s ${role}`;
  if (child !== '' && (/^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}’'-]+)+$/u.test(child) || namesInText(child.toLowerCase()) !== child.toLowerCase()))
    return `${nameCase(child)}'s ${role}`;
  // "parent of class 8B student".
  if (/^ of (?:(?:year|class|grade) \S+ )?\p{Ll}+$/iu.test(rest) && CHARGES.test(rest.split(' ').at(-1) ?? ''))
    return roleSaid(head, ` of ${articleOf(rest.slice(4))} ${rest.slice(4)}`);
  const charge = /^ of (?:an?|one of (?:your|the)|your) ([\w-]+?)s?$/i.exec(rest)?.[1]?.toLowerCase();
  // "parent of a pupil": of the one the listener has to do with.
  if (charge && isKin(noun === 'parent' ? 'mother' : noun) && CHARGES.test(charge))
    return `the ${role} of one of your ${charge === 'child' ? 'children' : `${charge}s`}`;
  const whole = role + withPlace(noun, rest);
  if (article)
    return /^(?:an?|the)$/.test(article) && !/\s(?:of|in|at|for)\s/i.test(rest) ? `${articleOf(whole)} ${whole}` : `${article} ${whole}`;
  if (!article && rest === '' && OF_YOURS.test(role)) return `${articleOf(role)} ${role} of yours`;
  if (!article && /^(?:(?:upstairs|downstairs|next-door|back|front|new|old|other) )?neighbou?r$/.test(role)) return `your ${whole}`;
  if (namesSeveral(noun)) return /^neighbou?rs$/.test(noun) ? `your ${whole}` : whole;
  // The treasurer of what is known to whom it is said.
  if (rest === '' && (isSinglePost(role) || (isSinglePost(noun) && !/founder$/.test(noun) && / /.test(role)))) return `the ${role}`;
  if (rest === '' && / owner$/.test(role)) return `${articleOf(role)} ${role}`;
  const bare =
    !(isKin(noun) && COUNTED.test(rest.slice(4))) &&
    (isSinglePost(noun) ||
      OF_THE_HOUSE.test(noun) ||
      /^(?!(?:master|bachelor|children|women|men|doctor)['’])\S+['’]s?\s/.test(role) ||
      (/^ of /i.test(rest) && PARENT.test(noun)));
  return bare ? whole : `${articleOf(whole)} ${whole}`;
}

/** "Nail tech", "Chef de partie": a capital that the keyboard put there. */
const isSentenceCase = (text: string) => /^\p{Lu}\p{Ll}+(?: [\p{Ll}\d'’&-]+)*$/u.test(text);

/** What someone is, with where they are so by number: "tenant flat 4b" lives in it, "translator EN-UA" says enough without. */
function roleWithTail(text: string): string | undefined {
  const words = text.split(' ');
  const noun = words.findIndex((word, index) => index < words.length - 1 && (namesSomeone(word) || namesSeveral(word)));
  const [head, tail] = [words.slice(0, noun + 1).join(' '), words.slice(noun + 1).join(' ')];
  if (noun < 0 || HEAD_ENDS.test(head)) return undefined;
  // "scoutmaster troop 212".
  if (/^(?:troop|pack|den|local|lodge|squad|post|route) \w+$/i.test(tail)) return roleSaid(head, ` of ${nameCase(tail)}`);
  if (PLACE_BY_NUMBER.test(tail))
    return roleSaid(head, ` ${/^(?:flat|unit|apartment|room)/i.test(tail) ? 'in' : 'at'} ${tail.toLowerCase()}`);
  if (/^\d+\+? years?$/i.test(tail)) return roleSaid(head, ` of ${tail}`);
  return /^[(\p{Lu}\d][\p{Lu}\d/()-]*$/u.test(tail) ? roleSaid(head, '') : undefined;
}

/** Years, languages and the like. */
const NO_HOUSE =
  /^(?:\d+\+? ?(?:years?|yrs?)|(?:over|almost|about|nearly|was|were|has|had|used to) |[a-z ]* (?:certified|trained|qualified|licensed|insured|educated)$|experienced|qualified|licensed|certified|insured|part[ -]time|full[ -]time|freelance|retired|(?:English|German|French|Spanish|Dutch|Italian|Polish|Portuguese|Russian|Ukrainian|Arabic|Hindi|Urdu|Mandarin|Chinese|Japanese|Korean|Turkish|Greek|Welsh|Irish)\b)/i;

/** "apt 3c": where one lives. */
const DOOR = /^(apt\.?|apartment|flat|unit|room) (\d\w*)$/i;

/** Where one does what one is by: "canteen convenor at Bayview Public". */
const STANDS_AT = /^ (?:at|for|of) /i;

/** A post and its house, a year at school, a rank: what says by its form that it is a role. */
function roleByForm(text: string): string | undefined {
  const [, door = '', which = ''] = DOOR.exec(text) ?? [];
  if (door) return `in ${/^apt/i.test(door) ? 'apartment' : door.toLowerCase()} ${which.toUpperCase()}`;
  const year =
    /^(first|second|third|fourth|final|1st|2nd|3rd|last)[ -]year(?: (b\.?\s?tech|m\.?\s?tech|mba|bsc|msc|ba|ma|phd|law|medical|nursing|[\p{L}]+ing))?(?: student)?$/iu.exec(
      text,
    );
  if (year) return `a ${year[1]?.toLowerCase()}-year ${year[2] ? `${year[2]} ` : ''}student`;
  const schoolYear = SCHOOL_YEAR.exec(text)?.[0];
  if (schoolYear === text) return `a student in ${yearSaid(text)}`;
  if (/^[se]?vp\b/i.test(text)) return text.replace(/^\w+/, (post) => post.toUpperCase());
  const apposed = /^([^,]+), (.+)$/.exec(text);
  const [, post = '', place = ''] = apposed ?? [];
  // "welder, 12 years", "translator, German and Dutch": what else one could say of it, and no house.
  if (apposed && NO_HOUSE.test(place) && namesSomeone(post.split(' ').at(-1) ?? '')) return roleSaid(post, '');
  const seated = apposed && seatedRole(post, place);
  if (seated) return seated;
  // "Cave Bertrand, wine merchant": the house first.
  if (
    apposed &&
    /^\p{Lu}/u.test(post) &&
    !namesSomeone(post.split(' ').at(-1) ?? '') &&
    isLowerCase(place) &&
    namesSomeone(place.split(' ').at(-1) ?? '')
  )
    return undefined;
  if (apposed && namesSomeone(post.split(' ').at(-1) ?? '') && !HEAD_ENDS.test(post) && isSpecialty(post, place))
    return `${roleSaid(post, '')}, ${place}`;
  if (apposed && namesSomeone(post.split(' ').at(-1) ?? '') && !HEAD_ENDS.test(post))
    return roleSaid(post, ` ${jointOf(post, place)} ${place}`);
  const cut = HEAD_ENDS.exec(text)?.index ?? text.length;
  const head = text.slice(0, cut);
  const noun = head.split(' ').at(-1) ?? '';
  const named = head.includes(' ') && /^\p{Lu}/u.test(noun) && !isPersonNoun(noun);
  const trade = !text.includes(' ') && isLowerCase(text) && !isWord(text) && /(?:er|or|ist|ian|eer)$/.test(text) && !HOUSE.test(text);
  const several = SEVERAL.test(noun) && (isLowerCase(head) || isSentenceCase(head));
  const is =
    (namesSomeone(noun) && !named) ||
    trade ||
    (isAgent(noun) && STANDS_AT.test(text.slice(cut)) && (isLowerCase(head) || isSentenceCase(head)));
  if (!is && !several) return roleWithTail(text);
  const role = namesInText(textCase(roleSaid(head, text.slice(cut))));
  // "foster carer": nobody's name.
  return isLowerCase(head) && !/['’]/.test(head) ? role.replace(namesInText(textCase(head)), textCase(head)) : role;
}

/** "head of admissions, university of Exeter", "student in biology, UC Davis", "refugee from Kharkiv, accountant", and "Gulf Marine, procurement manager". */
function seatedRole(first: string, second: string): string | undefined {
  const [cut, last] = [HEAD_ENDS.exec(first)?.index ?? first.length, (text: string) => text.split(' ').at(-1) ?? ''];
  const noun = last(first.slice(0, cut));
  const isRole = namesSomeone(noun) && !isKin(noun);
  const said = () => roleSaid(first.slice(0, cut), first.slice(cut));
  if (isRole && cut < first.length && !/ (?:at|for|with) /i.test(first)) {
    if (isLowerCase(second) && !HOUSE.test(second) && namesSomeone(last(second))) return `${said()} and ${roleSaid(second, '')}`;
    if (HOUSE.test(second) || /^\p{Lu}{2}/u.test(second)) return `${said()} at ${withArticle(organisationCase(second))}`;
  }
  if (!namesSomeone(last(first)) && /^\p{Lu}/u.test(first) && isLowerCase(second) && HELD.test(second) && !HEAD_ENDS.test(second))
    return `${roleSaid(second, '')} at ${withArticle(organisationCase(first))}`;
  return undefined;
}

/**
 * Reads what stands under "your organisation or role"; undefined for what names neither ("retired") and for what could be either.
 * A noun for a person makes it a role, with the article it takes; words of houses, names and capitals make it a firm.
 */
export function readAffiliation(typed: string): Standing | undefined {
  const tidy = spelling(typed.replace(PRONOUNS, ''))
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ @ ?/g, ' at ')
    .replace(/\s+[-–—|]\s+/g, ', ')
    .replace(ASIDE, '')
    .replace(DATED_TAIL, '')
    .replace(/\bu(?=\d{1,2}s?\b)/g, 'U')
    .replace(/^hod(?: of)?,? .*$/i, (post) => `head of ${(isShouted(post) ? post.toLowerCase() : post).replace(/^hod(?: of)?,? /i, '')}`);
  const text = tidy.replace(LEAD_IN, '').replace(/[,;!.]+$/, (end) => (/\.\p{L}+\.$/u.test(tidy) ? end : ''));
  // "they run the food bank" names no house.
  if (/\b(?:they|we|i|he|she) \p{Ll}/iu.test(text) || DOES.test(text) || /^\p{L}+[- ]in[- ]law$/iu.test(text)) return undefined;
  // "Grandma": whose?
  if (
    text === '' ||
    NEITHER.test(text) ||
    (FAMILY.test(text) &&
      /^grand|^(?:mother|father|mum|mom|dad|son|daughter|wife|husband|brother|sister|aunt|uncle|niece|nephew)$/i.test(text))
  )
    return undefined;
  const next = neighbour(text);
  if (next) return { kind: 'role', said: next };
  // "University of Exeter, head of admissions": the post comes first.
  const [, seat = '', post = ''] = /^([^,]+), (\p{Ll}[\p{L} ]* (?:of|for) \p{L}[\p{L} ]*)$/u.exec(text) ?? [];
  if (
    seat &&
    HOUSE.test(seat) &&
    namesSomeone(
      post
        .split(/ (?:of|for) /)[0]
        ?.split(' ')
        .at(-1) ?? '',
    )
  )
    return {
      kind: 'role',
      said: `${roleSaid(post.split(/ (?=(?:of|for) )/)[0] ?? '', ` ${post.split(/ (?=(?:of|for) )/)[1] ?? ''}`)} at ${withArticle(organisationCase(seat))}`,
    };
  const role = roleByForm(isShouted(text) && !INITIALS.test(text) ? text.toLowerCase() : text);
  if (role) return { kind: 'role', said: role };
  // "Cave Bertrand, wine merchant": the house, and its trade.
  const [, house = '', trade = ''] = /^(\p{Lu}[^,]+), (\p{Ll}[\p{L} ]+)$/u.exec(text) ?? [];
  if (house && namesSomeone(trade.split(' ').at(-1) ?? '')) return { kind: 'firm', said: organisationCase(house) };
  // "mums group", "quilting circle": one that both know.
  if (isLowerCase(text) && CIRCLE.test(text) && !/^(?:the|my|our|a|an) /.test(text)) return { kind: 'firm', said: `the ${text}` };
  const placed = placedHouse(text);
  if (placed) return { kind: 'firm', said: placed };
  // "removals, Two Men & a Van": the house by its name.
  const [, named = ''] = /^\p{Ll}[\p{L} ]{2,24}, (\p{Lu}.+)$/u.exec(text) ?? [];
  if (named && !PART.test(text)) return { kind: 'firm', said: organisationCase(named) };
  const [, crew = ''] = /^(\p{L}+) staff$/iu.exec(text) ?? [];
  if (crew) return { kind: 'role', said: `a member of the ${crew.toLowerCase()} staff` };
  const part = partOfHouse(text);
  if (part) return { kind: 'firm', said: part };
  if (/^(?:calling |i work |working )?(?:from|at|for) /i.test(tidy) || readsAsHouse(isSentenceCase(text) ? text.toLowerCase() : text))
    return {
      kind: 'firm',
      said:
        (isDescribed(text) || isPlainHouse(text)) && !/s$|^(?:an?|the|my|our|your) | (?:at|of|in|for|with|from|on) /.test(text)
          ? `the ${text}`
          : organisationCase(text),
    };
  return /^an? /i.test(text) ? { kind: 'role', said: roleSaid(text, '') } : undefined;
}
