import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RingbackError, render, toJson } from '@ringback/core';
import { makeFolder, writeWholeFile } from 'ringback';
import type { OwnDesk } from '../../live/own-desk.ts';
import type { TakeSound } from '../../live/take-sound.ts';
import type { Comment, CommentStore } from '../../ports/coaching.ts';
import type { StoredTake } from '../../ports/stores.ts';

/** How many files of a kind were written. */
export interface ExportTally {
  scripts: number;
  takes: number;
  briefs: number;
}

const DAY = 'YYYY-MM-DD'.length;
/** Signs of an id that tell files of one name apart. */
const SHORT_ID = 8;
const LONGEST_NAME = 60;

/** A name of a file for any name that a person may give. */
function fileName(name: string, id: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|.]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .trim();
  return `${safe || 'unnamed'} ${id.slice(0, SHORT_ID)}`;
}

/**
 * Writes all that is one person's into an empty folder, as files that need no Ringback: scripts as text, takes as WAV, text and JSON with what was said of them, the log as CSV and JSON.
 * @throws RingbackError "bad-output" when the folder holds something, "cannot-write" when it cannot be written.
 */
export async function exportPerson(
  own: Pick<OwnDesk, 'owner' | 'scripts' | 'takes' | 'briefs' | 'calls'> & { comments: Pick<CommentStore, 'of' | 'byOnOthers'> },
  sound: TakeSound,
  folder: string,
): Promise<ExportTally> {
  await makeFolder(folder);
  if ((await readdir(folder)).length > 0) throw new RingbackError('bad-output', 'The folder of an export has to be empty: name another.');
  const write = (place: string[], content: string | Uint8Array): Promise<void> => writeWholeFile(join(folder, ...place), content);
  const scripts = await own.scripts.list();
  for (const { id, name, text } of scripts) await write(['scripts', `${fileName(name, id)}.txt`], `${text}\n`);
  const briefs = await own.briefs.list();
  for (const { id, draft } of briefs) await write(['briefs', `${id}.json`], toJson(draft, 2));
  const takes = await own.takes.list();
  for (const { id } of takes) {
    const take = await own.takes.find(id);
    if (take !== null) await writeTake(take, await own.comments.of(id), sound, write);
  }
  const onOthers = await own.comments.byOnOthers(own.owner);
  if (onOthers.length > 0) await write(['comments-on-others.json'], toJson(onOthers, 2));
  await write(['calls.json'], await own.calls.exported('json'));
  await write(['calls.csv'], await own.calls.exported('csv'));
  return { scripts: scripts.length, takes: takes.length, briefs: briefs.length };
}

async function writeTake(
  { artifacts, review, digest: _, ...take }: StoredTake,
  comments: readonly Comment[],
  sound: TakeSound,
  write: (place: string[], content: string | Uint8Array) => Promise<void>,
): Promise<void> {
  const place = ['takes', `${take.createdAt.slice(0, DAY)} ${fileName(take.name, take.id)}`];
  await write([...place, 'take.json'], toJson(take, 2));
  if (comments.length > 0) await write([...place, 'comments.json'], toJson(comments, 2));
  const wav = await sound.read(take.id);
  if (wav !== null) await write([...place, 'sound.wav'], wav);
  if (artifacts !== null) await write([...place, 'heard.json'], toJson(artifacts, 2));
  if (review === null) return;
  await write([...place, 'review.json'], toJson(review, 2));
  await write([...place, 'review.txt'], render(review, 'text'));
}
