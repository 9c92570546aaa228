import { basename } from 'node:path';
import { type BridgeReport, findBridges, RingbackError, readPerson } from '@ringback/core';
import type { ContactBook } from '../files/contacts/contact-book.ts';
import { type ReadContactsOptions, readContacts } from '../files/contacts/read-contacts.ts';
import { readJsonFile } from '../files/json-file.ts';

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
  books: readonly ContactBook[];
  warnings: string[];
}

/** Whom to tie together, and in whose contacts to look. */
export interface FindBridgeOptions {
  /** The caller: small, or JSON Resume. */
  me: unknown;
  /** The person called, likewise. */
  to: unknown;
  /** What the two are called in what is told; default "you" and "the person called". */
  names?: { me: string; to: string };
  books: readonly ContactBook[];
  /** Today: the age of a tie is counted from it. */
  now: Date;
  /** How many ties to answer. */
  limit?: number;
}

/**
 * Finds ties between the caller and the person called in contacts that were read. Nothing leaves the machine.
 * @throws RingbackError when a person cannot be read or two files have one name, in one sentence.
 */
export function findBridge({ me, to, names, books, now, limit }: FindBridgeOptions): BridgeSearchResult {
  const people = {
    me: readPerson(me, names?.me ?? 'you', names?.me ?? 'What is told of you'),
    to: readPerson(to, names?.to ?? 'the person called', names?.to ?? 'What is told of the person called'),
  };
  const sources = books.map(({ source }) => source);
  if (new Set(sources).size < sources.length) {
    throw new RingbackError('same-name', 'Two contact files have one name: rename one, so that a record can be found again.');
  }
  const report = findBridges({
    ...people,
    contacts: books.flatMap(({ contacts }) => contacts),
    today: now.toISOString().slice(0, 10),
    ...(limit === undefined ? {} : { limit }),
  });
  return { report, books, warnings: books.flatMap(({ warnings }) => warnings) };
}

/**
 * Searches files for ties between the caller and the person called.
 * @throws RingbackError when a file cannot be used at all, in one sentence.
 */
export async function searchBridges({
  mePath,
  toPath,
  contactPaths,
  now,
  limit,
  ...reading
}: SearchBridgesOptions): Promise<BridgeSearchResult> {
  const [me, to] = [await readJsonFile(mePath), await readJsonFile(toPath)];
  const books: ContactBook[] = [];
  for (const path of contactPaths) books.push(await readContacts(path, reading));
  const names = { me: basename(mePath), to: basename(toPath) };
  return findBridge({ me, to, names, books, now, ...(limit === undefined ? {} : { limit }) });
}
