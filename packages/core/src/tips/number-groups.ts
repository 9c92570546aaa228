import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { PhoneNumber } from '../documents/message.ts';
import { groupForEar } from '../spoken/number.ts';

/** Numbers said without a country: an area code or none, and the rest. */
const LOCAL = [/^(\d{3})(\d{4})$/, /^(\d{3})(\d{3})(\d{4})$/];
/** Digits of a group of a number whose country is not known. House rule: three are recalled best. */
const GROUP = 3;

/** The digits of a number in the groups its own country says them in, for example ["415", "555", "0142"]. */
export function spokenGroups({ e164, digits }: Pick<PhoneNumber, 'e164' | 'digits'>): string[] {
  const parsed = e164 === null ? undefined : parsePhoneNumberFromString(e164);
  if (parsed?.isPossible()) return groupForEar({ number: parsed.number }, parsed.country ?? parsed.getPossibleCountries()[0] ?? '').groups;
  for (const pattern of LOCAL) {
    const groups = pattern.exec(digits);
    if (groups !== null) return groups.slice(1);
  }
  return inThrees(digits);
}

/** Threes with a last group of two to four. */
function inThrees(digits: string): string[] {
  if (digits.length <= GROUP + 1) return digits === '' ? [] : [digits];
  return [digits.slice(0, GROUP), ...inThrees(digits.slice(GROUP))];
}

/** A number that its caller said with the country: "+34 …", "plus 34 …". */
const WITH_COUNTRY = /^\W*(?:\+|plus\b)/i;

/** A number as it should be said, a short pause at each ellipsis: "415 … 555 … 0142"; with its country where it was said with it. */
export function spokenNumber(phone: Pick<PhoneNumber, 'e164' | 'digits' | 'extension'> & Partial<Pick<PhoneNumber, 'mentions'>>): string {
  const { e164, mentions = [] } = phone;
  const isAbroad = mentions.some(({ quote }) => WITH_COUNTRY.test(quote));
  const groups = isAbroad && e164 !== null && parsePhoneNumberFromString(e164)?.isPossible() ? withCountry(e164) : spokenGroups(phone);
  const said = groups.join(' … ');
  return phone.extension === undefined ? said : `${said}, extension ${phone.extension}`;
}

const withCountry = (number: string): string[] => groupForEar({ number }, NOWHERE).groups.map((group) => group.replace('+', 'plus '));
/** No country is at home here, so that each is said with its code. */
const NOWHERE = '';
