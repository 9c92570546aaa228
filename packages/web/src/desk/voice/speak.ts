import type { Tune, Utterance } from '@ringback/core';
import { ownRegion } from '../../parts/frame/settings.ts';
import { api } from '../http/client.ts';
import { ownVoice } from './system-voices.ts';

/** A voice of a system at dictation pace, of its own; and its pitch where a group ends: 1 is its own. House rules. */
const SLOW_RATE = 0.8;
const TUNE_PITCH: Readonly<Record<Tune, number>> = { rise: 1.3, fall: 0.75 };

/** Resolves after so many seconds, or at once when it is no longer wanted. */
export function rest(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Reads a script aloud; `onBegin` is told when there is something to hear. Resolves at its end, or when it is aborted. */
export async function speakScript(text: string, signal: AbortSignal, onBegin: () => void): Promise<void> {
  const voice = await ownVoice();
  if (voice === null) return playSound(await api.preview({ text }), signal, onBegin);
  const { scriptUtterances } = await import('./utterances.ts');
  if (signal.aborted) return;
  onBegin();
  await sayAll(scriptUtterances(text, ownRegion()), voice, signal);
}

/** What says one group of digits after the other, with nothing left to fetch between them. */
export async function openGroupVoice(
  groups: readonly { group: string; tune: Tune }[],
): Promise<(index: number, signal: AbortSignal) => Promise<void>> {
  const voice = await ownVoice();
  const digits = groups.map(({ group }) => group.replace(/\D/g, ''));
  if (voice === null) {
    const sounds = await Promise.all(groups.map(({ tune }, index) => api.preview({ text: digits[index] ?? '', tune })));
    return async (index, signal) => {
      const sound = sounds[index];
      if (sound) await playSound(sound, signal, () => {});
    };
  }
  const { groupUtterances } = await import('./utterances.ts');
  return (index, signal) => sayAll(groupUtterances(digits[index] ?? '', groups[index]?.tune ?? 'fall', 0), voice, signal);
}

async function sayAll(utterances: readonly Utterance[], voice: SpeechSynthesisVoice, signal: AbortSignal): Promise<void> {
  for (const utterance of utterances) {
    if (signal.aborted) return;
    await say(utterance, voice, signal);
    await rest(utterance.pauseAfter, signal);
  }
}

function say({ text, slow, tune }: Utterance, voice: SpeechSynthesisVoice, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.rate = slow ? SLOW_RATE : 1;
    spoken.pitch = tune ? TUNE_PITCH[tune] : 1;
    spoken.onend = () => resolve();
    spoken.onerror = ({ error }) => (signal.aborted ? resolve() : reject(new Error(`the system's voice did not speak: ${error}`)));
    signal.addEventListener(
      'abort',
      () => {
        speechSynthesis.cancel();
        resolve();
      },
      { once: true },
    );
    speechSynthesis.speak(spoken);
  });
}

async function playSound(sound: Blob, signal: AbortSignal, onBegin: () => void): Promise<void> {
  if (signal.aborted) return;
  const player = new Audio(URL.createObjectURL(sound));
  try {
    await player.play();
    onBegin();
    await new Promise<void>((resolve) => {
      player.onended = () => resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (signal.aborted) resolve();
    });
  } finally {
    player.pause();
    URL.revokeObjectURL(player.src);
  }
}
