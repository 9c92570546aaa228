import { join } from 'node:path';
import type { Composition } from '@ringback/core';
import { scriptArtifacts } from '@ringback/core';
import { encodeWav, type FliteVoiceName, type Preview, speakScript } from '@ringback/speech';
import { openNodeVoice } from '@ringback/speech/node';
import { writeWholeFile } from '../files/write-file.ts';

/** How scripts are previewed. */
export interface PreviewScriptOptions {
  voice?: FliteVoiceName;
  paceWordsPerMinute?: number;
  region?: string;
  signal?: AbortSignal;
}

/** Reads a script aloud with the bundled voice; no network is used. */
export async function previewScript(text: string, options: PreviewScriptOptions = {}): Promise<Preview> {
  const { transcript } = scriptArtifacts(text, { name: 'script' });
  const words = transcript.ok ? transcript.value : { text, words: [] };
  const { voice, ...rest } = options;
  return speakScript(words, await openNodeVoice(voice), rest);
}

/** Writes each script as `<manner>.wav` with its word times as `<manner>.json`; answers the names of the files. */
export async function writePreviews(folder: string, { scripts }: Composition, options: PreviewScriptOptions): Promise<string[]> {
  const names: string[] = [];
  for (const { manner, text } of scripts) {
    const { waveform, transcript, durationSec } = await previewScript(text, options);
    await writeWholeFile(join(folder, `${manner}.wav`), encodeWav(waveform));
    await writeWholeFile(join(folder, `${manner}.json`), `${JSON.stringify({ manner, durationSec, transcript }, null, 2)}\n`);
    names.push(`${manner}.wav`);
  }
  return names;
}
