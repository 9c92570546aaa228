import type { Token } from '../spoken-numbers/tokens.ts';
import { beginsDigits } from './spoken-atoms.ts';

/** What the words around a row of digits say it is. */
export interface NumberContext {
  /** It is something else: an order number, a code, an amount. */
  foreign: boolean;
  /** The words speak of calling or of a number to call. */
  announced: boolean;
}

const words = (line: string): ReadonlySet<string> => new Set(line.trim().split(/\s+/));

/** Nouns for things that are told apart by digits and are not telephones. */
const IDENTIFIED_THINGS = words(`
  order invoice reference ref account acct zip zipcode postcode postal flight room gate case claim policy ticket requisition req serial
  tracking confirmation pin suite card license licence passport isbn vat booking file docket part model batch membership member employee
  student po purchase permit registration reg routing sort passcode password passphrase code codes id ids identification identifier unit lot
  platform seat apartment apt house page item sku stock bill receipt transaction security ssn social tax badge locker combination parcel
  shipment consignment cheque check quote quotation estimate loan application project article patent record records patient prescription
  version build edition chapter verse catalog catalogue contract lease deed meter vehicle vin chassis imei iban bic swift bsb aadhaar
  nhs ird abn customer client coupon voucher promo gift meeting conference lottery raffle winning score scores
`);

/** Qualifiers that make a "code" one to dial. */
const DIALLED_CODES = words('area country dialing dialling std city');

/** Words that join a noun to the digits it identifies: "invoice number is …", "reference: …". */
const LINKS = words(`
  is was are were its it the a an number numbers no num nos of this that thats to my your our his her their and um uh er so reads ends starts
  begins ending starting with in at as says equals dated called which again will be quote quoting under on by
`);

const CALLING = words(`
  call calls calling callback ring phone telephone tel cell cellphone cellular mobile landline number numbers reach dial text texts texting whatsapp
  sms contact line direct switchboard fax voicemail message buzz bell shout ping available reachable ringing office desk home handy tinkle
  toll freephone hotline helpline
`);

/** Words that go with calling, so that "on" or "at" before digits means a line: "I'm on …", "or at …". */
const LOCATIVES = words('on at');

const UNITS = words(`
  dollar dollars buck bucks pound pounds quid euro euros rupee rupees cent cents pence percent minute minutes hour hours day days week weeks month
  months year years people persons men women miles mile km kilometers kilometres metres meters feet foot inches square degrees units copies shares
  points votes seats employees customers clients times pages words items orders bags boxes tons tonnes kilos kilograms litres liters gallons
  views visitors followers users subscribers steps calories lakh crore million thousand am pm oclock gb mb kg lbs street avenue road lane drive
  boulevard st ave rd blvd
`);

/** How far before the digits a word can announce them, in tokens. House rule: about one clause. */
const REACH = 16;
/** How far a chain of linking words is followed back to the noun. House rule. */
const MAX_LINKS = 6;

/** Judges the words around tokens `start`..`end`. */
export function contextOf(tokens: readonly Token[], start: number, end: number): NumberContext {
  return {
    foreign:
      isIdentified(tokens, start) || isClaimedAfter(tokens, end) || isSpelledCode(tokens, start) || tokens[start - 1]?.text === 'not',
    announced: isAnnounced(tokens, start, end),
  };
}

/** Whether a unit or the like follows at once: "… dollars", "… Main Street" is left to the form of the number. */
export const isQuantity = (tokens: readonly Token[], end: number): boolean => UNITS.has(tokens[end]?.text ?? '');

/** "order number is …", "reference: …", "PIN …". */
function isIdentified(tokens: readonly Token[], start: number): boolean {
  let links = 0;
  for (let index = start - 1; index >= 0 && links <= MAX_LINKS; index -= 1) {
    const token = tokens[index];
    if (!token) return false;
    if (token.kind === 'mark') {
      if (token.text === '.' || token.text === '!' || token.text === '?' || token.text === '\n') return false;
      // "about your order, 415…": set off by a comma alone, the noun does not name the digits.
      if (token.text === ',' && links === 0) return false;
      continue;
    }
    // Digits right before belong to the same thing.
    if (beginsDigits(token)) continue;
    if (IDENTIFIED_THINGS.has(token.text)) return !isDialledAfterAll(tokens, index, start);
    if (!LINKS.has(token.text)) return false;
    links += 1;
  }
  return false;
}

/** "area code", and "the number for your order is", where the noun only says what the call is about. */
function isDialledAfterAll(tokens: readonly Token[], index: number, start: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1]?.text ?? '';
  if (token?.text === 'code' && DIALLED_CODES.has(before)) return true;
  // "a check on", "the office to call about your order at": a preposition between noun and digits that places, not names.
  const after = tokens[index + 1];
  const placed = after?.kind === 'word' && LOCATIVES.has(after.text) && index + 2 === start;
  return placed || TELEPHONES.has(tokens[index + 1]?.text ?? '');
}

const TELEPHONES = words('phone telephone mobile cell line hotline helpline desk department team office');

/** "… is your confirmation number". */
function isClaimedAfter(tokens: readonly Token[], end: number): boolean {
  const [verb, article, noun] = [tokens[end]?.text ?? '', tokens[end + 1]?.text ?? '', tokens[end + 2]?.text ?? ''];
  if (verb !== 'is' && verb !== 'was' && verb !== 'as') return false;
  return LINKS.has(article) && IDENTIFIED_THINGS.has(noun);
}

/** "k t r four four one": letters spelled right before the digits. */
function isSpelledCode(tokens: readonly Token[], start: number): boolean {
  const isLetter = (token: Token | undefined) => token?.kind === 'word' && token.text.length === 1 && !'aiox'.includes(token.text);
  const skipped = tokens[start - 1]?.text === '-' ? 1 : 0;
  return isLetter(tokens[start - 1 - skipped]) && isLetter(tokens[start - 2 - skipped]);
}

function isAnnounced(tokens: readonly Token[], start: number, end: number): boolean {
  let stops = 0;
  for (let index = start - 1; index >= Math.max(0, start - REACH); index -= 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.kind === 'mark' && (token.text === '.' || token.text === '?' || token.text === '!')) {
      stops += 1;
      // One sentence further back still announces: "Call me back. It's …".
      if (stops > 1) break;
    }
    if (token.kind !== 'word') continue;
    if (token.text === 'number' && isOtherNumber(tokens, index)) return false;
    if (CALLING.has(token.text) || (token.text === 'code' && DIALLED_CODES.has(tokens[index - 1]?.text ?? ''))) return true;
  }
  return isAnnouncedAfter(tokens, end);
}

/** "… is my number", "… is the best number to call", "… call me". */
function isAnnouncedAfter(tokens: readonly Token[], end: number): boolean {
  for (let index = end; index < Math.min(tokens.length, end + REACH_AFTER); index += 1) {
    const text = tokens[index]?.text ?? '';
    if (text === '.' || text === '?' || text === '!' || text === '\n') return false;
    if (text === 'number') return !isOtherNumber(tokens, index);
    if (text === 'call' || text === 'phone' || text === 'ring' || text === 'text') return true;
  }
  return false;
}

/** How far after the digits a word can announce them, in tokens. House rule. */
const REACH_AFTER = 6;

/** "requisition number": the noun before "number" says what is numbered. */
const isOtherNumber = (tokens: readonly Token[], index: number): boolean => IDENTIFIED_THINGS.has(tokens[index - 1]?.text ?? '');
