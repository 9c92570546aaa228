import { derivedSeed, seededRandom } from '@ringback/speech';

/** What a message says of number or address, and what a careful listener writes down. */
export interface SaidItem {
  kind: SaidKind;
  /** As it is given to a voice: words alone. */
  text: string;
  /** Digits of the number, none for an address. */
  digits: string | null;
  /** The address, null for a number. */
  address: string | null;
}

/** Ways in which people say numbers and addresses that are no plain row of digits. */
export const SAID_KINDS = ['triple', 'double oh', 'in tens', 'ends instead', 'at and dot', 'spelled after', 'letters by name'] as const;

/** One of {@link SAID_KINDS}. */
export type SaidKind = (typeof SAID_KINDS)[number];

const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const AREAS = ['415', '312', '617', '808', '206', '503', '719', '404'];
const NAMES = ['todd', 'priya', 'karen', 'miles', 'nora', 'steven', 'anna', 'oscar'];
const SURNAMES = ['smith', 'carter', 'baker', 'turner', 'foster', 'gray', 'mason', 'reed'];
const SPELLING = new Map([
  ['b', 'B as in Bravo'],
  ['d', 'D as in David'],
  ['f', 'F as in Frank'],
  ['j', 'J as in Juliet'],
  ['k', 'K as in Kilo'],
  ['m', 'M as in Mary'],
  ['n', 'N as in November'],
  ['p', 'P as in Peter'],
]);

const named = (digits: string) => [...digits].map((digit) => DIGITS[Number(digit)]).join(' ');
const inTens = (two: string) => {
  const [tens, ones] = [Number(two[0]), Number(two[1])];
  return ones === 0 ? TENS[tens] : `${TENS[tens]} ${DIGITS[ones]}`;
};

/** The item of a kind, other digits and letters for every seed. Numbers are fictional (555-01xx). */
export function saidItem(kind: SaidKind, seed: number): SaidItem {
  const random = seededRandom(derivedSeed(seed, SAID_KINDS.indexOf(kind)));
  const one = <T>(of: readonly T[]): T => of[Math.floor(random.uniform() * of.length)] as T;
  const area = one(AREAS);
  const last = String(20 + Math.floor(random.uniform() * 79));
  const number = (digits: string, said: string): SaidItem => ({
    kind,
    digits,
    address: null,
    text: `Hello, this is Anna. ${said}. Thank you.`,
  });
  const mail = (address: string, said: string): SaidItem => ({
    kind,
    digits: null,
    address,
    text: `Hello, this is Anna. ${said}. Thank you.`,
  });
  const name = NAMES[seed % NAMES.length] ?? '';
  const surname = one(SURNAMES);
  const [first, second] = [one([...SPELLING.keys()]), one([...SPELLING.keys()])];
  switch (kind) {
    case 'triple':
      return number(`${area}55501${last}`, `My number is ${named(area)}, triple five, zero one ${named(last)}`);
    case 'double oh':
      return number(`${area[0]}0055501${last}`, `My number is ${named(area[0] ?? '')} double oh, five five five, oh one ${named(last)}`);
    case 'in tens':
      return number(`${area}55501${last}`, `My number is ${named(area)}, five fifty five, oh one ${inTens(last)}`);
    case 'ends instead': {
      const other = String(20 + Math.floor(random.uniform() * 79));
      return number(
        `${area}55501${other}`,
        `My number is ${named(area)}, five five five, zero one ${named(last)}. Sorry, it ends in ${named(other)} instead`,
      );
    }
    case 'at and dot':
      return mail(`${name}@example.com`, `You can write to ${name} at example dot com`);
    case 'spelled after':
      return mail(`${name}@example.com`, `You can write to ${name} at example dot com, ${[...name.toUpperCase()].join(', ')}`);
    case 'letters by name':
      return mail(
        `${first}${second}${surname}@example.com`,
        `My address is ${SPELLING.get(first)}, ${SPELLING.get(second)}, ${surname} at example dot com`,
      );
  }
}
