import { basename } from 'node:path';
import { type BridgeReport, findBridges, type Person, RingbackError, readPerson } from '@ringback/core';
import type { ContactBook } from '../contacts/contact-book.ts';
import { type ReadContactsOptions, readContacts } from '../contacts/read-contacts.ts';
import { readJsonFile } from '../json-file.ts';

/** Which files to search. */
export interface SearchBridgesOptions extends ReadContactsOptions {
  /** `me.json`, JSON Resume. */
  mePath: string;
  /** The person called: a small JSON or JSON Resume. */
  toPath: string;
  contactPaths: readonly string[];
  /** Today: the age of a tie is counted from it. */
  now: Date;
  /** How many ties to answer. */
  limit?: number;
}

/** Ties found in files, with what was wrong with the files. */
export interface BridgeSearchResult {
  report: BridgeReport;
  books: ContactBook[];
}

async function personOf(path: string): Promise<Person> {
  return readPerson(await readJsonFile(path), basename(path));
}

/**
 * Searches contact files for ties between the caller and the person called. Nothing leaves the machine.
 * @throws RingbackError when a file cannot be used at all, in one sentence.
 */
export async function searchBridges(options: SearchBridgesOptions): Promise<BridgeSearchResult> {
  const [me, to] = [await personOf(options.mePath), await personOf(options.toPath)];
  const books: ContactBook[] = [];
  for (const path of options.contactPaths) books.push(await readContacts(path, options));
  const names = books.map(({ source }) => source);
  if (new Set(names).size < names.length) {
    throw new RingbackError('same-name', 'Two contact files have one name: rename one, so that a record can be found again.');
  }
  const report = findBridges({
    me,
    to,
    contacts: books.flatMap(({ contacts }) => contacts),
    today: options.now.toISOString().slice(0, 10),
    ...(options.limit === undefined ? {} : { limit: options.limit }),
  });
  return { report, books };
}
