// What is done to sound: levels, edges, cutting, pace, rooms, noise and lines. Samples are Float32Array at 16 kHz.
import { spawnSync } from 'node:child_process';
import { carNoise } from '../../packages/speech/dist/legibility/car-noise.js';
import { applyFilter, highPass, lowPass, slope } from '../../packages/speech/dist/legibility/filter.js';
import { throughMuLaw } from '../../packages/speech/dist/legibility/g711.js';
import { resample } from '../../packages/speech/dist/resample/resample.js';

export const RATE = 16_000;
const FRAME = 80;

const levelOf = (samples) => Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / Math.max(1, samples.length));

/** At this root mean square. */
export function scaled(samples, level = 0.1) {
  const factor = level / (levelOf(samples) + 1e-9);
  return samples.map((x) => x * factor);
}

/** What lies above `db` under the loudest frame, and 10 ms either side. */
export function trimmed(samples, db = -32) {
  const frames = Math.floor(samples.length / FRAME);
  const levels = Array.from({ length: frames }, (_, i) => levelOf(samples.subarray(i * FRAME, (i + 1) * FRAME)));
  const bar = Math.max(...levels) * 10 ** (db / 20);
  const first = levels.findIndex((level) => level > bar);
  const last = levels.findLastIndex((level) => level > bar);
  return samples.slice(Math.max(0, first * FRAME - 160), (last + 1) * FRAME + 160);
}

export const silence = (seconds) => new Float32Array(Math.round(seconds * RATE));

export function joined(parts) {
  const result = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

/** Faster by `speed` with the pitch, and by `tempo` without it (sox). */
export function paced(samples, speed, tempo) {
  const raw = ['-t', 'raw', '-r', String(RATE), '-e', 'floating-point', '-b', '32', '-c', '1'];
  const effects = ['speed', speed.toFixed(4), 'rate', String(RATE), 'tempo', '-s', tempo.toFixed(4)];
  const { stdout } = spawnSync('sox', ['-V0', ...raw, '-', ...raw, '-', ...effects], {
    input: new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength),
    maxBuffer: 1 << 28,
  });
  return new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length - (stdout.length % 4)));
}

/** A cubic through four samples: another pitch and pace at once, as of another throat. */
export function stretched(samples, factor) {
  const length = Math.floor(samples.length / factor);
  const at = (i) => samples[Math.min(samples.length - 1, Math.max(0, i))] ?? 0;
  return Float32Array.from({ length }, (_, i) => {
    const place = i * factor;
    const whole = Math.floor(place);
    const t = place - whole;
    const [a, b, c, d] = [at(whole - 1), at(whole), at(whole + 1), at(whole + 2)];
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  });
}

/** A peak or a hollow of `db` at `hz` (Audio EQ Cookbook, Bristow-Johnson). */
function peak(hz, db, q) {
  const gain = 10 ** (db / 40);
  const angle = (2 * Math.PI * hz) / RATE;
  const alpha = Math.sin(angle) / (2 * q);
  const norm = 1 + alpha / gain;
  const middle = (-2 * Math.cos(angle)) / norm;
  return { b0: (1 + alpha * gain) / norm, b1: middle, b2: (1 - alpha * gain) / norm, a1: middle, a2: (1 - alpha / gain) / norm };
}

function room(samples, draw) {
  const result = Float32Array.from(samples);
  const reach = draw.between(0.08, 0.5) * RATE;
  const strength = draw.between(0.05, 0.3);
  for (let echo = 0; echo < 40; echo += 1) {
    const delay = Math.floor(draw.between(0.003 * RATE, reach));
    const gain = strength * draw.normal() * Math.exp((-4 * delay) / reach);
    for (let i = delay; i < result.length; i += 1) result[i] += gain * samples[i - delay];
  }
  return result;
}

async function noiseOf(length, draw, babble) {
  const kind = draw.below(4);
  if (kind === 0) {
    return (await resample({ samples: carNoise(Math.ceil(length / 2), draw.below(1e9)), sampleRate: 8000 }, RATE)).samples.slice(0, length);
  }
  if (kind === 1 && babble.length > 0) {
    const result = new Float32Array(length);
    for (let voice = draw.below(4) + 2; voice > 0; voice -= 1) {
      const sound = draw.one(babble);
      const from = draw.below(sound.length);
      for (let i = 0; i < length; i += 1) result[i] += sound[(from + i) % sound.length];
    }
    return result;
  }
  const white = Float32Array.from({ length }, () => draw.normal());
  return kind === 2 ? white : applyFilter(slope(draw.between(60, 1500), RATE), white);
}

/** A telephone's band, and half the time its mu-law. */
function telephone(samples, draw) {
  const low = draw.happens(0.5) ? draw.between(80, 380) : null;
  const band = [...(low === null ? [] : highPass(2 + 2 * draw.below(2), low, RATE)), ...lowPass(8, draw.between(2900, 3900), RATE)];
  const heard = applyFilter(band, samples);
  return draw.happens(0.5) ? throughMuLaw(scaled(heard, draw.between(0.01, 0.12))) : heard;
}

/** The sound as it comes in a recording: a room, a microphone, noise, a line. */
export async function recorded(samples, draw, { narrow, babble }) {
  let sound = draw.happens(0.3) ? room(samples, draw) : samples;
  if (draw.happens(0.7)) {
    const peaks = Array.from({ length: 4 }, () =>
      peak(60 * 2 ** draw.between(0, 6.5), draw.normal(draw.one([2, 4, 6])), draw.between(0.4, 1.2)),
    );
    sound = applyFilter(peaks, sound);
  }
  sound = scaled(sound, 0.1);
  const ratio = draw.happens(0.65) ? draw.between(0, 30) : draw.between(35, 65);
  const noise = scaled(await noiseOf(sound.length, draw, babble), 0.1 * 10 ** (-ratio / 20));
  sound = sound.map((x, i) => x + noise[i]);
  if (narrow) sound = telephone(sound, draw);
  if (draw.happens(0.06)) {
    const top = sound.reduce((most, x) => Math.max(most, Math.abs(x)), 0) * draw.between(0.3, 0.8);
    sound = sound.map((x) => Math.max(-top, Math.min(top, x)));
  }
  return sound;
}
