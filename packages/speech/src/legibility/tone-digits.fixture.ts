import type { PhoneNumber, TimedDigit } from '@ringback/core';
import { fakeRecogniser } from '../recognise/fake.ts';
import type { Recogniser } from '../recognise/recogniser.ts';
import type { Waveform } from '../signal/waveform.ts';

/** Digits as tones, each with its own pitch inside the telephone band, and a recogniser that tells them apart by their power: a listener whose every answer can be worked out. */
const RATE = 8_000;
const DIGIT_SEC = 0.3;
const GAP_SEC = 0.15;
const LEAD_SEC = 0.5;
const AMPLITUDE = 0.2;
/** The listener hears only so much of each digit, or tones would never be lost in noise. */
const HEARD_SEC = 0.012;
/** How much more likely a tone is for each time its power exceeds the rest. */
const SHARPNESS = 2;

const toneHz = (digit: number) => 700 + 220 * digit;
const startOf = (place: number) => LEAD_SEC + place * (DIGIT_SEC + GAP_SEC);

/** A take that says `digits`; `faint[place]` scales one digit's amplitude. */
export function toneTake(digits: string, gain = 1, faint: Record<number, number> = {}): Waveform {
  const samples = new Float32Array(Math.ceil((startOf(digits.length) + LEAD_SEC) * RATE));
  [...digits].forEach((digit, place) => {
    const from = Math.round(startOf(place) * RATE);
    for (let index = 0; index < DIGIT_SEC * RATE; index += 1) {
      const amplitude = AMPLITUDE * gain * (faint[place] ?? 1);
      samples[from + index] = amplitude * Math.sin((2 * Math.PI * toneHz(Number(digit)) * index) / RATE);
    }
  });
  return { samples, sampleRate: RATE };
}

/** The number as the reader would find it in that take. */
export function toneNumber(digits: string): PhoneNumber {
  const said: TimedDigit[] = [...digits].map((digit, place) => ({ digit, start: startOf(place), end: startOf(place) + DIGIT_SEC }));
  return { e164: null, digits, confidence: 1, mentions: [{ quote: digits, charStart: 0, charEnd: digits.length, digits: said }] };
}

/** Weighs digits by the power of their tones. It is given the stretch that begins 0.3 s before the first digit. */
export function toneRecogniser(): Recogniser {
  const places = (waveform: Waveform, count: number) =>
    Array.from({ length: count }, (_, place) => {
      const from = 0.3 + place * (DIGIT_SEC + GAP_SEC);
      return softmax(
        Array.from({ length: 10 }, (_unused, digit) =>
          tonePower(waveform, toneHz(digit), from + DIGIT_SEC / 2, from + DIGIT_SEC / 2 + HEARD_SEC),
        ),
      );
    });
  return {
    ...fakeRecogniser({ text: '', words: [] }),
    async recognise(waveform) {
      const count = Math.floor((waveform.samples.length / waveform.sampleRate - 0.6 + GAP_SEC) / (DIGIT_SEC + GAP_SEC) + 0.1);
      const text = places(waveform, count)
        .map((row) => String(row.indexOf(Math.max(...row))))
        .join('');
      return { text, words: [] };
    },
    async digitProbabilities(waveform, digits, forms) {
      return forms.map(() => places(waveform, digits.length));
    },
  };
}

function tonePower({ samples, sampleRate }: Waveform, hz: number, start: number, end: number): number {
  let real = 0;
  let imaginary = 0;
  for (let index = Math.round(start * sampleRate); index < end * sampleRate; index += 1) {
    real += (samples[index] ?? 0) * Math.cos((2 * Math.PI * hz * index) / sampleRate);
    imaginary += (samples[index] ?? 0) * Math.sin((2 * Math.PI * hz * index) / sampleRate);
  }
  return real ** 2 + imaginary ** 2;
}

function softmax(powers: readonly number[]): number[] {
  const mean = powers.reduce((sum, power) => sum + power, 0) / powers.length;
  const odds = powers.map((power) => Math.exp((SHARPNESS * power) / Math.max(mean, Number.MIN_VALUE)) - 1 + 1e-9);
  const sum = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / sum);
}
