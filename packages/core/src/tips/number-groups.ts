import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { PhoneNumber } from '../documents/message.ts';

const SEVEN_DIGITS = /^(\d{3})(\d{4})$/;
const TEN_DIGITS = /^(\d{3})(\d{3})(\d{4})$/;

/** The digits of a number in the groups its country says them in, for example ["415", "555", "0142"]. */
export function spokenGroups(phone: Pick<PhoneNumber, 'e164' | 'digits'>): string[] {
  const parsed = phone.e164 === null ? undefined : parsePhoneNumberFromString(phone.e164);
  if (parsed !== undefined) {
    const groups = parsed.formatNational().match(/\d+/g);
    if (groups !== null) return groups.flatMap(splitLong);
  }
  const fixed = SEVEN_DIGITS.exec(phone.digits) ?? TEN_DIGITS.exec(phone.digits);
  return fixed === null ? splitLong(phone.digits) : fixed.slice(1);
}

/** Longest run of digits said in one breath: Indian mobile numbers are said in fives. */
const MAX_RUN = 5;
const SPLIT_BY = 3;

/** Splits a run that is too long for one breath into threes with a last group of two to four. */
function splitLong(digits: string): string[] {
  if (digits.length <= MAX_RUN) return digits === '' ? [] : [digits];
  const groups: string[] = [];
  let rest = digits;
  while (rest.length > SPLIT_BY + 1) {
    groups.push(rest.slice(0, SPLIT_BY));
    rest = rest.slice(SPLIT_BY);
  }
  return [...groups, rest];
}

/** A number as it should be said, a short pause at each ellipsis: "415 … 555 … 0142". */
export function spokenNumber(phone: Pick<PhoneNumber, 'e164' | 'digits' | 'extension'>): string {
  const groups = spokenGroups(phone).join(' … ');
  return phone.extension === undefined ? groups : `${groups}, extension ${phone.extension}`;
}
