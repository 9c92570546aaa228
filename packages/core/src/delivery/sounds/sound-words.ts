import type { Artifacts, HeardSound } from '../../documents/artifacts.ts';

/** How each kind is called in a sentence. */
const NAMES: Readonly<Record<HeardSound['kind'], string>> = {
  'dial-tone': 'a dial tone',
  ringing: 'ringing',
  'busy-tone': 'a busy tone',
  'information-tone': 'the three tones of a call that failed',
  keys: 'keys being pressed',
  beep: 'a beep',
  fax: 'a fax machine',
  tone: 'a steady tone',
  music: 'music',
  hum: 'a hum',
  noise: 'noise',
  silence: 'silence',
  greeting: 'a recorded greeting',
  prompt: 'a recorded prompt',
};

/** Kinds that are no length but an event. */
const SHORT: readonly HeardSound['kind'][] = ['beep', 'keys', 'information-tone'];
/** Most kinds named in one sentence. */
const MOST_NAMED = 3;
/** Share of the recording from which a kind is worth naming. House rule. */
const NAMED_SHARE = 0.1;

/** One sound as a person is told of it, "a dial tone for 6 s". */
export function soundInWords(kind: HeardSound['kind'], seconds: number): string {
  return SHORT.includes(kind) ? NAMES[kind] : `${NAMES[kind]} for ${Math.max(1, Math.round(seconds))} s`;
}

/** What is heard where nobody speaks, in one sentence: "Nobody speaks in this recording: a dial tone for 6 s." */
export function nobodySpeaks({ source, sound }: Pick<Artifacts, 'source' | 'sound'>): string {
  const sounds = sound?.sounds ?? [];
  const opening = sounds.some(({ kind }) => kind === 'greeting' || kind === 'prompt')
    ? 'Nobody leaves a message in this recording'
    : 'Nobody speaks in this recording';
  const kinds = [...new Set(sounds.map(({ kind }) => kind))];
  const seconds = (of: HeardSound['kind']) =>
    sounds.filter(({ kind }) => kind === of).reduce((sum, { start, end }) => sum + end - start, 0);
  const told = kinds.filter((kind) => SHORT.includes(kind) || seconds(kind) >= NAMED_SHARE * source.durationSec).slice(0, MOST_NAMED);
  if (told.length === 0) return `${opening}.`;
  if (told.length === 1 && told[0] === 'silence') return `${opening}: there is only silence.`;
  return `${opening}: ${told.map((kind) => soundInWords(kind, seconds(kind))).join(', then ')}.`;
}
