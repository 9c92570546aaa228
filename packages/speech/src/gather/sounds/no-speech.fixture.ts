import { throughMuLaw } from '../../signal/g711.ts';
import { type Random, seededRandom } from '../../signal/random.ts';
import type { Waveform } from '../../signal/waveform.ts';

/** Sound in which nobody speaks, made from a seed. */
type Maker = (random: Random, length: number, rate: number) => Float32Array;

const TURN = 2 * Math.PI;
const between = ({ uniform }: Random, low: number, high: number): number => low + uniform() * (high - low);
const pick = <T>({ uniform }: Random, of: readonly T[]): T => of[Math.floor(uniform() * of.length)] as T;
const filled = (length: number, value: (i: number) => number): Float32Array => Float32Array.from({ length }, (_, i) => value(i));
const sum = (...parts: Float32Array[]): Float32Array =>
  (parts[0] ?? new Float32Array()).map((_, i) => parts.reduce((all, part) => all + (part[i] ?? 0), 0));

const white: Maker = (random, length) => filled(length, () => random.gaussian() * 0.3);

/** Paul Kellet's filter: three poles that together fall by about 3 dB an octave. */
const pink: Maker = (random, length) => {
  let [a, b, c] = [0, 0, 0];
  return filled(length, () => {
    const next = random.gaussian();
    a = 0.99765 * a + next * 0.099046;
    b = 0.963 * b + next * 0.2965164;
    c = 0.57 * c + next * 1.0526913;
    return (a + b + c + next * 0.1848) * 0.1;
  });
};

const brown: Maker = (random, length) => {
  let level = 0;
  return filled(length, () => {
    level = 0.995 * level + random.gaussian() * 0.05;
    return level;
  });
};

/** Frequencies that sound together while `on` (seconds since the start) says so. */
const tones = (length: number, rate: number, hz: readonly number[], on: (sec: number) => boolean = () => true): Float32Array =>
  filled(length, (i) => (on(i / rate) ? hz.reduce((all, each) => all + Math.sin((TURN * each * i) / rate), 0) / hz.length : 0));

const cadence = (onSec: number, offSec: number) => (sec: number) => sec % (onSec + offSec) < onSec;

/** A band of noise: two poles around `hz`. */
function band(noise: Float32Array, hz: number, widthHz: number, rate: number): Float32Array {
  const radius = Math.exp((-Math.PI * widthHz) / rate);
  const turn = 2 * radius * Math.cos((TURN * hz) / rate);
  let [one, two] = [0, 0];
  return noise.map((value) => {
    const next = value * (1 - radius) + turn * one - radius * radius * two;
    [two, one] = [one, next];
    return next;
  });
}

const hum: Maker = (random, length, rate) => {
  const mains = pick(random, [50, 60]);
  return sum(
    ...[1, 2, 3, 5, 7].map((k) => tones(length, rate, [k * mains]).map((value) => value / k)),
    white(random, length, rate).map((value) => value * 0.02),
  );
};

const fan: Maker = (random, length, rate) => {
  const blade = between(random, 12, 30);
  return sum(
    pink(random, length, rate).map((value, i) => value * (1 + 0.3 * Math.sin((TURN * blade * i) / rate))),
    tones(length, rate, [blade * 7]).map((value) => value * 0.05),
  );
};

const dialTone: Maker = (random, length, rate) => tones(length, rate, pick(random, [[350, 440], [350, 450], [425]]));
const busy: Maker = (random, length, rate) => tones(length, rate, pick(random, [[480, 620], [400], [425]]), cadence(0.5, 0.5));
const reorder: Maker = (random, length, rate) => tones(length, rate, pick(random, [[480, 620], [425]]), cadence(0.25, 0.25));
const ringing: Maker = (random, length, rate) =>
  pick(random, [
    () => tones(length, rate, [440, 480], cadence(2, 4)),
    () => tones(length, rate, [400, 450], (sec) => sec % 3 < 0.4 || (sec % 3 >= 0.6 && sec % 3 < 1)),
    () => tones(length, rate, [425], cadence(1, 4)),
  ])();
const information: Maker = (_random, length, rate) => {
  const hz = [985.2, 1428.5, 1776.7];
  return filled(length, (i) => {
    const place = Math.floor(((i / rate) % 2.5) / 0.33);
    return place < 3 ? Math.sin((TURN * (hz[place] ?? 0) * i) / rate) : 0;
  });
};

const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477];
const keys: Maker = (random, length, rate) => {
  const [onSec, offSec] = [between(random, 0.08, 0.25), between(random, 0.06, 0.4)];
  const pressed = Array.from({ length: 200 }, () => [pick(random, ROWS), pick(random, COLUMNS)]);
  return filled(length, (i) => {
    const sec = i / rate;
    if (sec % (onSec + offSec) >= onSec) return 0;
    return (pressed[Math.floor(sec / (onSec + offSec))] ?? []).reduce((all, hz) => all + Math.sin((TURN * hz * i) / rate) / 2, 0);
  });
};

const beep: Maker = (random, length, rate) => {
  const [hz, start, long] = [pick(random, [440, 800, 1000, 1400]), between(random, 0.3, 2), between(random, 0.2, 0.9)];
  return sum(
    tones(length, rate, [hz], (sec) => sec >= start && sec < start + long),
    white(random, length, rate).map((value) => value * 0.01),
  );
};
const whistle: Maker = (random, length, rate) => {
  const [low, high, speed] = [between(random, 300, 700), between(random, 900, 2000), between(random, 0.1, 0.6)];
  let phase = 0;
  return filled(length, (i) => {
    phase += (low + (high - low) * (0.5 + 0.5 * Math.sin((TURN * speed * i) / rate))) / rate;
    return Math.sin(TURN * phase);
  });
};
const fax: Maker = (random, length, rate) =>
  tones(length, rate, pick(random, [[1100], [2100]]), pick(random, [cadence(0.5, 3), () => true]));

const note = (step: number): number => 220 * 2 ** (step / 12);
const SCALE = [0, 2, 4, 5, 7, 9, 11, 12, 14, 16];

/** Held chords of a few harmonics that fade into each other. */
const chords: Maker = (random, length, rate) => {
  const barSec = between(random, 1.2, 2.5);
  const bars = Array.from({ length: 12 }, () => {
    const root = pick(random, [0, 5, 7, 9]);
    return [0, pick(random, [3, 4]), 7, 12].map((step) => note(root + step));
  });
  return filled(length, (i) => {
    const sec = i / rate;
    const swell = Math.sin((Math.PI * (sec % barSec)) / barSec) ** 0.5;
    return (
      (bars[Math.floor(sec / barSec)] ?? []).reduce(
        (all, hz) => all + [1, 2, 3].reduce((tone, k) => tone + Math.sin((TURN * k * hz * i) / rate) / k ** 2, 0),
        0,
      ) *
      swell *
      0.15
    );
  });
};

/** Notes of a scale, each struck and dying away. */
const melody: Maker = (random, length, rate) => {
  const noteSec = between(random, 0.2, 0.6);
  const notes = Array.from({ length: 80 }, () => note(pick(random, SCALE)));
  const harmonics = pick(random, [[1], [1, 0.5, 0.3], [1, 0, 0.4, 0, 0.2]]);
  const decay = between(random, 2, 8);
  return filled(length, (i) => {
    const sec = i / rate;
    const inside = sec % noteSec;
    const hz = notes[Math.floor(sec / noteSec)] ?? 440;
    return (
      harmonics.reduce((all, gain, k) => all + gain * Math.sin((TURN * (k + 1) * hz * i) / rate), 0) *
      Math.exp(-decay * inside) *
      Math.min(1, inside * 100) *
      0.4
    );
  });
};
const drums: Maker = (random, length, rate) => {
  const beat = between(random, 0.3, 0.6);
  const noise = white(random, length, rate);
  return filled(length, (i) => {
    const sec = i / rate;
    const inside = sec % beat;
    const kick = Math.floor(sec / beat) % 2 === 0;
    return kick
      ? Math.sin(TURN * (50 + 100 * Math.exp(-inside * 30)) * inside) * Math.exp(-inside * 12)
      : (noise[i] ?? 0) * Math.exp(-inside * 25);
  });
};
const band2: Maker = (random, length, rate) =>
  sum(
    chords(random, length, rate),
    melody(random, length, rate),
    drums(random, length, rate).map((value) => value * 0.4),
  );

const breath: Maker = (random, length, rate) => {
  const [every, hz] = [between(random, 2, 4), between(random, 500, 1500)];
  const noise = white(random, length, rate);
  const shaped = sum(band(noise, hz, 600, rate), band(noise, hz * 2.2, 900, rate));
  return shaped.map((value, i) => {
    const place = ((i / rate) % every) / every;
    return (
      value *
      (place < 0.35
        ? Math.sin((Math.PI * place) / 0.35)
        : place > 0.5 && place < 0.95
          ? 0.6 * Math.sin((Math.PI * (place - 0.5)) / 0.45)
          : 0.01)
    );
  });
};

/** Short bursts of noise at uneven times. */
const bursts = (random: Random, length: number, rate: number, everySec: number, decaySec: number, hz: number): Float32Array => {
  const noise = band(white(random, length, rate), hz, hz, rate);
  const out = new Float32Array(length);
  for (let at = between(random, 0, everySec); at < length / rate; at += between(random, 0.4, 1.8) * everySec) {
    const gain = between(random, 0.3, 1);
    const first = Math.round(at * rate);
    for (let i = first; i < Math.min(length, first + decaySec * 6 * rate); i += 1)
      out[i] = (out[i] ?? 0) + (noise[i] ?? 0) * gain * Math.exp(-(i - first) / (decaySec * rate));
  }
  return out;
};
const keyboard: Maker = (random, length, rate) =>
  bursts(random, length, rate, between(random, 0.12, 0.3), 0.008, between(random, 1500, 3000));
const steps: Maker = (random, length, rate) => bursts(random, length, rate, between(random, 0.5, 0.8), 0.04, between(random, 100, 300));
const drops: Maker = (random, length, rate) =>
  sum(
    bursts(random, length, rate, 0.05, 0.003, 3000),
    white(random, length, rate).map((value) => value * 0.05),
  );
const paper: Maker = (random, length, rate) => bursts(random, length, rate, 0.25, 0.05, between(random, 2000, 3300));

/** Many far voices at once are a band of noise that swells at the pace of syllables; no word is in it. */
const crowd: Maker = (random, length, rate) => {
  const bands = [300, 500, 900, 1500, 2300].map((hz) => band(white(random, length, rate), hz * between(random, 0.9, 1.1), hz * 0.5, rate));
  const pace = bands.map(() => ({ speed: between(random, 1, 4), phase: random.uniform() * TURN }));
  return filled(length, (i) =>
    bands.reduce(
      (all, each, k) => all + (each[i] ?? 0) * (1 + 0.4 * Math.sin((TURN * (pace[k]?.speed ?? 1) * i) / rate + (pace[k]?.phase ?? 0))),
      0,
    ),
  );
};
const wind: Maker = (random, length, rate) => {
  const speed = between(random, 0.2, 0.7);
  return sum(brown(random, length, rate), band(white(random, length, rate), between(random, 200, 500), 150, rate)).map(
    (value, i) => value * (0.6 + 0.4 * Math.sin((TURN * speed * i) / rate)),
  );
};
const traffic: Maker = (random, length, rate) => {
  const passes = between(random, 1, length / rate - 1);
  return brown(random, length, rate)
    .map((value, i) => value * (0.2 + Math.exp(-(((i / rate - passes) / 1.2) ** 2))))
    .map((value, i) => value + 0.02 * Math.sin((TURN * 90 * i) / rate));
};
const silence: Maker = (random, length) =>
  random.uniform() < 0.5 ? new Float32Array(length) : filled(length, () => random.gaussian() * 0.0002);
const lineNoise: Maker = (random, length, rate) =>
  sum(
    white(random, length, rate).map((value) => value * 0.01),
    bursts(random, length, rate, 1.5, 0.002, 2500),
  );

/** The kinds, each with what makes it. */
export const NO_SPEECH_KINDS: Readonly<Record<string, Maker>> = {
  white,
  pink,
  brown,
  silence,
  hum,
  fan,
  dialTone,
  busy,
  ringing,
  reorder,
  information,
  keys,
  beep,
  whistle,
  fax,
  chords,
  melody,
  drums,
  band: band2,
  breath,
  keyboard,
  steps,
  drops,
  paper,
  crowd,
  wind,
  traffic,
  lineNoise,
};

/** One recording in which nobody speaks: its kind, length, rate, level and, for every other, the telephone are drawn from the seed. */
export function noSpeech(kind: string, seed: number): Waveform {
  const random = seededRandom(seed);
  const sampleRate = pick(random, [8000, 16_000]);
  const length = Math.round(between(random, 3, 9) * sampleRate);
  const raw = NO_SPEECH_KINDS[kind]?.(random, length, sampleRate) ?? new Float32Array(length);
  const top = raw.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const gain = kind === 'silence' ? 1 : 10 ** (between(random, -40, -3) / 20) / top;
  const samples = raw.map((value) => value * gain);
  return { samples: random.uniform() < 0.5 ? samples : throughMuLaw(samples), sampleRate };
}

/** `count` recordings, the kinds in turn. */
export function noSpeechRecordings(count: number, seed: number): { kind: string; waveform: Waveform }[] {
  const kinds = Object.keys(NO_SPEECH_KINDS);
  return Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % kinds.length] ?? 'white';
    return { kind, waveform: noSpeech(kind, seed * 1000 + i) };
  });
}
