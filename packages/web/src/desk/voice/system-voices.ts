import { settings } from '../../parts/frame/settings.ts';

/** What `settings().voice` says for the voice that comes along. */
export const BUNDLED = 'bundled';
/** Milliseconds within which a browser tells its voices; one without any never does. */
const TOLD_WITHIN_MS = 400;

/** The voices of this system that speak English and speak here: a voice that sends the words away is never among them. */
export async function localVoices(): Promise<SpeechSynthesisVoice[]> {
  const speech = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!speech) return [];
  if (speech.getVoices().length === 0) {
    await new Promise((resolve) => {
      speech.addEventListener('voiceschanged', resolve, { once: true });
      setTimeout(resolve, TOLD_WITHIN_MS);
    });
  }
  return speech.getVoices().filter(({ localService, lang }) => localService === true && /^en\b/i.test(lang));
}

/** The voice to read with: the one that was chosen, else the system's own choice; null for the bundled one. */
export async function ownVoice(): Promise<SpeechSynthesisVoice | null> {
  const { voice: wanted } = settings();
  if (wanted === BUNDLED) return null;
  const voices = await localVoices();
  return voices.find(({ name }) => name === wanted) ?? voices.find((voice) => voice.default) ?? voices[0] ?? null;
}
