/** Words of legal form that end a company's name and say nothing about which company it is. */
const LEGAL_FORMS = new Set(
  `inc incorporated ltd limited llc llp lp plc gmbh mbh ag kg kgaa ug ev se sa sas sarl sarlu srl spa bv nv oy oyj ab as aps asa
  pty pte pvt private co corp corporation company kk doo sro zoo cic cio lda ltda sl slu`.split(/\s+/),
);

/** What people write where an employer should stand: shared by thousands who share nothing. */
const NO_ORGANISATION = new Set(
  (
    'self employed,selfemployed,self,freelance,freelancer,freelance consultant,independent,independent consultant,consultant,contractor,retired,' +
    'unemployed,student,n a,na,none,unknown,various,various companies,confidential,stealth,stealth startup,stealth mode startup,stealth mode,' +
    'private,home,homemaker,career break,parental leave,looking for work,open to work,available,currently seeking,company,my own business'
  ).split(','),
);

/**
 * Names for which "University of X" and "X University" are, or may be, two schools.
 * Published lists of universities hold both; the caller settles it with an alias or a place.
 */
const TWO_UNIVERSITIES = new Set([
  ...`york washington miami newcastle lincoln victoria manchester rochester suffolk richmond pacific cumberland cumberlands boston columbia
  indiana northampton dallas houston charleston phoenix concordia trinity oxford georgia texas kansas pennsylvania california maryland
  michigan arizona florida ohio oregon utah colorado alabama mississippi missouri lancaster valley union central chester canterbury
  international national american`.split(/\s+/),
  'saint thomas',
  'saint mary',
  'saint francis',
  'saint joseph',
]);

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;
const ASCII = /^[\x20-\x7e]*$/;
const MARKS = /\p{M}+/gu;

/** Lower case without accents, punctuation and runs of blanks; "&" is "and". */
export function fold(text: string): string {
  // Plain letters, by far the most, have no accents to take apart.
  if (PLAIN.test(text)) return text.toLowerCase();
  const bare = ASCII.test(text) ? text : text.normalize('NFKD').replace(MARKS, '');
  return bare
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['\u2019.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function withoutLegalForms(words: string[]): string[] {
  let end = words.length;
  while (end > 1 && LEGAL_FORMS.has(words[end - 1] ?? '')) {
    end -= 1;
    // "GmbH & Co. KG": the joint between two forms goes with them.
    if (end > 1 && words[end - 1] === 'and' && end < words.length) end -= 1;
  }
  return words.slice(0, end);
}

function asUniversity(words: string[]): string[] {
  const spelled = words.map((word) => (word === 'univ' || word === 'uni' ? 'university' : word === 'st' ? 'saint' : word));
  if (!spelled.includes('university')) return spelled;
  const of = spelled[0] === 'university' && spelled[1] === 'of' ? spelled.slice(spelled[2] === 'the' ? 3 : 2) : undefined;
  const plain = spelled.at(-1) === 'university' ? spelled.slice(0, -1) : undefined;
  const place = (of ?? plain)?.join(' ');
  if (!place || TWO_UNIVERSITIES.has(place)) return spelled;
  return ['university', place];
}

/** An organisation's name in the form in which two spellings of it are equal. */
export interface OrganisationKey {
  /** Empty when it names no organisation ("Self-employed"). */
  key: string;
  /** The initials given in brackets, when they are those of the name: "(MIT)". */
  initials?: string;
  /** What stands in brackets otherwise: a place or a branch. */
  branch?: string;
}

/**
 * Normalises an organisation's name: accents, case, punctuation, "The", legal forms, "&", "Univ.", and
 * "University of X" against "X University" where only one such school is known. Renamed schools and
 * abbreviations stay apart: only an alias of the person's own joins them.
 */
export function organisationKey(name: string): OrganisationKey {
  const bracket = /\(([^()]{1,60})\)/.exec(name)?.[1];
  let words = fold(name.replace(/\([^()]*\)/g, ' '))
    .split(' ')
    .filter(Boolean);
  if (words[0] === 'the' && words.length > 1) words = words.slice(1);
  const key = asUniversity(withoutLegalForms(words)).join(' ');
  if (NO_ORGANISATION.has(key) || NO_ORGANISATION.has(words.join(' '))) return { key: '' };
  if (!bracket) return { key };
  const initials = words.filter((word) => !['of', 'the', 'and', 'for'].includes(word)).map((word) => word[0]);
  const inside = fold(bracket);
  return inside === initials.join('') ? { key, initials: inside } : { key, branch: inside };
}

/** A place as written on two forms: "Leeds, UK", "Greater Leeds Area" and "leeds" are equal. */
export function cityKey(place: string): string {
  return fold(place.split(',')[0] ?? '')
    .replace(/\b(?:greater|metropolitan|metro|area|city of|region)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The registrable-looking end of a web or e-mail address: "mail.harbour.example" and "www.harbour.example" share "harbour.example". */
export function domainOf(address: string): string | undefined {
  const host = address
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/[/?#:].*$/, '');
  const labels = host.split('.').filter(Boolean);
  if (labels.length < 2) return undefined;
  // "co.uk", "com.au": the second label is a category when it is short and the last one a country.
  const deep = (labels.at(-1)?.length ?? 0) === 2 && ['co', 'com', 'org', 'net', 'ac', 'edu', 'gov', 'ltd'].includes(labels.at(-2) ?? '');
  return labels.slice(deep ? -3 : -2).join('.');
}

/** Mail hosts that anybody uses: an address there says nothing about an employer. */
const ANYBODYS_MAIL = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com msn.com yahoo.com yahoo.co.uk ymail.com icloud.com me.com mac.com
  aol.com proton.me protonmail.com pm.me gmx.com gmx.de gmx.net web.de mail.com zoho.com fastmail.com hey.com btinternet.com
  comcast.net verizon.net att.net sbcglobal.net rediffmail.com bigpond.com xtra.co.nz eircom.net linkedin.com facebook.com`.split(/\s+/),
);

/** The employer's domain of an e-mail address; undefined for mail hosts that anybody uses. */
export function employerDomain(email: string): string | undefined {
  const domain = domainOf(email);
  return domain && !ANYBODYS_MAIL.has(domain) ? domain : undefined;
}
