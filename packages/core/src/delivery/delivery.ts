import type { Artifacts, PitchTrack, SoundArtifacts, Track, WithheldMeasure } from '../documents/artifacts.ts';
import type { Message, PhoneMention } from '../documents/message.ts';
import type { Delivery } from '../documents/review.ts';
import type { Span } from '../documents/span.ts';
import { syllablesOf } from '../spoken/syllables.ts';
import { messageSeconds } from './sounds/index.ts';

const SECONDS_PER_MINUTE = 60;
const SEMITONES_PER_OCTAVE = 12;
/** Fewest voiced frames from which a median and a spread mean anything: half a second at 10 ms steps. House rule. */
const MIN_VOICED_FRAMES = 50;
/** Shortest speech in which a beginning and an end can be told apart, in seconds. House rule. */
const MIN_SPEECH_FOR_FALL_SEC = 6;

/** How the message was said, from what was gathered. Measures that were not taken or are withheld are null. */
export function deriveDelivery(artifacts: Artifacts, message: Message): Delivery {
  const durationSec = messageSeconds(artifacts);
  const base: Delivery = {
    durationSec,
    speechSec: null,
    wordsPerMinute: durationSec > 0 ? (message.wordCount / durationSec) * SECONDS_PER_MINUTE : 0,
    articulationRate: null,
    pauses: [],
    fillers: [],
    pitch: null,
    levelDb: null,
    levelFallDb: null,
    digitsPerSecond: null,
    quality: { clippedShare: null, snrDb: null, bandwidthHz: null, withheld: [] },
  };
  if (artifacts.sound === undefined) return base;
  return withSound(base, artifacts, artifacts.sound, message);
}

function withSound(base: Delivery, artifacts: Artifacts, sound: SoundArtifacts, message: Message): Delivery {
  const withheld = withheldMeasures(sound);
  const may = (measure: WithheldMeasure) => !withheld.some((entry) => entry.measure === measure);
  const delivery: Delivery = { ...base, quality: { ...base.quality, withheld } };
  if (sound.quality.ok) {
    const { clippedShare, snrDb, bandwidthHz, speechLevelDb } = sound.quality.value;
    Object.assign(delivery.quality, { clippedShare, snrDb, bandwidthHz });
    if (may('level')) delivery.levelDb = speechLevelDb;
  }
  if (sound.activity.ok) {
    const { segments, pauses, fillers } = sound.activity.value;
    delivery.speechSec = total(segments);
    if (may('pauses')) Object.assign(delivery, { pauses, fillers });
    if (may('rate')) delivery.articulationRate = articulationRate(artifacts, delivery.speechSec);
    if (may('level') && sound.level.ok) delivery.levelFallDb = levelFall(sound.level.value, segments);
  }
  if (may('pitch') && sound.pitch.ok) delivery.pitch = pitchSpread(sound.pitch.value);
  if (may('digits')) delivery.digitsPerSecond = clearestDigitRate(message);
  return delivery;
}

/** Measures the recording spoils, and measures whose gathering failed, each with its reason. */
function withheldMeasures(sound: SoundArtifacts): Delivery['quality']['withheld'] {
  const withheld: { measure: WithheldMeasure; reason: string }[] = sound.quality.ok ? [...sound.quality.value.withheld] : [];
  const add = (measure: WithheldMeasure, reason: string) => {
    if (!withheld.some((entry) => entry.measure === measure)) withheld.push({ measure, reason });
  };
  if (!sound.quality.ok) add('level', sound.quality.reason);
  if (!sound.pitch.ok) add('pitch', sound.pitch.reason);
  if (!sound.level.ok) add('level', sound.level.reason);
  if (!sound.activity.ok) {
    add('pauses', sound.activity.reason);
    add('rate', sound.activity.reason);
  }
  return withheld;
}

function total(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}

function articulationRate(artifacts: Artifacts, speechSec: number): number | null {
  if (!artifacts.transcript.ok || speechSec <= 0) return null;
  const syllables = artifacts.transcript.value.words.reduce((sum, word) => sum + syllablesOf(word.text), 0);
  return syllables / speechSec;
}

function present(track: Track, within: (sec: number) => boolean = () => true): number[] {
  const values: number[] = [];
  for (let i = 0; i < track.values.length; i++) {
    const value = track.values[i];
    if (typeof value === 'number' && Number.isFinite(value) && within(track.startSec + i * track.stepSec)) values.push(value);
  }
  return values;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function pitchSpread(track: PitchTrack): Delivery['pitch'] {
  const voiced = present(track).filter((hz) => hz > 0);
  const medianHz = median(voiced);
  if (medianHz === null || voiced.length < MIN_VOICED_FRAMES) return null;
  const semitones = voiced.map((hz) => SEMITONES_PER_OCTAVE * Math.log2(hz / medianHz));
  const mean = semitones.reduce((sum, value) => sum + value, 0) / semitones.length;
  const variance = semitones.reduce((sum, value) => sum + (value - mean) ** 2, 0) / semitones.length;
  return { medianHz, sdSemitones: Math.sqrt(variance) };
}

/** dB by which the last third of the speech is quieter than the first, by the medians over speech. */
function levelFall(track: Track, segments: readonly Span[]): number | null {
  const first = segments[0];
  const last = segments.at(-1);
  if (first === undefined || last === undefined || total(segments) < MIN_SPEECH_FOR_FALL_SEC) return null;
  const third = (last.end - first.start) / 3;
  const spoken = (sec: number) => segments.some((segment) => sec >= segment.start && sec <= segment.end);
  const opening = median(present(track, (sec) => spoken(sec) && sec < first.start + third));
  const closing = median(present(track, (sec) => spoken(sec) && sec > last.end - third));
  return opening === null || closing === null ? null : opening - closing;
}

/** Digits per second of the mention that is said slowest: a listener writes down from the clearest one. */
function clearestDigitRate(message: Message): number | null {
  const rates = message.phoneNumbers.flatMap((phone) => phone.mentions.map(digitRate)).filter((rate) => rate !== null);
  return rates.length === 0 ? null : Math.min(...rates);
}

/** Digits per second from the start of the first digit to the end of the last; null without times. */
export function digitRate(mention: PhoneMention): number | null {
  const first = mention.digits?.[0];
  const last = mention.digits?.at(-1);
  if (first === undefined || last === undefined || last.end <= first.start || mention.digits === undefined) return null;
  return mention.digits.length / (last.end - first.start);
}
