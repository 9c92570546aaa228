import fc from 'fast-check';
import { DIGIT_NAMES } from '../../../spoken/digits.ts';

/** Generated tests run on the same texts every time, so that they fail for a reason. */
export const SEED = 20261123;

/** A number that can be said, with the way its country dials it. */
export interface SayableNumber {
  region: string;
  /** Digits as dialled inside the country. */
  dialled: string;
  expected: string;
  grouping: readonly number[];
}

const digitString = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((digits) => digits.join(''));
const from = (...choices: string[]) => fc.constantFrom(...choices);

/** A pattern such as ['GB', '44', 1, '020', 8, [3, 4, 4]]. */
function numbers(region: string, code: string, trunk: number, prefix: fc.Arbitrary<string>, rest: number, grouping: readonly number[]) {
  return fc.tuple(prefix, digitString(rest)).map(([start, end]): SayableNumber => {
    const dialled = start + end;
    return { region, dialled, expected: code === '' ? dialled : `+${code}${dialled.slice(trunk)}`, grouping };
  });
}

const northAmerican = fc.tuple(from('212', '305', '415', '617', '800', '903', '919'), from('555', '220', '867', '900'), digitString(4)).map(
  ([area, exchange, line]): SayableNumber => ({
    region: 'US',
    dialled: area + exchange + line,
    expected: `+1${area}${exchange}${line}`,
    grouping: [3, 3, 4],
  }),
);

/** Numbers of six countries. */
export const anyNumber: fc.Arbitrary<SayableNumber> = fc.oneof(
  northAmerican,
  numbers('US', '', 0, from('555'), 4, [3, 4]),
  numbers('GB', '44', 1, from('020'), 8, [3, 4, 4]),
  numbers('GB', '44', 1, from('0161', '0114', '0131'), 7, [4, 3, 4]),
  numbers('GB', '44', 1, from('07700900', '07911'), 0, []).chain(({ dialled }) =>
    digitString(11 - dialled.length).map(
      (end): SayableNumber => ({ region: 'GB', dialled: dialled + end, expected: `+44${dialled.slice(1)}${end}`, grouping: [5, 3, 3] }),
    ),
  ),
  numbers('IE', '353', 1, from('085', '087'), 7, [3, 3, 4]),
  numbers('IN', '91', 0, from('6', '7', '8', '9'), 9, [5, 5]),
  numbers('AU', '61', 1, from('04'), 8, [4, 3, 3]),
  numbers('AU', '61', 1, from('02', '03', '07', '08'), 8, [2, 4, 4]),
  numbers('NZ', '64', 1, from('021', '027'), 7, [3, 3, 4]),
);

const TEENS = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function tensWord(pair: string): string {
  const [ten = 0, one = 0] = [...pair].map(Number);
  if (ten === 1) return TEENS[one] ?? '';
  return one === 0 ? (TENS[ten] ?? '') : `${TENS[ten]}-${DIGIT_NAMES[one]}`;
}

/** How one group is said: a seed picks among the ways open at each digit. */
function sayGroup(group: string, seed: number, written: boolean): string {
  if (written) return group;
  const said: string[] = [];
  let state = seed;
  const pick = (count: number) => {
    state = (state * 48271) % 2147483647;
    return state % count;
  };
  for (let at = 0; at < group.length; ) {
    const rest = group.slice(at);
    const run = /^(.)\1*/.exec(rest)?.[0].length ?? 1;
    const isLast = (length: number) => at + length === group.length;
    const way = pick(6);
    if (way === 0 && run >= 3) at += push(said, `triple ${DIGIT_NAMES[Number(rest[0])]}`, 3);
    else if (way <= 1 && run >= 2) at += push(said, `double ${rest[0] === '0' ? 'oh' : DIGIT_NAMES[Number(rest[0])]}`, 2);
    else if (way === 2 && /^[1-9]0?0?$/.test(rest) === false && /^[2-9][1-9]|^1\d/.test(rest) && isLast(2))
      at += push(said, tensWord(rest.slice(0, 2)), 2);
    else if (way === 3 && /^[1-9]00$/.test(rest)) at += push(said, `${DIGIT_NAMES[Number(rest[0])]} hundred`, 3);
    else if (way === 4 && said.length > 0) at += push(said, rest[0] ?? '', 1);
    else at += push(said, rest[0] === '0' ? (['oh', 'zero', 'o'][pick(3)] ?? 'oh') : (DIGIT_NAMES[Number(rest[0])] ?? ''), 1);
  }
  return said.join(' ');
}

function push(said: string[], word: string, length: number): number {
  said.push(word);
  return length;
}

/** The groups a number is usually said in. */
export function groupsOf({ dialled, grouping }: SayableNumber): string[] {
  const groups: string[] = [];
  let at = 0;
  for (const size of grouping) {
    groups.push(dialled.slice(at, at + size));
    at += size;
  }
  return groups;
}

/** Any way to say or write the number: words, digits or a mix, pauses, fillers, and the last group corrected. */
export function anyRendering(number: SayableNumber): fc.Arbitrary<string> {
  const groups = groupsOf(number);
  const separator = fc.constantFrom(', ', ' ', '-', ', um, ', ' then ', '. ', ", that's ", ' uh ', ' dash ');
  return fc
    .record({
      seeds: fc.array(fc.integer({ min: 1, max: 2147483646 }), { minLength: groups.length, maxLength: groups.length }),
      written: fc.array(fc.boolean(), { minLength: groups.length, maxLength: groups.length }),
      separators: fc.array(separator, { minLength: groups.length, maxLength: groups.length }),
      slip: fc.option(fc.constantFrom(', sorry, ', ', no, ', ' I mean ', ', no wait, '), { freq: 4, nil: undefined }),
    })
    .map(({ seeds, written, separators, slip }) => {
      const said = groups.map((group, index) => sayGroup(group, seeds[index] ?? 1, written[index] ?? false));
      const text = said.map((group, index) => (index === 0 ? group : `${separators[index]}${group}`)).join('');
      if (slip === undefined) return text;
      // The last group is first said with its digits turned about.
      const last = groups.at(-1) ?? '';
      const wrong = last[0] + [...last.slice(1)].reverse().join('');
      const before = said
        .slice(0, -1)
        .map((group, index) => (index === 0 ? group : `${separators[index]}${group}`))
        .join('');
      return `${before}${separators.at(-1)}${sayGroup(wrong, seeds.at(-1) ?? 1, written.at(-1) ?? false)}${slip}${said.at(-1)}`;
    });
}

const year = fc.integer({ min: 1900, max: 2030 });
const small = fc.integer({ min: 1, max: 59 });
const words = fc.constantFrom(
  'two',
  'five',
  'ten',
  'fifteen',
  'twenty-one',
  'thirty',
  'forty five',
  'a hundred',
  'two hundred and fifty',
  'three thousand',
);
const code = fc.integer({ min: 1000, max: 2147483647 }).map(String);
const time = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 10, max: 59 })).map(([hour, minute]) => `${hour}:${minute}`);

/** A sentence with digits that are no phone number. */
export const noNumberSentence: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(year, year).map(([one, other]) => `I worked there from ${one} to ${other}, and again in ${one}.`),
  fc.tuple(small, small).map(([one, other]) => `It takes ${one} to ${other} minutes.`),
  fc.tuple(time, time).map(([one, other]) => `I am free from ${one} to ${other}, or at ${one}.`),
  fc.tuple(words, words).map(([one, other]) => `We saved ${one} dollars on ${other} orders.`),
  fc.integer({ min: 1000, max: 99_999_999 }).map((price) => `The price is $${price.toLocaleString('en-US')} in all.`),
  fc
    .tuple(fc.constantFrom('order', 'requisition', 'invoice', 'case', 'confirmation', 'ticket', 'policy'), code)
    .map(([what, digits]) => `My ${what} number is ${digits}.`),
  fc
    .tuple(fc.constantFrom('order', 'reference', 'tracking', 'claim'), digitString(10))
    .map(([what, digits]) => `The ${what} number is ${[...digits].map((digit) => DIGIT_NAMES[Number(digit)]).join(' ')}.`),
  fc
    .tuple(fc.constantFrom('March', 'April', 'May', 'June'), fc.integer({ min: 1, max: 28 }), year)
    .map(([month, day, of]) => `We met on ${month} ${day}, ${of}.`),
  fc.tuple(fc.integer({ min: 1, max: 9999 }), words).map(([house, floor]) => `The office is at ${house} Main Street, room ${floor}.`),
  fc.tuple(small, small, small).map(([one, two, three]) => `The scores were ${one}, ${two} and ${three}.`),
  fc.integer({ min: 10_000, max: 99_999 }).map((zip) => `The zip code is ${zip}.`),
  fc.tuple(words, words).map(([one, other]) => `I have ${one} questions, or ${other}.`),
);
