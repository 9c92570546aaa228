import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findEmails, findPhoneNumbers, type PhoneNumber, type Transcript } from '@ringback/core';
import { type Section, table } from './section.ts';

interface NumberItem {
  id: string;
  text: string;
  region: string | null;
  expected: string[];
  repeated: boolean;
  note?: string;
}

interface TextItem {
  id: string;
  text: string;
  facts: { phones?: string[]; emails?: string[]; phoneRepeated?: boolean };
}

interface Tally {
  items: number;
  exact: number;
  falseFinds: number;
  missed: number;
  wrong: string[];
}

const tally = (): Tally => ({ items: 0, exact: 0, falseFinds: 0, missed: 0, wrong: [] });

/** A transcript of bare text; every word without a time. */
function asTranscript(text: string): Transcript {
  return { text, words: [] };
}

/** The number as the data writes it: E.164, or the digits said when it has none. */
const labelOf = (number: PhoneNumber): string => number.e164 ?? number.digits;

function count(into: Tally, id: string, found: readonly string[], expected: readonly string[]): void {
  const extra = found.filter((value) => !expected.includes(value)).length;
  const missed = expected.filter((value) => !found.includes(value)).length;
  into.items += 1;
  into.falseFinds += extra;
  into.missed += missed;
  if (extra + missed === 0) into.exact += 1;
  else into.wrong.push(id);
}

async function readLines<T>(file: string): Promise<T[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as T);
}

function row(name: string, { items, exact, falseFinds, missed, wrong }: Tally): (string | number)[] {
  return [name, `${exact} of ${items}`, falseFinds, missed, wrong.join(', ') || 'none'];
}

function measureNumbers(items: readonly NumberItem[]): (string | number)[][] {
  const given = tally();
  const guessed = tally();
  const repeated = tally();
  const extensions = tally();
  for (const { id, text, region, expected, repeated: isRepeated, note } of items) {
    const found = findPhoneNumbers(asTranscript(text), region ? { region } : {});
    count(given, id, found.map(labelOf), expected);
    count(guessed, id, findPhoneNumbers(asTranscript(text)).map(labelOf), expected);
    count(repeated, id, [String(found.some(({ mentions }) => mentions.length > 1))], [String(isRepeated)]);
    const extension = /expected ext: (\d+)/.exec(note ?? '')?.[1];
    count(
      extensions,
      id,
      found.flatMap((number) => number.extension ?? []),
      extension ? [extension] : [],
    );
  }
  return [
    row('phone numbers, region given', given),
    row('phone numbers, region guessed', guessed),
    row('said twice or not', repeated),
    row('extensions', extensions),
  ];
}

function measureTexts(items: readonly TextItem[]): (string | number)[][] {
  const phones = tally();
  const emails = tally();
  const repeated = tally();
  for (const { id, text, facts } of items) {
    const transcript = asTranscript(text);
    const found = findPhoneNumbers(transcript);
    if (facts.phones) count(phones, id, found.map(labelOf), facts.phones);
    const addresses = findEmails(transcript).map(({ address }) => address);
    if (facts.emails) count(emails, id, addresses, facts.emails);
    if (facts.phoneRepeated !== undefined)
      count(repeated, id, [String(found.some(({ mentions }) => mentions.length > 1))], [String(facts.phoneRepeated)]);
  }
  return [
    row('voicemail texts: phone numbers, region guessed', phones),
    row('voicemail texts: said twice or not', repeated),
    row('voicemail texts: e-mail addresses', emails),
  ];
}

/** Phone numbers and addresses, exactly. */
export const numbersSection: Section = {
  name: 'numbers',
  title: 'Phone numbers and addresses',
  async run({ dataFolder }) {
    const numbers = await readLines<NumberItem>(join(dataFolder, 'numbers.jsonl'));
    const texts = await readLines<TextItem>(join(dataFolder, 'texts.jsonl'));
    const rows = [...measureNumbers(numbers), ...measureTexts(texts)];
    const head = ['what', 'exact', 'found but not there', 'there but not found', 'items not exact'];
    return `${table(head, rows)}\n\nAn item is exact when the set found is the set labelled, no more and no less.`;
  },
};
