// make.mjs OUT UTTERANCES SEED ISOLATED: sounds with numbers and without, each as the encoder hears it.
// Writes OUT.f32 (states, 288 a frame) and OUT.json: one entry an utterance, {frames, labels, onsets (seconds) or null, speaker, kind}.
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { modelsFolder } from '../../packages/speech/dist/backends/node/models/cache-folder.js';
import { modelFile } from '../../packages/speech/dist/backends/node/models/models.js';
import { onnxRuntime } from '../../packages/speech/dist/backends/node/onnx-runtime.js';
import { MOONSHINE_TINY } from '../../packages/speech/dist/models/manifest.js';
import { levelled, padded, withDither } from '../../packages/speech/dist/recognise/moonshine/prepare.js';
import { chance } from './random.mjs';
import { isolatedDigits, prompts } from './recordings.mjs';
import { joined, paced, RATE, recorded, scaled, silence, stretched, trimmed } from './sound.mjs';
import { digitsOf, LABELS, labelsOf, sentence } from './texts.mjs';
import { said, synthesisedDigits } from './voices.mjs';

const LONGEST_SEC = 16;
const SYNTHESISED_SPEAKERS = 24;
/** Seconds between digits; below 0 they run into each other. */
const PACES = { rushed: [-0.03, 0.015], fast: [0, 0.04], medium: [0.02, 0.12], slow: [0.08, 0.3], dictated: [0.2, 0.6] };

/** Digits of one speaker in a row; `spans` are seconds. */
function row(clips, digits, draw) {
  const pace = draw.one(['rushed', 'rushed', 'fast', 'fast', 'medium', 'slow', 'dictated']);
  const gap = draw.between(...PACES[pace]);
  const groupGap = gap * draw.between(1, 3) + (gap <= 0 ? 0.02 : 0);
  const edgeDb = draw.one([-24, -28, -32, -36]);
  const cuts = draw.one([[3, 6], [3, 6], [5], [2, 4, 6, 8], [4, 7], []]);
  const short = draw.happens(pace === 'rushed' || pace === 'fast' ? 0.6 : 0);
  let sound = new Float32Array(0);
  const onsets = [];
  for (const [i, digit] of digits.entries()) {
    const takes = short ? Array.from({ length: 4 }, () => draw.one(clips[digit])) : [draw.one(clips[digit])];
    const cut = takes.map((take) => trimmed(take, edgeDb)).sort((a, b) => a.length - b.length)[0];
    const clip = scaled(stretched(cut, draw.between(0.95, 1.05)), 0.1 * 10 ** (draw.normal(1.5) / 20));
    for (let k = 0; k < 64; k += 1) {
      clip[k] *= k / 64;
      clip[clip.length - 1 - k] *= k / 64;
    }
    const pause = i === 0 ? 0 : i === 10 ? draw.between(0.2, 1.2) : (cuts.includes(i % 10) ? groupGap : gap) * draw.between(0.7, 1.3);
    const at = Math.max(0, sound.length + Math.round(pause * RATE));
    const longer = new Float32Array(Math.max(sound.length, at + clip.length));
    longer.set(sound);
    for (let k = 0; k < clip.length; k += 1) longer[at + k] += clip[k];
    sound = longer;
    onsets.push(at / RATE);
  }
  return { sound, onsets };
}

async function voices(isolated, seed) {
  const draw = chance(seed);
  const recordedVoices = await isolatedDigits(isolated);
  const allison = await prompts();
  const negative = [];
  for (let i = 0; i < 40; i += 1) negative.push(await said(sentence(draw, false), draw));
  return { recordedVoices, allison, synthesised: await synthesisedDigits(draw, SYNTHESISED_SPEAKERS), negative };
}

function speakerOf({ recordedVoices, allison, synthesised }, draw) {
  const own = Object.entries(recordedVoices).map(([name, clips]) => [{ name, clips }, clips[1].length > 20 ? 3 : 1.5]);
  return draw.weighted([
    ...own,
    [{ name: 'allison', clips: allison.digits }, 1],
    [{ name: 'synthesised', clips: draw.one(synthesised) }, 4],
  ]);
}

async function number(bank, draw) {
  const { name, clips } = speakerOf(bank, draw);
  let digits = digitsOf(draw.one([1, 2, 3, 4, 7, 8, 9, 10, 10, 10, 10, 10, 11, 12]), draw);
  if (draw.happens(0.1) && digits.length > 6) digits = [...digits, ...digits];
  return { kind: 'number', speaker: name, labels: digits.map(LABELS.digit), ...row(clips, digits, draw) };
}

/** A number between other words, by another voice. */
async function amidSpeech(bank, draw) {
  const spoken = await number(bank, draw);
  const piece = () => scaled(draw.happens(0.5) ? draw.one(bank.allison.speech) : draw.one(bank.negative), draw.between(0.06, 0.14));
  let { sound, onsets, labels } = spoken;
  if (draw.happens(0.75)) {
    const before = joined([piece(), silence(draw.between(0.03, 0.6))]);
    sound = joined([before, sound]);
    onsets = onsets.map((onset) => onset + before.length / RATE);
    labels = [LABELS.other, ...labels];
  }
  if (draw.happens(0.6)) {
    sound = joined([sound, silence(draw.between(0.05, 0.6)), piece()]);
    labels = [...labels, LABELS.other];
  }
  return { ...spoken, kind: 'amid', sound, onsets, labels };
}

async function spokenSentence(_, draw) {
  const text = sentence(draw, true);
  return { kind: 'sentence', speaker: 'synthesised', labels: labelsOf(text), sound: await said(text, draw), onsets: null };
}

async function withoutDigits(bank, draw) {
  const pieces = Array.from({ length: draw.below(3) + 1 }, () =>
    draw.happens(0.6) ? draw.one(bank.allison.speech) : draw.one(bank.negative),
  );
  const sound = joined(pieces.flatMap((piece) => [scaled(piece), silence(draw.between(0.05, 0.5))]));
  return { kind: 'speech', speaker: 'none', labels: [LABELS.other], sound, onsets: [] };
}

async function newWords(_, draw) {
  return { kind: 'speech', speaker: 'none', labels: [LABELS.other], sound: await said(sentence(draw, false), draw), onsets: [] };
}

async function nothing(_, draw) {
  return { kind: 'silence', speaker: 'none', labels: [], sound: silence(draw.between(1, 4)).map(() => draw.normal(0.003)), onsets: [] };
}

const KINDS = [
  [number, 44],
  [amidSpeech, 18],
  [spokenSentence, 18],
  [withoutDigits, 10],
  [newWords, 7],
  [nothing, 2],
];

async function utterance(bank, draw, babble) {
  const made = await draw.weighted(KINDS)(bank, draw);
  let { sound, onsets } = made;
  if (made.kind !== 'silence' && draw.happens(0.85)) {
    const speed = made.kind === 'sentence' ? draw.between(0.9, 1.12) : draw.between(0.8, 1.25);
    const total = draw.between(0.85, 1.25);
    sound = paced(sound, speed, total / speed);
    onsets = onsets?.map((onset) => onset / total) ?? null;
  }
  const lead = silence(draw.between(0, 0.6));
  sound = joined([lead, sound, silence(draw.between(0, 0.6))]);
  onsets = onsets?.map((onset) => onset + lead.length / RATE) ?? null;
  return { ...made, onsets, sound: await recorded(sound, draw, { narrow: draw.happens(0.6), babble }) };
}

const [out, count, seed, isolated] = process.argv.slice(2);
const bank = await voices(isolated, Number(seed));
const babble = [...bank.negative.slice(0, 20), ...bank.allison.speech.slice(0, 40)].map((sound) => scaled(sound));
const draw = chance(Number(seed) + 1);
const encoder = await onnxRuntime().open(readFileSync(await modelFile(MOONSHINE_TINY, 'encoder_model.onnx', modelsFolder(process.env))));
const file = openSync(`${out}.f32`, 'w');
const entries = [];
let seconds = 0;
while (entries.length < Number(count)) {
  const { sound, ...entry } = await utterance(bank, draw, babble);
  if (sound.length > LONGEST_SEC * RATE || sound.length < 0.2 * RATE) continue;
  const heard = withDither(padded(levelled(sound), RATE), draw.one([0, 0, 0.004, 0.006, 0.01]), entries.length + 1);
  const input_values = onnxRuntime().float32(heard, [1, heard.length]);
  const { last_hidden_state: states } = await encoder.run({ input_values }, ['last_hidden_state']);
  writeSync(file, new Uint8Array(states.data.buffer, states.data.byteOffset, states.data.byteLength));
  entries.push({ ...entry, frames: states.dims[1] });
  seconds += sound.length / RATE;
  if (entries.length % 200 > 0 && entries.length < Number(count)) continue;
  writeFileSync(`${out}.json`, JSON.stringify(entries));
  process.stderr.write(`digits: ${entries.length} of ${count} sounds, ${Math.round(seconds)} s\n`);
}
closeSync(file);
process.exit(0);
