import { isFirstName, isLastName, isNoun, isWord } from './dictionary.ts';
import { isLowerCase, nameCase } from './letter-case.ts';
import { HOUSE, organisationCase } from './organisation-case.ts';
import { isKin, isPersonNoun, namesSomeone } from './person-nouns.ts';
import { BEFORE_RANK, isRank, readTitle, WITH_FIRST_NAME, withoutDot } from './titles.ts';

/** "bride to be Anna". */
const TO_BE = /^.*\b\p{L}+[ -]to[ -]be (?=\p{L})/iu;

/** "the board president, Mrs. Kim": the post before who holds it. */
const POST_BEFORE = /^(?:[Tt]he|[Oo]ur|[Yy]our|[Mm]y|\p{Ll}+) [\p{L} ]+, (?=(?:[Mm](?:r|rs|s|iss|x)|[Dd]r|[Pp]rof)\.? \p{L})/u;

/** A person's name as it was typed, read. */
export interface PersonName {
  /** As it is said: "Mr", "Ms.", "Professor". */
  title?: string;
  /** Without the title: "Martin Oyelaran", "Alvarez"; empty for a title alone. */
  name: string;
}

/** Reads "mr oyelaran", "Dr. maria van der berg", "PROFESSOR NAKAMURA", "o'brien, pat". */
export function readName(given: string): PersonName {
  // "TOM" is Tom, "HOA" is not.
  const typed = given
    .replace(TO_BE, '')
    .replace(POST_BEFORE, '')
    .replace(ASIDE, '')
    .replace(POST_NOMINALS, '')
    .replace(
      /^((?:mr|mrs|ms|miss|dr|prof)\.? \p{L}[\p{L}’'-]+) (?:at|from|in|of|upstairs|downstairs|next door|across|opposite)\b.*$/iu,
      '$1',
    )
    .replace(/ & /g, ' and ')
    .replace(/^\P{Ll}+$/u, (shouted) => (/ /.test(shouted) && /\p{Lu}{2}.*\p{Lu}{3}/u.test(shouted) ? shouted.toLowerCase() : shouted))
    .replace(/^\p{Lu}{3}$/u, (word) => (isFirstName(word) ? word.toLowerCase() : word));
  const turned = /^([^,]+), ([^,]+)$/.exec(typed.trim().replace(/\s+/g, ' '));
  // "Oyelaran, Martin"; but "Nora Castell, PhD" keeps its letters to itself.
  const swapped = turned && !/\s/.test(turned[1] ?? '') && !/^(?:\p{Lu}\.?){2,}$|^[Pp]h\.?[Dd]|^[JjSs]r\.?$/u.test(turned[2] ?? '');
  // "Elena Quist, MD" is spoken to as a doctor.
  const doctor = !swapped && DOCTOR_AFTER.test(typed.trim());
  const plain = swapped ? `${turned[2]} ${turned[1]}` : typed.trim().replace(DOCTOR_AFTER, '').replace(/\s+/g, ' ').replace(/,.*$/, '');
  const couple = /^(mr|dr|rev|reverend)\.? (?:and|&) (mrs|ms|dr|mr)\.? (.+)$/i.exec(plain);
  if (couple) return { title: `${readTitle(couple[1] ?? '')} and ${readTitle(couple[2] ?? '')}`, name: nameCase(couple[3] ?? '') };
  const named = withoutRelation(plain) ?? withoutTrade(plain) ?? namedAfterPost(plain) ?? namedBeforePlace(plain);
  if (named) return readName(named);
  const [first = '', ...rest] = plain.split(' ');
  const title =
    rest.length > 0
      ? (readTitle(first) ??
        (/^\p{Lu}\p{Ll}{1,5}\.$/u.test(first) ? first : undefined) ??
        (OFFICE.test(first) || isOwnTitle(first, rest) ? nameCase(first) : undefined))
      : undefined;
  if (title) {
    const inner = readName(rest.join(' '));
    const [outer, own] = [title, inner.title].map((one) => one && withoutDot(one));
    const isHigher = own !== undefined && !BEFORE_RANK.has(own) && (BEFORE_RANK.has(outer ?? '') || own === 'Professor');
    return { title: isHigher && inner.title ? inner.title : title, name: inner.name };
  }
  const titled = titleAfterPost(plain);
  if (titled) return readName(titled);
  return {
    ...(doctor ? { title: 'Dr' } : {}),
    name: nameCase(plain).replace(/ (?:Sir|Madam|Ma['’]?am|Ji)$/, (honour) => honour.toLowerCase()),
  };
}

/** "(ret.)", "(she/her)": said of oneself in writing. */
const ASIDE = /\s*\((?:ret(?:\.|ired|d\.?)?|(?:he|she|they)\/\p{L}+(?:\/\p{L}+)?)\)/giu;

/** "Junior Engineer Shri Yadav": the title and the name after a post; undefined where there is none. */
function titleAfterPost(plain: string): string | undefined {
  const words = plain.split(' ');
  const at = words.findIndex((word, index) => index > 0 && index < words.length - 1 && readTitle(word) !== undefined);
  const post = words.slice(0, Math.max(0, at));
  const isPostThere =
    post.every((word) => isWord(word) || isPersonNoun(word) || namesSomeone(word)) &&
    (namesSomeone(post.at(-1) ?? '') || !isFirstName(post[0] ?? ''));
  return at > 0 && isPostThere ? words.slice(at).join(' ') : undefined;
}

/** "VP of Ops Karen Li": the name after a post and its department; undefined where there is none. */
function namedAfterPost(plain: string): string | undefined {
  const [, post = '', name = ''] = /^(.+? of .+) (\p{Lu}\p{Ll}+ \p{Lu}[\p{L}’'-]+)$/u.exec(plain) ?? [];
  const [first = ''] = name.split(' ');
  const isName = isFirstName(first) && !isWord(first);
  return isName && !readTitle(plain.split(' ')[0] ?? '') && namesSomeone(post.split(' of ')[0]?.split(' ').at(-1) ?? '') ? name : undefined;
}

/** "Sandy at the front desk", "our Kevin": a first name with where they are, or whose. */
function namedBeforePlace(plain: string): string | undefined {
  const [, name = ''] =
    /^(\p{Lu}\p{Ll}+) (?:at|in|from|on) (?:the|your|our) /u.exec(plain) ?? /^(?:our|wee) (\p{Lu}\p{Ll}+)$/iu.exec(plain) ?? [];
  return isFirstName(name) && (!isWord(name) || /^\p{Lu}/u.test(name)) ? name : undefined;
}

/** Letters after a name that nobody is called by. */
const POST_NOMINALS = /,? (?:QC|KC|MP|OBE|MBE|CBE|Esq\.?|RN|CPA)$/;
/** Degrees after a name, and a trade in brackets, by which a doctor is known. */
const DOCTOR_AFTER =
  /(?:, *|\s+\(?)(?:m\.?d\.?|d\.?o\.?|ph\.?d\.?|d\.?d\.?s\.?|d\.?v\.?m\.?|mbbs|mrcgp|frcs|gp|physician|surgeon|doctor|paediatrician|pediatrician|cardiologist|dermatologist|psychiatrist)\)?$/i;

/** Offices that are titles, and end as many do: "Councilwoman Reyes". */
const OFFICE =
  /^(?:council|congress|alder|assembly|select)(?:m[ae]n|wom[ae]n|person|member)$|^(?:vicar|councilor|cllr\.?|canon|abbot|matron|headteacher|headmistress)$/i;

/** "Farmer Dodd": a post in capitals before a family name. */
const isOwnTitle = (first: string, rest: readonly string[]): boolean =>
  rest.length === 1 &&
  /^\p{Lu}\p{Ll}/u.test(first) &&
  /^\p{Lu}/u.test(rest[0] ?? '') &&
  isWord(first) &&
  namesSomeone(first) &&
  !isFirstName(first) &&
  !isFirstName(rest[0] ?? '') &&
  !isWord(rest[0] ?? '');

/** "landlord Steve", "Painter Joe": nobody is spoken to by a trade. */
function withoutTrade(plain: string): string | undefined {
  const [first = '', ...rest] = plain.split(' ');
  // "Wedding planner Suzanne".
  const last = rest.at(-1) ?? '';
  if (
    rest.length > 1 &&
    namesSomeone(rest.at(-2) ?? '') &&
    [first, ...rest.slice(0, -1)].every((word) => isWord(word)) &&
    !isWord(last) &&
    !readTitle(first)
  )
    return last;
  // "Farmer Dodd", "Ranger Diaz": before a family name it is a title.
  if (/^\p{Lu}\p{Ll}/u.test(first) && /^\p{Lu}/u.test(last) && rest.length === 1 && !isFirstName(last) && !isWord(last)) return undefined;
  const trade = rest.length > 0 && namesSomeone(first) && !readTitle(first) && !OFFICE.test(first) && isWord(first);
  return trade && !rest.some((word) => isWord(word)) ? rest.join(' ') : undefined;
}

/** "alum Pat Ray", "my old boss Jim": the name after a relation in small letters; undefined where there is none. */
function withoutRelation(plain: string): string | undefined {
  const words = plain.split(' ');
  const owned = DETERMINER.test(plain);
  const noun = words.findLastIndex((word) => isLowerCase(word) && isPersonNoun(word) && (owned || !readTitle(word)));
  const rest = words.slice(noun + 1).join(' ');
  if (noun < 0 || rest === '' || !isLowerCase(words.slice(0, noun + 1).join(' '))) return undefined;
  const named = owned
    ? !/^(?:at|of|from|in|for|who|with|and|about|on|by|near|down|up|next|behind|opposite|over|under)\b/i.test(rest)
    : /^\p{Lu}/u.test(rest);
  return named ? rest : undefined;
}

/** How someone is spoken to. */
export interface Address {
  /** Where both go by titles: "Mr Oyelaran"; the first name where no title is known, for nobody is spoken to by a full one. */
  formal: string;
  /** Between equals: "Martin"; with the title where one was given and the tone does not put it aside. */
  plain: string;
  casual: string;
}

/** The forms of address that a name allows. */
export function addressOf({ title, name }: PersonName): Address {
  const words = name.split(' ');
  // "Ed and Lou".
  const given = givenName(name, words);
  if (!title) return { formal: given, plain: given, casual: given };
  const family = WITH_FIRST_NAME.has(withoutDot(title)) ? given : familyName(words);
  const titled = `${title} ${family}`;
  return { formal: titled, plain: titled, casual: words.length > 1 && !isRank(title) ? given : titled };
}

/** By what someone is called to their face: "Martin"; "Ed and Lou" of a couple; "Big Mike", "Rohit sir" whole. */
function givenName(name: string, words: readonly string[]): string {
  const [first = name, second = ''] = words;
  if (words.includes('and')) {
    const pair = name.split(' and ').map((one) => one.split(' '));
    return pair.every(([one = '']) => isFirstName(one)) ? pair.map(([one]) => one).join(' and ') : name;
  }
  if (HONOURS.test(words.at(-1) ?? '')) return words.length > 2 ? `${first} ${words.at(-1)}` : name;
  return words.length === 2 && isWord(first) && isFirstName(second) && !isWord(second) ? name : first;
}
/** What stands behind a name out of respect. */
const HONOURS = /^(?:ji|sir|madam|ma['’]?am|bhai|didi|saab|sahib|san)$/i;

/** "van der Berg" of "Maria van der Berg": the particles go with the family. */
function familyName(words: readonly string[]): string {
  let from = words.length - 1;
  while (from > 1 && /^\p{Ll}/u.test(words[from - 1] ?? '')) from -= 1;
  // "Mrs van der Merwe": the particle that comes first is of the family too, whatever its letters.
  const [first = ''] = words;
  return from === 1 && PARTICLE.test(first) ? [first.toLowerCase(), ...words.slice(1)].join(' ') : words.slice(from).join(' ');
}

const PARTICLE = /^(?:van|von|vom|zu|de|del|della|dos|du|den|ten|ter|la|le)$/i;

const DETERMINER = /^(?:my|your|our|his|her|their|the|a|an)\b/i;
const PLACE = /^(.+?) (at|from|with|of|in) (.+)$/i;

/** Someone else as a sentence names them: "my friend Ana", "Dr Chen", "Dana from accounts", "your neighbour". */
export function readSomeone(typed: string): string {
  const text = typed.trim().replace(/\s+/g, ' ');
  // "reception", "any nurse": nobody's name.
  if (
    /^any(?:one|body)? |^(?:any|some|every)(?:one|body)$|^whoever /i.test(text) ||
    (isLowerCase(text) && /^(?:reception|accounts|the office|front desk|switchboard|admissions|dispatch)$/.test(text))
  )
    return text
      .replace(/^(?:Any|Some|Every|Who)/, (word) => word.toLowerCase())
      .replace(/^front/, 'the front')
      .replace(/^(switchboard)/, 'the $1');
  // "my uncle Reggie who works there": what is told of him is no name.
  const [, named = '', told = ''] = /^(.+?),? ((?:who|whose) .+)$/i.exec(text) ?? [];
  if (named !== '') return `${readSomeone(named)}, ${told}`;
  const placed = PLACE.exec(text);
  if (placed && !readTitle(placed[1] ?? '')) {
    const [, who = '', word = '', where = ''] = placed;
    const place = /^(?:at|with)$/i.test(word) && !DETERMINER.test(where) ? organisationCase(where) : where;
    return `${readSomeone(who)} ${word.toLowerCase()} ${place}`;
  }
  const words = text.split(' ');
  const noun = words.findLastIndex((word) => isPersonNoun(word));
  // "my friend ana": after the last noun for a person comes the name.
  const owned = noun > 0 && DETERMINER.test(words[0] ?? '');
  if (noun >= 0 && (noun > 0 || words.length === 1) && (owned || !readTitle(words[noun] ?? ''))) {
    const described = words.slice(0, noun + 1).join(' ');
    const name = words.slice(noun + 1).join(' ');
    const lowered = described.replace(DETERMINER, (word) => word.toLowerCase());
    return name ? `${lowered} ${nameCase(name)}` : lowered;
  }
  if (DETERMINER.test(text)) return text.replace(DETERMINER, (word) => word.toLowerCase());
  const { title, name } = readName(text);
  return title ? `${title} ${name}` : name;
}

/** A post in the place of a name: "the hiring manager", "committee", "Dr Ahmed's surgery"; a grandmother goes by what she is. */
export const isPost = (typed: string): boolean => {
  const plain = typed
    .replace(TO_BE, '')
    .replace(POST_BEFORE, '')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\bdept\b\.?/i, 'department')
    .replace(/\bmgr\b\.?/i, 'manager')
    .replace(/\bmgmt\b\.?/i, 'management');
  if (withoutRelation(plain) ?? withoutTrade(plain) ?? namedAfterPost(plain) ?? namedBeforePlace(plain)) return false;
  // "site manager at Docklands".
  const [, seat = ''] = PLACE.exec(plain) ?? [];
  const [head = ''] = seat.split(' ');
  if (seat !== '' && !DETERMINER.test(plain) && !readTitle(head) && !isFirstName(head)) {
    if (namesSomeone(seat.split(' ').at(-1) ?? '') || (isLowerCase(seat) && isWord(head) && !isFirstName(head))) return true;
  }
  const words = plain.split(' ');
  const [first = ''] = words;
  // "lady who left her handbag", "owner of the blue Civic": told apart by what they did.
  if (/ (?:who|that|whose|of the|with the|at the) /i.test(plain)) return true;
  if (isKin(first) && /^\S+ of /i.test(plain)) return true;
  if (isDescription(plain) || (/^\p{Lu}{3,5}$/u.test(plain) && !isFirstName(plain))) return true;
  if (words.length === 1)
    return (
      (isWord(first) || isPersonNoun(first) || HOUSE.test(first)) &&
      (isKin(first) ? isLowerCase(first) && STRANGERS.test(first) : !CALLED_SO.test(first))
    );
  // "Dr Ahmed's surgery", "Judge Whitaker's clerk".
  if (/['’]s? \p{Ll}/u.test(plain)) return true;
  // "chief engineer" is a post, "Chief Nwosu" someone.
  if (/^chief$/i.test(first) && words.slice(1).every((word) => isWord(word) && namesSomeone(word))) return true;
  if (readTitle(first) || OFFICE.test(first)) return false;
  if (isLowerCase(plain) && isWord(first) && !isFirstName(first) && !isKin(first)) return true;
  // "environmental health", "Ivy Rooftop": a thing at the end of it, which is nobody's family name.
  const last = words.at(-1) ?? '';
  if (
    words.length > 1 &&
    !/ (?:and|in|at|of|on|from|the|with|by) /i.test(plain) &&
    isNoun(last) &&
    isWord(last) &&
    !isLastName(last) &&
    !namesSomeone(last)
  )
    return true;
  if (POST_ENDS.test(plain) || (HOUSE.test(plain) && !isFirstName(first))) return true;
  return (
    words
      .filter((word) => /^\p{L}/u.test(word))
      .every((word) => isWord(word) || isPersonNoun(word) || /^\p{Lu}{2,4}$/u.test(word) || HOUSE.test(word)) ||
    /^(?:head|director|manager|owner|editor) of /i.test(plain)
  );
};
/** What people are called by to their faces without a name. */
const CALLED_SO =
  /^(?:coach|doctor|doc|nurse|father|mother|sister|brother|pastor|rabbi|reverend|imam|chef|boss|sir|madam|captain|professor|vicar|uncle|auntie|teacher)$/i;
/** What ends a post however it begins: "art director". */
const POST_ENDS =
  /\b(?:manager|team|department|desk|office|committee|recruiter|director|owner|secretary|rep|clerk|coordinator|supervisor|editor|counter|studio|bureau|cent(?:re|er)|reception|services?|support|union|council|association|management|teacher)$/i;
/** Relations by which nobody is called. */
const STRANGERS = /^(?:customer|client|guest|guardian|colleague|neighbou?r|carer|caregiver)$/;

/** Whether a name is a relation or a post and no name: "my husband", "the front desk". */
export const isDescription = (name: string): boolean => DETERMINER.test(name);

/** Whether only the place is known: it stands where the name would, for whoever answers there. */
export const isPlaceOnly = ({ name, organisation }: { name: string; organisation?: string }): boolean => name === organisation;
