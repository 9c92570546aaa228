// Synthesised voices: Debian's flite, espeak-ng and festival as programs, at many rates, pitches and accents.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resample } from '../../packages/speech/dist/resample/resample.js';
import { RATE, trimmed } from './sound.mjs';

export const DIGIT_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const FLITE = ['awb', 'rms', 'slt', 'kal16'];
const FLITE_HZ = { awb: 120, rms: 95, slt: 170, kal16: 105 };
const FESTIVAL = ['cmu_us_slt_arctic_hts', 'ked_diphone', 'kal_diphone'];
const ENGLISH = ['en-us', 'en-us', 'en-gb', 'en-gb-scotland', 'en-gb-x-rp', 'en-gb-x-gbclan', 'en-gb-x-gbcwmd', 'en-029', 'en-us-nyc'];
const THROATS = [
  '',
  ...'m1 m2 m3 m4 m5 m6 m7 m8 f1 f2 f3 f4 f5 Andy Annie Denis Lee Michael Mario Alicia Belinda Diogo Ed iven steph'.split(' '),
];
/** English digits as a speaker of another language would write them down for himself: an accent. */
const ACCENTS = {
  de: 'siro wann tu sri for feif six säwen äit nein',
  fr: 'ziro ouane tou sri faur faïve sixe sévène eïte naïne',
  'fr-be': 'zéro ouanne tou tri fore faïve sixe sévenne éïte naïne',
  es: 'siro uan tu tri for faif sics seven eit nain',
  it: 'ziro uan tu tri for faiv sics seven eit nain',
  nl: 'ziero wan toe srie for faajf siks seven eet najn',
  pl: 'ziro łan tu sri for fajw siks sewen ejt najn',
  pt: 'ziro uane tu tri fór faive siks séven eite naine',
  sv: 'siro wann to tri for fajv sicks seven ejt najn',
};

/** Samples of a RIFF file of 16 bits, as the programs write them: our decoder guards against strangers and is slower. */
async function samplesOf(bytes) {
  const data = bytes.indexOf('data', 12, 'latin1') + 8;
  const length = Math.min(bytes.readUInt32LE(data - 4), bytes.length - data) >> 1;
  const samples = Float32Array.from({ length }, (_, i) => bytes.readInt16LE(data + 2 * i) / 32_768);
  return (await resample({ samples, sampleRate: bytes.readUInt32LE(24) }, RATE)).samples;
}

/** Sound of a file. */
export const readSound = (path) => samplesOf(readFileSync(path));

function espeak(voice, draw, text) {
  const args = [
    '-v',
    voice,
    '-s',
    String(115 + draw.below(110)),
    '-p',
    String(20 + draw.below(60)),
    '-g',
    String(draw.one([0, 0, 1, 3, 8])),
  ];
  return spawnSync('espeak-ng', [...args, '--stdout', text], { maxBuffer: 1 << 26 }).stdout;
}

function viaFile(run) {
  const folder = mkdtempSync(join(tmpdir(), 'voice-'));
  try {
    const path = join(folder, 'said.wav');
    run(path);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function flite(voice, draw, text) {
  const hz = (FLITE_HZ[voice] * draw.between(0.75, 1.3)).toFixed(0);
  const set = ['--setf', `duration_stretch=${draw.between(0.65, 1.35).toFixed(2)}`, '--setf', `int_f0_target_mean=${hz}`];
  return viaFile((path) => spawnSync('flite', ['-voice', voice, ...set, '-t', text, '-o', path]));
}

/** All texts in one run: festival is slow to start. */
function festival(voice, stretch, texts) {
  const folder = mkdtempSync(join(tmpdir(), 'voice-'));
  try {
    const lines = texts.map((text, i) => `(utt.save.wave (utt.synth (Utterance Text "${text}")) "${join(folder, `${i}.wav`)}" 'riff)`);
    const script = [`(voice_${voice})`, `(Parameter.set 'Duration_Stretch ${stretch})`, ...lines].join('\n');
    spawnSync('festival', ['--pipe'], { input: script });
    return texts.map((_, i) => readFileSync(join(folder, `${i}.wav`)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One sentence by a voice drawn at random. */
export async function said(text, draw) {
  const isFlite = draw.happens(0.4);
  const voice = isFlite ? draw.one(FLITE) : `${draw.one(ENGLISH)}${throat(draw)}`;
  const bytes = isFlite ? flite(voice, draw, text) : espeak(voice, draw, text);
  return trimmed(await samplesOf(bytes), -45);
}

function throat(draw) {
  const name = draw.one(THROATS);
  return name === '' ? '' : `+${name}`;
}

/** Clips of one digit each by many synthesised speakers: `[speaker][digit][take]`. */
export async function synthesisedDigits(draw, speakers) {
  const all = [];
  for (let i = 0; i < speakers; i += 1) {
    const kind = draw.weighted([
      ['espeak', 4],
      ['accent', 4],
      ['flite', 3],
    ]);
    const language = draw.one(Object.keys(ACCENTS));
    const words = kind === 'accent' ? ACCENTS[language].split(' ') : DIGIT_WORDS;
    const voice = kind === 'flite' ? draw.one(FLITE) : `${kind === 'accent' ? language : draw.one(ENGLISH)}${throat(draw)}`;
    const clips = [];
    for (const word of words) {
      const takes = [];
      for (let take = 0; take < 2; take += 1) {
        const bytes = kind === 'flite' ? flite(voice, draw, word) : espeak(voice, draw, word);
        const clip = trimmed(await samplesOf(bytes), -40);
        if (clip.length > 0.12 * RATE) takes.push(clip);
      }
      clips.push(takes);
    }
    if (clips.every((takes) => takes.length > 0)) all.push(clips);
  }
  for (const voice of FESTIVAL) {
    const stretches = [0.75, 1, 1.25];
    const runs = [];
    for (const stretch of stretches) {
      const clips = [];
      for (const bytes of festival(voice, stretch, DIGIT_WORDS)) clips.push(trimmed(await samplesOf(bytes), -40));
      runs.push(clips);
    }
    all.push(DIGIT_WORDS.map((_, digit) => runs.map((clips) => clips[digit])));
  }
  return all;
}
