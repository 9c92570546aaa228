import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Artifacts, RingbackError, readArtifacts, toJson } from '@ringback/core';
import { writeWholeFile } from './write-file.ts';

/** The one file of an artifact folder. */
export const ARTIFACT_FILE = 'artifacts.json';

/** Saves artifacts in a folder, from which {@link loadArtifacts} reads them back. */
export async function saveArtifacts(folder: string, artifacts: Artifacts): Promise<void> {
  await writeWholeFile(join(folder, ARTIFACT_FILE), toJson(artifacts));
}

/** Whether a path is a folder that holds saved artifacts. */
export async function isArtifactFolder(path: string): Promise<boolean> {
  return (await stat(join(path, ARTIFACT_FILE)).catch(() => null))?.isFile() ?? false;
}

/**
 * Reads artifacts back.
 * @throws RingbackError "bad-artifacts" when the file is not JSON, of another version, or not of the right shape.
 */
export async function loadArtifacts(folder: string): Promise<Artifacts> {
  const place = `${basename(folder)}/${ARTIFACT_FILE}`;
  let json: unknown;
  try {
    json = JSON.parse(await readFile(join(folder, ARTIFACT_FILE), 'utf8'));
  } catch (cause) {
    throw new RingbackError('bad-artifacts', `"${place}" is not JSON: save the artifacts again with --artifacts.`, { cause });
  }
  return readArtifacts(json, place);
}
