import { join } from 'node:path';
import type { Composition, Tune } from '@ringback/core';
import { scriptArtifacts } from '@ringback/core';
import { encodeWav, type Preview, speakDigitGroup, speakScript, type Waveform } from '@ringback/speech';
import { openVoice } from '@ringback/speech/node';
import { writeWholeFile } from '../files/write-file.ts';

/** How scripts are previewed. */
export interface PreviewScriptOptions {
  /** A voice of this system by its name, or slt, rms, awb or kal16. Default the system's best, slt where it has none. */
  voice?: string;
  paceWordsPerMinute?: number;
  region?: string;
  signal?: AbortSignal;
}

/** Reads a script aloud; no network is used. Throws `no-voice` when there is no voice of that name. */
export async function previewScript(text: string, options: PreviewScriptOptions = {}): Promise<Preview> {
  const { transcript } = scriptArtifacts(text, { name: 'script' });
  const words = transcript.ok ? transcript.value : { text, words: [] };
  const { voice, ...rest } = options;
  return speakScript(words, await openVoice(voice), rest);
}

/** Reads one group of digits aloud, as a drill does. */
export async function previewDigits(digits: string, tune: Tune, voice?: string): Promise<Waveform> {
  return speakDigitGroup(digits, tune, await openVoice(voice));
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
