import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { encodeWav, LINE_RATE, muLawLine, resample } from '@ringback/speech';
import { createMoonshine, createSpeechDetector, decodeRecording } from '@ringback/speech/node';
import { loadReader, reviewRecording } from 'ringback';

const RECORDINGS = ['consultant', 'alumnus', 'reference'].map((name) => join('fixtures', 'recordings', `${name}.wav`));
const COMMAND = join('packages', 'ringback', 'bin', 'ringback.js');
/** How often the memory of the command is looked at, in milliseconds. */
const WATCH_MS = 20;

/** The recording as a telephone line carries it. */
async function byTelephone(bytes: Uint8Array): Promise<Uint8Array> {
  const { samples } = await resample((await decodeRecording(bytes)).waveform, LINE_RATE);
  return encodeWav({ samples: await muLawLine().carry(samples), sampleRate: LINE_RATE });
}

function peakOf(pid: number): number {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(line?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Seconds and megabytes of one review from a cold command. */
async function cold(path: string): Promise<{ seconds: number; peakMb: number }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [COMMAND, 'review', path, '--format', 'json'], { stdio: 'ignore' });
  let peakMb = 0;
  const timer = setInterval(() => {
    if (child.pid !== undefined) peakMb = Math.max(peakMb, peakOf(child.pid));
  }, WATCH_MS);
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(timer);
  return { seconds: (performance.now() - startedAt) / 1000, peakMb };
}

/** Time of whole reviews of the sample calls: warm from a headset and from a telephone line, and from a cold command. Markdown. */
export async function benchReview(rounds: number): Promise<string> {
  const [recogniser, detector] = await Promise.all([createMoonshine(), createSpeechDetector()]);
  const reader = await loadReader();
  const rows: string[] = [];
  try {
    for (const path of RECORDINGS) {
      const headset = readFileSync(path);
      const telephone = await byTelephone(headset);
      const cells: string[] = [];
      for (const bytes of [headset, telephone]) {
        for (const legibility of ['none', 'quick'] as const) {
          let best = Number.POSITIVE_INFINITY;
          for (let round = 0; round < rounds; round++) {
            const startedAt = performance.now();
            await reviewRecording(bytes, { name: basename(path), recogniser, detector, legibility, review: { reader } });
            best = Math.min(best, (performance.now() - startedAt) / 1000);
          }
          cells.push(best.toFixed(2));
        }
      }
      const { seconds, peakMb } = await cold(path);
      rows.push(`| ${basename(path)} | ${cells.join(' | ')} | ${seconds.toFixed(1)} | ${peakMb.toFixed(0)} |`);
    }
  } finally {
    await recogniser.close();
  }
  const head = ['recording', 'headset', 'with drive test', 'telephone', 'with drive test', 'cold command', 'peak MB'];
  return `Seconds for the whole review of a sample call (warm: best of ${rounds}; cold: one command, drive test included):\n
| ${head.join(' | ')} |\n| --- |${' ---: |'.repeat(head.length - 1)}\n${rows.join('\n')}`;
}
