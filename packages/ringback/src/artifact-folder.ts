import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Artifacts, RingbackError } from '@ringback/core';
import { artifactsSchema } from './artifact-schema.ts';
import { writeWholeFile } from './write-file.ts';

/** The one file of an artifact folder. */
export const ARTIFACT_FILE = 'artifacts.json';

/** Artifacts as JSON text: NaN becomes null, sampled tracks become plain arrays rounded to 0.01. */
export function artifactsToJson(artifacts: Artifacts): string {
  const plain = JSON.stringify(artifacts, (_, value: unknown) =>
    value instanceof Float32Array
      ? Array.from(value, (sample) => (Number.isFinite(sample) ? Math.round(sample * 100) / 100 : null))
      : value,
  );
  return `${plain}\n`;
}

/** Saves artifacts in a folder, from which {@link loadArtifacts} reads them back. */
export async function saveArtifacts(folder: string, artifacts: Artifacts): Promise<void> {
  await writeWholeFile(join(folder, ARTIFACT_FILE), artifactsToJson(artifacts));
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
  const parsed = artifactsSchema.safeParse(json);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'the top';
    throw new RingbackError('bad-artifacts', `"${place}" is not artifacts of version 1 (at ${where}): save them again with --artifacts.`);
  }
  return parsed.data;
}
