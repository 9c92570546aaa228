import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RingbackError } from '@ringback/core';
import { FLITE_VOICES } from '../../preview/flite-voice.ts';
import type { SpokenUtterance, Voice } from '../../preview/voice.ts';
import { decodeRecording } from './decode.ts';
import { openNodeVoice } from './flite.ts';
import { type RunProgram, runProgram } from './run-program.ts';
import type { SpeechSystem } from './speech-system.ts';
import { MACOS } from './system-voice-macos.ts';
import { WINDOWS } from './system-voice-windows.ts';

/** Where voices are looked for; the platform and the way to run a program can be others in tests. */
export interface SystemVoiceOptions {
  platform?: NodeJS.Platform;
  run?: RunProgram;
}

const SYSTEMS: Readonly<Partial<Record<NodeJS.Platform, SpeechSystem>>> = { darwin: MACOS, win32: WINDOWS };

/**
 * Opens a voice that reads scripts aloud: the one of that name, else this system's best, else the bundled one. Nothing is fetched or sent.
 * @throws RingbackError `no-voice` when there is none of that name.
 */
export async function openVoice(name?: string, options: SystemVoiceOptions = {}): Promise<Voice> {
  const bundled = FLITE_VOICES.find((one) => one === name);
  const system = bundled ? null : await openSystemVoice(name, options);
  if (system) return system;
  if (bundled || name === undefined) return openNodeVoice(bundled);
  throw new RingbackError('no-voice', `There is no voice of that name: take ${FLITE_VOICES.join(', ')}, or one that this system has.`);
}

/**
 * Opens a voice of this operating system: macOS's by `say`, Windows's by SAPI. All of them speak on this machine.
 * @param name Which one; without it the best known of those that speak English.
 * @returns null where the system has none, or none of that name.
 */
async function openSystemVoice(
  name?: string,
  { platform = process.platform, run = runProgram }: SystemVoiceOptions = {},
): Promise<Voice | null> {
  const system = SYSTEMS[platform];
  if (!system) return null;
  const { list, voicesOf, preferred } = system;
  const printed = await run(list.command, list.args, {}).catch(() => '');
  const voices = voicesOf(printed);
  const english = voices.filter(({ locale }) => /^en\b/i.test(locale));
  const best = preferred.find((one) => english.some((voice) => voice.name.startsWith(one)));
  const chosen =
    name === undefined
      ? english.find((voice) => best === undefined || voice.name.startsWith(best))
      : voices.find((voice) => voice.name === name);
  return chosen ? new SystemVoice(system, chosen.name, run) : null;
}

class SystemVoice implements Voice {
  readonly #system: SpeechSystem;
  readonly #name: string;
  readonly #run: RunProgram;

  constructor(system: SpeechSystem, name: string, run: RunProgram) {
    this.#system = system;
    this.#name = name;
    this.#run = run;
  }

  async speak(text: string, stretch: number): Promise<SpokenUtterance> {
    const folder = await mkdtemp(join(tmpdir(), 'ringback-voice-'));
    try {
      const file = join(folder, 'said.wav');
      const { command, args, input, env } = this.#system.speak(text, { voice: this.#name, stretch, file });
      await this.#run(command, args, { input, ...(env && { env }) });
      const { waveform } = await decodeRecording(new Uint8Array(await readFile(file)));
      return { waveform, phones: [] };
    } catch (cause) {
      throw new RingbackError(
        'voice-failed',
        'The voice of this system did not speak: try again, or take the bundled one with --voice slt.',
        { kind: 'internal', cause },
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async phonesOf(words: readonly string[]): Promise<string[][]> {
    return words.map(() => []);
  }
}
