import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js';
import type { BriefNumber } from '../brief/brief.ts';
import { completeNumber } from '../brief/typed/phone.ts';
import { RingbackError } from '../documents/failure.ts';

/** Groups of 2 to 4 digits are heard and written best (Raanaas, Nordby & Magnussen; Human Factors 1965). */
const LARGEST_GROUP = 4;

/** Longest opening or half of a number that some countries say in one: "07700", "98765". */
const LARGEST_OF_HABIT = 5;

/** How a country says its numbers where that is not how it writes them: the whole national number, and its groups. */
const HABITS: Readonly<Record<string, readonly RegExp[]>> = {
  // Britain says a mobile's or a town's code in one, India two halves, Brazil five and four.
  '44': [/^(0[1-9]\d{3})(\d{3})(\d{3})$/],
  '91': [/^0?([6-9]\d{4})(\d{5})$/],
  '55': [/^0?(\d\d)(9\d{4})(\d{4})$/],
  // Germany and Austria say the network's code in one, the Netherlands go by pairs after "06".
  '49': [/^(01[5-7]\d)(\d{3,4})(\d{4})$/],
  '43': [/^(06\d\d)(\d{3})(\d{3,4})$/],
  '31': [/^(06)(\d\d)(\d\d)(\d\d)(\d\d)$/],
};

/** How one number is said. */
export interface SpokenNumber {
  e164: string;
  /** Digits of each group, in order: ["415", "555", "0142"]. A leading "+44" group stands for "plus 44". */
  groups: string[];
  extension?: string;
}

/** Splits a run of digits into groups of at most four, the shorter ones first: 5 is 2+3, 6 is 3+3, 7 is 3+4, 8 is 4+4. */
function splitForEar(digits: string): string[] {
  if (digits.length <= LARGEST_GROUP) return [digits];
  const count = Math.ceil(digits.length / LARGEST_GROUP);
  const size = Math.floor(digits.length / count);
  return [digits.slice(0, size), ...splitForEar(digits.slice(size))];
}

/** A group of one digit is lost between pauses: join it to its shorter neighbour. */
function joinSingles(groups: string[]): string[] {
  const joined: string[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    if (last !== undefined && (last.length === 1 || group.length === 1) && last.length + group.length <= LARGEST_GROUP) {
      joined[joined.length - 1] = last + group;
    } else joined.push(group);
  }
  return joined;
}

/** The groups its own country says; undefined where those are the written ones. A code of an area of three or four digits stays as written. */
function groupsOfHabit(code: string, runs: readonly string[]): string[] | undefined {
  if (code === '44' && runs[0]?.length !== LARGEST_OF_HABIT) return undefined;
  const whole = runs.join('');
  for (const habit of HABITS[code] ?? []) {
    const groups = habit.exec(whole);
    if (groups) return groups.slice(1);
  }
  return undefined;
}

/**
 * Groups a number for the ear: as its country says it, else as it writes it with no group longer than four digits.
 * A number of another country than `region` is said with "plus" and its country code.
 * @throws RingbackError `bad-number` when it is no complete number of its country.
 */
export function groupForEar(given: BriefNumber, region: string): SpokenNumber {
  const country = isSupportedCountry(region) ? region : undefined;
  const parsed = completeNumber(given.number, region);
  if (!parsed) {
    throw new RingbackError(
      'bad-number',
      'A number in the brief is not complete in form; write it with its country code, such as +1 415 555 0142.',
    );
  }
  const home = country !== undefined && parsed.countryCallingCode === getCountryCallingCode(country);
  const written = home ? parsed.formatNational() : parsed.formatInternational().replace(/^\+\d+\s*/, '');
  const runs = written.replace(/\b(?:ext|x)\.?.*$/i, '').match(/\d+/g) ?? [];
  const groups = groupsOfHabit(parsed.countryCallingCode, runs) ?? joinSingles(runs.flatMap(splitForEar));
  const extension = given.extension ?? parsed.ext;
  return {
    e164: parsed.number,
    groups: home ? groups : [`+${parsed.countryCallingCode}`, ...groups],
    ...(extension ? { extension } : {}),
  };
}

/** The number as it stands in a script: a comma for each short pause. */
export function sayNumber({ groups, extension }: SpokenNumber): string {
  const said = groups.map((group) => (group.startsWith('+') ? `plus ${group.slice(1)}` : group)).join(', ');
  return extension ? `${said}, extension ${extension}` : said;
}

/** A number as it is said in a script: grouped as its country writes it; one that cannot be dialled as it stands, in the groups it was typed in. */
export function saidNumber(given: BriefNumber, region: string): string {
  if (completeNumber(given.number, region)) return sayNumber(groupForEar(given, region));
  const typed = (given.number.match(/\d+/g) ?? []).flatMap(splitForEar);
  const extension = given.extension ? { extension: given.extension } : {};
  return sayNumber({
    e164: '',
    groups: joinSingles(given.number.trim().startsWith('+') ? [`+${typed[0]}`, ...typed.slice(1)] : typed),
    ...extension,
  });
}

/** The code that North America shares, and leaves out within it. */
const SHARED_CODE = '1';
/** No country: every number is of another one. */
const ELSEWHERE = '';
/** E.164 is how programs write a number, whoever is to dial it; a person who types the country's code beside the rest means it to be dialled. */
const WITH_ITS_CODE = /^\s*\(?(?:\+|00)(?!\d+$)/;

/**
 * A number as who typed it means it to be dialled: with its country's code where that was typed, "+49 170 555 0123", though it is of the
 * `region` itself, for the listener may be elsewhere.
 */
export function numberAsTyped(given: BriefNumber, region: string): string {
  const code = WITH_ITS_CODE.test(given.number) ? completeNumber(given.number, region)?.countryCallingCode : undefined;
  return saidNumber(given, code === undefined || code === SHARED_CODE ? region : ELSEWHERE);
}
