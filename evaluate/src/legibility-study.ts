import type { Recogniser } from '@ringback/speech';
import { bootstrap, deviation, interval, mean, slopeOf } from './bootstrap.ts';
import { type Layout, relaid, type SpokenNumber } from './digit-recordings.ts';
import { type DriveTest, driveTest, heardTwice, shareNear, thresholdOf } from './drive-test.ts';
import { type SectionContext, table } from './section.ts';

const SEED = 1;
/** dB of the car in which a number is written down. */
const CAR_DB = 10;
/** Recordings on which repeatability is measured: one of every speaker and pace. */
const REPEATED = 6;
const SEEDS = 10;

/** How survival depends on how the number was said, as recorded. */
export async function paceTable(recordings: readonly SpokenNumber[], recogniser: Recogniser, context: SectionContext): Promise<string> {
  const tests: DriveTest[] = [];
  for (const recording of recordings) {
    context.progress(`drive test ${recording.file}`);
    tests.push(await driveTest(recording, recogniser, { seed: SEED, signal: context.signal }));
  }
  const paces = ['slow', 'medium', 'fast', 'rushed'].map((pace) => tests.filter(({ recording }) => recording.pace === pace));
  const rows = paces.map((some) => [
    some[0]?.recording.pace ?? '',
    some.length,
    new Set(some.map(({ recording }) => recording.speaker)).size,
    mean(some.map(({ recording }) => recording.digitsPerSec)).toFixed(2),
    interval(bootstrap(some, (drawn) => mean(drawn.map(({ thresholdDb }) => thresholdDb)))),
    interval(
      bootstrap(some, (drawn) => 100 * mean(drawn.map((test) => shareNear(test, CAR_DB)))),
      0,
    ),
    some.filter(({ measured }) => !measured).length,
  ]);
  const slope = bootstrap(tests, (drawn) =>
    slopeOf(drawn.map(({ recording, thresholdDb }) => ({ x: recording.digitsPerSec, y: thresholdDb }))),
  );
  const twice = tests.map((test) => test.thresholdDb - thresholdOf(heardTwice(test), test.recording.number).thresholdDb);
  return [
    table(
      [
        'pace',
        'recordings',
        'speakers',
        'digits/s',
        'threshold (dB) [95 %]',
        `digits right at ${CAR_DB} dB (%) [95 %]`,
        'beyond the range',
      ],
      rows,
    ),
    `Threshold over rate, all recordings: ${interval(slope)} dB for each digit a second more (speaker and pace are mixed: some speakers have only one pace).`,
    `Heard twice in different noise: the threshold falls by ${interval(bootstrap(twice, mean))} dB (${tests.length} recordings, paired).`,
  ].join('\n\n');
}

const LAYOUTS: { name: string; layout: Layout }[] = [
  { name: 'run together', layout: { inner: 0.02, group: 0.02 } },
  { name: 'even gaps of 0.1 s', layout: { inner: 0.1, group: 0.1 } },
  { name: 'even gaps of 0.2 s', layout: { inner: 0.2, group: 0.2 } },
  { name: 'run together in groups, 0.3 s between', layout: { inner: 0.02, group: 0.3 } },
  { name: 'gaps of 0.1 s, 0.4 s between groups', layout: { inner: 0.1, group: 0.4 } },
  { name: 'gaps of 0.2 s, 0.6 s between groups', layout: { inner: 0.2, group: 0.6 } },
];

/** The same digits by the same speaker with other silences: what slowing down by pauses and grouping does, all else equal. */
export async function layoutTable(recordings: readonly SpokenNumber[], recogniser: Recogniser, context: SectionContext): Promise<string> {
  const rows: (string | number)[][] = [];
  let baseline: number[] = [];
  for (const { name, layout } of LAYOUTS) {
    const tests: DriveTest[] = [];
    for (const recording of recordings) {
      context.progress(`${name}: ${recording.file}`);
      tests.push(await driveTest(relaid(recording, layout), recogniser, { seed: SEED, signal: context.signal }));
    }
    const thresholds = tests.map(({ thresholdDb }) => thresholdDb);
    if (baseline.length === 0) baseline = thresholds;
    const change = thresholds.map((threshold, index) => threshold - (baseline[index] ?? Number.NaN));
    rows.push([
      name,
      tests.length,
      mean(tests.map(({ recording }) => recording.digitsPerSec)).toFixed(2),
      interval(bootstrap(thresholds, mean)),
      interval(bootstrap(change, mean)),
      interval(
        bootstrap(tests, (drawn) => 100 * mean(drawn.map((test) => shareNear(test, CAR_DB)))),
        0,
      ),
    ]);
  }
  return table(
    ['layout', 'recordings', 'digits/s', 'threshold (dB) [95 %]', 'change (dB) [95 %]', `right at ${CAR_DB} dB (%) [95 %]`],
    rows,
  );
}

/** Ten seeds, three levels, and how long a grade takes. */
export async function repeatabilityTable(
  recordings: readonly SpokenNumber[],
  recogniser: Recogniser,
  context: SectionContext,
): Promise<string> {
  const some = spread(recordings, REPEATED);
  const rows: (string | number)[][] = [];
  for (const recording of some) {
    const run = async (seed: number, gain = 1) =>
      (await driveTest(recording, recogniser, { seed, gain, signal: context.signal })).thresholdDb;
    const thresholds: number[] = [];
    const started = performance.now();
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      context.progress(`seed ${seed}: ${recording.file}`);
      thresholds.push(await run(seed));
    }
    const seconds = (performance.now() - started) / 1000 / SEEDS;
    const gains = [await run(SEED, 10 ** (-12 / 20)), await run(SEED, 10 ** (12 / 20))];
    const centre = mean(thresholds);
    rows.push([
      recording.file,
      centre.toFixed(1),
      deviation(thresholds).toFixed(2),
      Math.max(...thresholds.map((threshold) => Math.abs(threshold - centre))).toFixed(2),
      Math.max(...gains.map((threshold) => Math.abs(threshold - (thresholds[0] ?? Number.NaN)))).toFixed(2),
      seconds.toFixed(1),
    ]);
  }
  return table(
    ['recording', 'threshold (dB)', 'standard deviation', 'farthest of ten seeds (dB)', 'change at -12 and +12 dB gain', 's a grade'],
    rows,
  );
}

/** Some recordings, evenly spread over the list. */
function spread<T>(items: readonly T[], count: number): T[] {
  return items.filter(
    (_, index) => Math.floor((index * count) / items.length) !== Math.floor(((index - 1) * count) / items.length) || index === 0,
  );
}
