import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js';

/** Digits of a number without its area code, at most. */
const LOCAL_DIGITS = 7;

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** A complete number of the region or with its own code; "00" in front is a "+". Undefined for what cannot be dialled as it stands. */
export function completeNumber(typed: string, region: string): PhoneNumber | undefined {
  const country = isSupportedCountry(region) ? (region as CountryCode) : undefined;
  const international = typed.trim().replace(/^\(?00\)?[\s.-]*(?=[1-9])/, '+');
  const parsed = parsePhoneNumberFromString(international, country ? { defaultCountry: country } : undefined);
  return parsed?.isPossible() ? parsed : undefined;
}

/** What to ask about a number that cannot be dialled as it stands; undefined for one that can. */
export function askAboutNumber(typed: string, region: string): string | undefined {
  if (completeNumber(typed, region)) return undefined;
  const digits = digitsOf(typed);
  if (digits.length < LOCAL_DIGITS) return 'A number has more digits: is it whole?';
  if (digits.length === LOCAL_DIGITS) return 'Which area code goes before it? They may call from elsewhere.';
  if (isShort(typed, region)) return 'A number has more digits: is it whole?';
  const country = nameOf(region);
  const code = isSupportedCountry(region) ? getCountryCallingCode(region as CountryCode) : '1';
  return `Which country is it of? It is no whole number in ${country}: begin with the country’s code, as +${code} does for ${country}.`;
}

/** Too few digits of the country itself; one that begins with 0 where none does is of another country. */
const isShort = (typed: string, region: string) =>
  isSupportedCountry(region) && !typed.trim().startsWith('0') && validatePhoneNumberLength(typed, region) === 'TOO_SHORT';

function nameOf(region: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'region' }).of(region) ?? region;
  return /^(?:United|Netherlands|Philippines|Bahamas)/.test(name) ? `the ${name}` : name;
}
