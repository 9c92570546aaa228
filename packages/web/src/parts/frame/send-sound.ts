import { api } from '../../desk/http/client.ts';
import { Refusal } from '../../desk/http/problem.ts';
import { wavHeader } from '../../recorder/wav-header.ts';
import { goTo } from './route.ts';

const UNREADABLE = new Set(['no-decoder', 'not-audio', 'damaged']);
/** Hz: all that the recogniser hears. */
const HEARD_RATE = 16_000;
/** Samples that are turned into 16 bits in one go: some milliseconds of work. */
const AT_ONCE = 500_000;

/** Sends a recording to be heard and opens its review. What the server cannot decode, the browser decodes (M4A for example). */
export async function sendSound(file: File, scriptId: string | null): Promise<void> {
  const id = crypto.randomUUID();
  try {
    await api.upload(id, file.name, file, scriptId);
  } catch (error) {
    if (!(error instanceof Refusal) || !UNREADABLE.has(error.code)) throw error;
    const decoded = await decodeHere(file);
    if (decoded === null) throw error;
    await api.upload(id, file.name, decoded, scriptId);
  }
  goTo('review', id);
}

/** The recording as 16-bit mono WAV, decoded by the browser; null when it cannot. */
async function decodeHere(file: Blob): Promise<Blob | null> {
  const context = new OfflineAudioContext(1, 1, HEARD_RATE);
  const sound = await context.decodeAudioData(await file.arrayBuffer()).catch(() => null);
  if (sound === null) return null;
  const channels = Array.from({ length: sound.numberOfChannels }, (_, i) => sound.getChannelData(i));
  const samples = new Int16Array(sound.length);
  for (let from = 0; from < samples.length; from += AT_ONCE) {
    mixInto(samples, channels, from, Math.min(samples.length, from + AT_ONCE));
    // Between two stretches the page answers.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob([wavHeader(sound.sampleRate, samples.length), samples], { type: 'audio/wav' });
}

function mixInto(samples: Int16Array, channels: readonly Float32Array[], from: number, to: number): void {
  for (let i = from; i < to; i++) {
    let sum = 0;
    for (const channel of channels) sum += channel[i] ?? 0;
    samples[i] = Math.round(Math.max(-1, Math.min(1, sum / channels.length)) * 0x7fff);
  }
}
