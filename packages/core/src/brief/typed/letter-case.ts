import { spelling } from './spelling.ts';

/** Words that stay small inside a name: particles of families and the joints of firms. */
const SMALL_INSIDE = new Set(
  'a af al an and at av bin by da de del della den der di do dos du e el for from ibn in la le of on or te ten ter the to und van von with y zu'.split(
    ' ',
  ),
);
/** Abbreviations of degrees, posts and forms, as they are written. */
const AS_WRITTEN: ReadonlyMap<string, string> = new Map(
  'PhD MD MBA BSc MSc BA MA LLB RN GP CEO CFO COO CTO CIO CMO VP SVP EVP HR IT PR PA QA UX UI UK USA US EU UN NHS BBC LPN LVN CNA CPA CFA EMT DDS DVM LCSW RGN HCA LLC LLP PLC GmbH AG KG'
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);
const DAYS = 'christmas|easter|thanksgiving|diwali|ramadan|hanukkah|monday|tuesday|wednesday|thursday|friday|saturday|sunday';
/** Days that have names: "memorial day", "palm sunday". */
const FEASTS =
  /\b(?:memorial|labou?r|boxing|veterans|independence|valentine['’]?s|mother['’]?s|father['’]?s|new year['’]?s|st\.? \p{L}+['’]?s|canada|australia|anzac|columbus|presidents|christmas|ash|palm|good|easter|pancake) (?:day|eve|sunday|monday|tuesday|wednesday|thursday|friday)\b/giu;
/** "march" and "may" are verbs too: months only after a word that dates. */
const MONTHS = 'january|february|april|june|july|august|september|october|november|december';
const MONTH_VERBS =
  /\b((?:the|your|my|our|in|by|before|of|until|till|since|from|early|late|mid|next|last|this|\d{1,2}(?:st|nd|rd|th)?) )(march|may)\b/gi;
const MONTH_DAY = /\b(march|may) (?=\d{1,2}(?:st|nd|rd|th)?\b|the \w+(?:st|nd|rd|th)\b)/g;

/** "thursday 5pm", "today noon". */
const DAY_AND_HOUR =
  /\b(\p{L}+day|today|tomorrow) (\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|o['’]clock)|\d{1,2}[:.]\d\d|noon|midday|midnight)(?![\p{L}\d])/giu;

const upperFirst = (word: string) => word.replace(/^[^\p{L}\p{N}]*\p{Ll}/u, (start) => start.toUpperCase());

/** "o'brien" is "O'Brien", "mcdonald" "McDonald", "smith-jones" "Smith-Jones", "phd" "PhD"; letters without a vowel are initials. */
function wordCase(word: string): string {
  const bare = word.toLowerCase().replace(/[^\p{L}]/gu, '');
  const written = AS_WRITTEN.get(bare);
  if (written) return word.toLowerCase().replace(bare, written);
  if (bare.length > 1 && bare.length < 5 && !SHORT_WORDS.test(bare) && bare === word.toLowerCase() && !/[aeiouy\u00e0-\u00ff]/.test(bare))
    return word.toUpperCase();
  return word
    .toLowerCase()
    .split('-')
    .map(upperFirst)
    .join('-')
    .replace(/\b([ODL])(['’])(\p{Ll}{2,})/gu, (_, letter: string, mark: string, rest: string) => `${letter}${mark}${upperFirst(rest)}`)
    .replace(/^Mc(\p{Ll}{3,})/u, (_, rest: string) => `Mc${upperFirst(rest)}`);
}

/** Short for a word, and no initials. */
const SHORT_WORDS = /^(?:st|mt|dr|mr|mrs|ms|jr|sr|rd|ln|sq|ft|ltd|nr|vs|ng)$/;

/** Whether someone typed it in capitals throughout. */
export const isShouted = (text: string) => /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);

/** A name as it is written: a word in small letters gets its capital, a shouted name loses the others; what has capitals of its own stays. */
export function nameCase(name: string): string {
  const shouted = isShouted(name);
  return name
    .trim()
    .split(/\s+/)
    .map((word, index) => {
      if (!shouted && word !== word.toLowerCase()) return word;
      return index > 0 && SMALL_INSIDE.has(word.toLowerCase()) ? word.toLowerCase() : wordCase(word);
    })
    .join(' ');
}

/** "on marlow road", "on 5th street": the road by its name. */
const STREET =
  /\b((?:on|at|in|of|off) )(?!(?:the|a|an|this|that|our|your|my|his|her|their|same|next|other|busy|any|some|every|each) )([\p{L}\d]+) (road|street|avenue|lane|drive|crescent|terrace|boulevard)\b/gu;

/** Peoples and their languages. */
const PEOPLES =
  /\b(?:english|british|american|scottish|welsh|irish|french|german|spanish|italian|portuguese|dutch|swedish|norwegian|danish|finnish|russian|ukrainian|greek|turkish|arabic|hebrew|persian|farsi|hindi|urdu|punjabi|bengali|tamil|chinese|mandarin|cantonese|japanese|korean|vietnamese|thai|african|asian|european|indian|mexican|brazilian|canadian|australian|latin|swiss|austrian|romanian|hungarian|czech|syrian|iraqi|iranian|afghan|pakistani|bangladeshi|nigerian|ghanaian|kenyan|ethiopian|eritrean|somali|egyptian|moroccan|tunisian|algerian|lebanese|israeli|palestinian|colombian|cuban|peruvian|chilean|argentinian|venezuelan|filipino|indonesian|malaysian|belgian|bulgarian|serbian|croatian|bosnian|albanian|lithuanian|latvian|estonian|armenian|nepali|jamaican|haitian|icelandic|australian)\b/g;

/** Abbreviations that are no other word: safe to write out in a sentence. */
const ABBREVIATIONS = /\b(?:cv|phd|mba|bsc|msc|hr|uk|usa|nhs|bbc|ceo|cfo|cto|pdf|tv|vat|gdpr|ux|tb|mot|mri|gcse|ecg)\b/g;

/** Whether someone typed it without any capital. */
export const isLowerCase = (text: string): boolean => text === text.toLowerCase() && /\p{L}/u.test(text);

/** A sentence or phrase of the person's own: "i" stands tall, days and months too, and the names that are known from elsewhere. */
export function textCase(text: string, known: readonly string[] = []): string {
  const dated = spelling(isShouted(text) && / /.test(text.trim()) ? text.toLowerCase() : text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(FEASTS, (day) => day.split(' ').map(upperFirst).join(' '))
    .replace(PEOPLES, upperFirst)
    .replace(ABBREVIATIONS, (word) => AS_WRITTEN.get(word) ?? word.toUpperCase())
    .replace(/(?<=\b(?:photo|an|my|your|the|and|with|student|valid|or) )id(?=[s]?\b(?! (?:like|love|be)\b))/g, 'ID')
    .replace(/\bi(?=\b(?!\.e\b))(?=['’ ]|$|[,.?!])/g, 'I')
    .replace(new RegExp(`\\b(?:${DAYS}|${MONTHS})(?=s?\\b)`, 'g'), upperFirst)
    .replace(MONTH_VERBS, (_, before: string, month: string) => before + upperFirst(month))
    .replace(DAY_AND_HOUR, '$1 at $2')
    .replace(MONTH_DAY, (_, month: string) => `${upperFirst(month)} `)
    .replace(/(?<=\p{Lu}\p{L}+ )(university|college|hospital|school|institute|academy)\b/gu, upperFirst)
    .replace(STREET, (_, before: string, name: string, kind: string) => `${before}${upperFirst(name)} ${upperFirst(kind)}`);
  return known
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .reduce((now, name) => now.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'giu'), name), dated);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
