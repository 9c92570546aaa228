import { type Contact, RingbackError } from '@ringback/core';
import ICAL from 'ical.js';
import type { ContactBook, ContactProblem } from './contact-book.ts';

/** Pictures, sounds and keys: large, and of no use here. */
const BULKY = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i;

/** One card's lines, without its bulk, unfolded as far as needed to drop it. */
interface RawCard {
  lines: string[];
  closed: boolean;
}

/** Splits a file into cards, so that one broken card does not spoil the rest. */
function splitCards(text: string): RawCard[] {
  const cards: RawCard[] = [];
  let card: RawCard | undefined;
  let skipping = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (/^BEGIN:VCARD\s*$/i.test(line)) {
      card = { lines: [], closed: false };
      cards.push(card);
      skipping = false;
    }
    if (!card) continue;
    // A folded line belongs to the property above it; vCard 2.1 pictures also end with a blank line.
    const folded = /^[ \t]/.test(line);
    if (!folded) skipping = BULKY.test(line);
    if (skipping || line.trim() === '') continue;
    card.lines.push(line);
    if (/^END:VCARD\s*$/i.test(line)) {
      card.closed = true;
      card = undefined;
    }
  }
  return cards;
}

/** vCard 2.1 writes accents as "=C3=A9" and says so in a parameter that later versions do not know. */
function fromVersion2(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last?.endsWith('=') && /QUOTED-PRINTABLE/i.test(last)) joined[joined.length - 1] = last.slice(0, -1) + line.trim();
    else joined.push(line);
  }
  return joined.map((line) => {
    const colon = line.indexOf(':');
    const [head, value] = [line.slice(0, colon), line.slice(colon + 1)];
    if (/^VERSION/i.test(head)) return 'VERSION:3.0';
    if (!/QUOTED-PRINTABLE/i.test(head)) return line.replace(/;(?:CHARSET=[^;:]*)/i, '');
    const bytes = value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const decoded = new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
    return `${head.replace(/;(?:ENCODING=)?QUOTED-PRINTABLE/i, '').replace(/;CHARSET=[^;:]*/i, '')}:${decoded}`;
  });
}

type Card = InstanceType<typeof ICAL.Component>;

const clean = (value: unknown): string | undefined => {
  const text = (Array.isArray(value) ? value.flat().filter(Boolean).join(' ') : String(value ?? '')).replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return text || undefined;
};

function nameOf(card: Card): string | undefined {
  const shown = clean(card.getFirstPropertyValue('fn'));
  if (shown) return shown;
  const [family, given, middle] = [card.getFirstPropertyValue('n')].flat();
  return clean([given, middle, family]);
}

function contactOf(card: Card, source: string, place: string): Contact | undefined {
  const name = nameOf(card);
  const emails = card
    .getAllProperties('email')
    .flatMap(
      (property) =>
        clean(property.getFirstValue())
          ?.replace(/^mailto:/i, '')
          .toLowerCase() ?? [],
    )
    .filter((email) => /^\S+@\S+\.\S+$/.test(email));
  if (!name && emails.length === 0) return undefined;
  // ORG is "company;unit;..."; ADR is "box;extended;street;town;region;code;country".
  const organisation = clean([card.getFirstPropertyValue('org')].flat()[0]);
  const position = clean(card.getFirstPropertyValue('title'));
  const city = clean([card.getFirstPropertyValue('adr')].flat()[3]);
  const labels = card.getAllProperties('categories').flatMap((property) => property.getValues().flatMap((value) => clean(value) ?? []));
  return {
    source,
    place,
    name: name ?? '',
    emails,
    ...(organisation ? { organisation } : {}),
    ...(position ? { position } : {}),
    ...(city ? { city } : {}),
    ...(labels.length > 0 ? { labels } : {}),
  };
}

function parseCard({ lines }: RawCard): Card {
  const version = lines
    .find((line) => /^VERSION:/i.test(line))
    ?.slice('VERSION:'.length)
    .trim();
  const known = version === '2.1' ? fromVersion2(lines) : lines;
  return new ICAL.Component(ICAL.parse(known.join('\r\n')));
}

/**
 * Reads contacts from vCard text, versions 2.1, 3.0 and 4.0. Pictures are skipped, a broken card is named and the rest is read.
 * @throws RingbackError `not-contacts` when there is no card.
 */
export function readVcardContacts(text: string, source: string): ContactBook {
  const cards = splitCards(text.replace(/^\uFEFF/, ''));
  if (cards.length === 0)
    throw new RingbackError('not-contacts', `"${source}" holds no vCard (no BEGIN:VCARD line): export your contacts again.`);
  const contacts: Contact[] = [];
  const problems: ContactProblem[] = [];
  for (const [index, card] of cards.entries()) {
    const place = `card ${index + 1}`;
    if (!card.closed) {
      problems.push({ source, place, problem: 'does not end (no END:VCARD) and was left out' });
      continue;
    }
    try {
      const contact = contactOf(parseCard(card), source, place);
      if (contact) contacts.push(contact);
      else problems.push({ source, place, problem: 'holds neither a name nor an e-mail address and was left out' });
    } catch {
      problems.push({ source, place, problem: 'is not written as a vCard should be and was left out' });
    }
  }
  return { source, format: 'vcard', contacts, problems, warnings: [] };
}
