// Makes fixtures/recordings/*.wav from fixtures/scripts/*.txt with Debian's flite (two voices) and sox.
// The recordings are committed; run this only to change them: npm run fixtures
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const CALLS = [
  { name: 'consultant', voice: 'rms', pace: 0.9, numberPace: 0.8, groupGapSec: 0.08 },
  { name: 'alumnus', voice: 'rms', pace: 0.92, numberPace: 1.2, groupGapSec: 0.36 },
  { name: 'reference', voice: 'awb', pace: 0.9, numberPace: 1.4, groupGapSec: 0.36 },
];
const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const NUMBER = /(\d{3})-(\d{3})-(\d{4})/;

/** Pieces to speak one after the other: plain text, or one group of a phone number. */
function pieces(script) {
  return script
    .trim()
    .split(/(\d{3}-\d{3}-\d{4})|(?<=[.?!])\s+/)
    .filter((piece) => piece && /\w/.test(piece))
    .flatMap((piece) => {
      const groups = NUMBER.exec(piece);
      if (!groups) return [{ text: piece, isNumber: false }];
      return groups.slice(1).map((group) => ({ text: [...group].map((digit) => DIGITS[Number(digit)]).join(' '), isNumber: true }));
    });
}

function speak(call) {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-fixtures-'));
  try {
    const parts = [];
    const silence = (seconds) => {
      const file = join(folder, `${parts.length}-silence.wav`);
      execFileSync('sox', ['-n', '-r', '16000', '-b', '16', '-c', '1', file, 'trim', '0', String(seconds)]);
      parts.push(file);
    };
    silence(0.4);
    for (const piece of pieces(readFileSync(join(fixtures, 'scripts', `${call.name}.txt`), 'utf8'))) {
      const raw = join(folder, `${parts.length}-raw.wav`);
      const file = join(folder, `${parts.length}.wav`);
      const stretch = piece.isNumber ? call.numberPace : call.pace;
      execFileSync('flite', ['-voice', call.voice, '--setf', `duration_stretch=${stretch}`, '-t', piece.text, '-o', raw]);
      // Flite ends each utterance with silence of its own; trim it so that the gaps here are the gaps heard.
      execFileSync('sox', [raw, '-r', '16000', file, 'silence', '1', '0.02', '0.2%', 'reverse', 'silence', '1', '0.02', '0.2%', 'reverse']);
      parts.push(file);
      silence(piece.isNumber ? call.groupGapSec : 0.25);
    }
    silence(0.3);
    // A little noise floor, as any microphone has: digital silence is not a recording.
    const speech = join(folder, 'speech.wav');
    execFileSync('sox', [...parts, speech, 'gain', '-n', '-4']);
    const seconds = execFileSync('soxi', ['-D', speech]).toString().trim();
    const floor = join(folder, 'floor.wav');
    execFileSync('sox', ['-R', '-n', '-r', '16000', '-b', '16', '-c', '1', floor, 'synth', seconds, 'pinknoise', 'gain', '-58']);
    execFileSync('sox', ['-R', '-m', '-v', '1', speech, '-v', '1', floor, '-b', '16', join(fixtures, 'recordings', `${call.name}.wav`)]);
    console.log(call.name, seconds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const call of CALLS) speak(call);
