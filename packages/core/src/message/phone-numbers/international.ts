import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { matchPlan, NUMBER_PLANS, type PlanMatch } from './number-plans.ts';

/** Digits with a country code, as understood. */
export interface InternationalMatch {
  e164: string;
  /** ISO 3166, or null when the code serves several countries and none can be told. */
  region: string | null;
  /** Digits of the country code, and of the trunk zero said after it and dropped. */
  prefixLength: number;
}

/** Bounds of E.164: at most 15 digits; fewer than 8 with a country code is no number anyone gives. */
const MAX_E164_DIGITS = 15;
const MIN_E164_DIGITS = 8;

/**
 * Reads digits that start with a country code. A trunk zero after the code ("+44 (0)20") is dropped. Countries without a
 * plan here are asked of libphonenumber, only when `anyCountry` (a "+" was said or written).
 */
export function matchInternational(digits: string, anyCountry: boolean): InternationalMatch | null {
  for (const plan of NUMBER_PLANS) {
    if (!digits.startsWith(plan.callingCode)) continue;
    const rest = digits.slice(plan.callingCode.length);
    const match = reachable(matchPlan(rest, plan)) ?? reachable(matchPlan(`0${rest}`, plan));
    if (match?.e164) {
      const trunk = rest.startsWith('0') && plan.callingCode !== '1' ? 1 : 0;
      return { e164: match.e164, region: plan.region, prefixLength: plan.callingCode.length + trunk };
    }
  }
  if (!anyCountry || digits.length > MAX_E164_DIGITS + 1 || digits.length < MIN_E164_DIGITS) return null;
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  if (!parsed?.isPossible() || NUMBER_PLANS.some((plan) => plan.callingCode === parsed.countryCallingCode)) return null;
  return { e164: parsed.number, region: parsed.country ?? null, prefixLength: parsed.countryCallingCode.length };
}

const reachable = (match: PlanMatch | null): PlanMatch | null => (match?.kind === 'complete' && match.e164 ? match : null);

/** Ranges set aside for fiction by Ofcom and ComReg, which the metadata does not list. */
const FICTION = /^\+(?:447700900|441632960|353209)\d{3,5}$/;

/** Whether the number lies in an assigned range, by the metadata of libphonenumber. */
export function isAssigned(e164: string): boolean {
  return FICTION.test(e164) || (parsePhoneNumberFromString(e164)?.isValid() ?? false);
}

/** Reads national digits by libphonenumber, for a region without a plan here. */
export function matchElsewhere(digits: string, region: string): string | null {
  if (!isSupportedCountry(region)) return null;
  const country: CountryCode = region;
  const parsed = parsePhoneNumberFromString(digits, country);
  return parsed?.isValid() ? parsed.number : null;
}
