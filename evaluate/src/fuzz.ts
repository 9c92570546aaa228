import { type FuzzReport, runFuzz } from './fuzz-run.ts';
import { readSeeds } from './fuzz-seeds.ts';
import { peakMemoryMb, watchMemory } from './process-memory.ts';
import { type Section, table } from './section.ts';

/** Files of the full run: the promise of the product. */
const FILES = 1000;
const SEED = 20_261_123;
/** Megabytes no process may pass: the promise of the product. */
const MEMORY_MB = 700;

/** Damaged audio files of every format: nothing crashes, hangs or takes much memory. */
export const fuzzSection: Section = {
  name: 'fuzz',
  title: 'Damaged recordings',
  onlyWhenNamed: true,
  async run({ signal, progress }) {
    const memory = watchMemory();
    const report = await runFuzz({
      seeds: await readSeeds(),
      files: FILES,
      seed: SEED,
      signal,
      onFile: (done) => progress(`${done} of ${FILES}`),
    });
    const childPeakMb = memory.stop();
    return describeReport(report, peakMemoryMb(), childPeakMb);
  },
};

function describeReport(report: FuzzReport, peakMb: number, childPeakMb: number): string {
  const rows = [...report.bySeed].map(([name, { files, decoded, refused, slowestMs }]) => [
    name,
    files,
    decoded,
    refused,
    (slowestMs / 1000).toFixed(2),
  ]);
  const tallies = [...report.bySeed.values()];
  const total = (value: (tally: (typeof tallies)[number]) => number): number => tallies.reduce((sum, tally) => sum + value(tally), 0);
  const slowestMs = Math.max(0, ...tallies.map((tally) => tally.slowestMs));
  rows.push(['all', total((t) => t.files), total((t) => t.decoded), total((t) => t.refused), (slowestMs / 1000).toFixed(2)]);
  const memoryLine = `Peak memory: ${Math.round(peakMb)} MB in the process, ${Math.round(childPeakMb)} MB in the largest ffmpeg; the bound is ${MEMORY_MB} MB.`;
  const failures = report.failures.map(({ index, name, what }) => `- file ${index} (from ${name}) ${what}`);
  return [
    `${total((t) => t.files)} files, seed ${SEED}, one to three mutations each; decoding and all measures of the sound.`,
    table(['made from', 'files', 'decoded', 'refused with a sentence', 'slowest, s'], rows),
    memoryLine,
    failures.length === 0 ? 'Broken promises: none.' : `Broken promises:\n${failures.join('\n')}`,
  ].join('\n\n');
}
