import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { RingbackError } from '@ringback/core';
import type { ContactBook } from './contact-book.ts';
import type { ColumnMap } from './csv-columns.ts';
import { readCsvContacts } from './csv-contacts.ts';
import { decodeText } from './text.ts';
import { readVcardContacts } from './vcard-contacts.ts';

/** Largest contact file, bytes: some 500,000 contacts, or a vCard file with a thousand pictures. House rule. */
export const LARGEST_CONTACT_FILE = 100 * 1024 * 1024;

/** How to read a contact file. */
export interface ReadContactsOptions {
  /** For a CSV whose header is not known: which column holds what. */
  columns?: ColumnMap;
  /** Bytes; {@link LARGEST_CONTACT_FILE} by default. */
  largest?: number;
}

/** Reads contacts from bytes; told by content, never by the file's name alone. */
export function contactsFromBytes(bytes: Uint8Array, source: string, options: ReadContactsOptions = {}): ContactBook {
  const { text, warnings } = decodeText(bytes, source);
  const isVcard = /^\uFEFF?\s*BEGIN:VCARD/i.test(text.slice(0, 1000)) || (/\.vcf$/i.test(source) && /^BEGIN:VCARD/im.test(text));
  const book = isVcard ? readVcardContacts(text, source) : readCsvContacts(text, source, options.columns);
  return { ...book, warnings: [...warnings, ...book.warnings] };
}

/**
 * Reads one contact file: LinkedIn's Connections.csv, Google Contacts (CSV), vCard 2.1, 3 or 4, or plain CSV.
 * @throws RingbackError `missing-file`, `not-a-file`, `empty-file`, `too-large` or `not-contacts`, each in one sentence.
 */
export async function readContacts(path: string, options: ReadContactsOptions = {}): Promise<ContactBook> {
  const source = basename(path);
  const file = await open(path).catch(() => {
    throw new RingbackError('missing-file', `"${source}" cannot be opened: check the path and that you may read it.`);
  });
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw new RingbackError('not-a-file', `"${source}" is not a file: give the exported contacts themselves.`);
    const largest = options.largest ?? LARGEST_CONTACT_FILE;
    if (facts.size > largest) {
      const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
      throw new RingbackError(
        'too-large',
        `"${source}" has ${megabytes(facts.size)} MB, and contacts are read up to ${megabytes(largest)} MB: export them without pictures, or in parts.`,
      );
    }
    return contactsFromBytes(await file.readFile(), source, options);
  } finally {
    await file.close();
  }
}
