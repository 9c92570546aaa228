import { bootstrap, deviation, interval, mean, slopeOf } from './bootstrap.ts';
import type { Layout, SpokenNumber } from './digit-recordings.ts';
import { CAR_DB, type DriveTest } from './drive-test.ts';
import type { Job } from './legibility-jobs.ts';
import { table } from './section.ts';

const SEED = 1;
/** Recordings on which repeatability is measured: spread over speakers and paces. */
const REPEATED = 6;
const SEEDS = 10;
/** dB of gain under which nothing may change. */
const GAINS_DB = [-12, 12];

const LAYOUTS: { name: string; layout: Layout }[] = [
  { name: 'run together', layout: { inner: 0.02, group: 0.02 } },
  { name: 'even gaps of 0.1 s', layout: { inner: 0.1, group: 0.1 } },
  { name: 'even gaps of 0.2 s', layout: { inner: 0.2, group: 0.2 } },
  { name: 'run together in groups, 0.3 s between', layout: { inner: 0.02, group: 0.3 } },
  { name: 'gaps of 0.1 s, 0.4 s between groups', layout: { inner: 0.1, group: 0.4 } },
  { name: 'gaps of 0.2 s, 0.6 s between groups', layout: { inner: 0.2, group: 0.6 } },
];

/** One part of the study: the drive tests it needs, and the table made of their results, which come in the order of the jobs. */
export interface Study {
  heading: string;
  jobs: Job[];
  tell(tests: readonly DriveTest[]): string;
}

/** How survival depends on how the number was said, as recorded. */
export function paceStudy(recordings: readonly SpokenNumber[]): Study {
  return {
    heading: 'As recorded',
    jobs: recordings.map((_, recording) => ({ kind: 'drive', recording, use: 'pace', seed: SEED })),
    tell(tests) {
      const cases = tests.flatMap((test, index) => {
        const recording = recordings[index];
        return recording === undefined ? [] : [{ test, recording }];
      });
      const paces = [...new Set(recordings.map(({ pace }) => pace))].map((pace) =>
        cases.filter(({ recording }) => recording.pace === pace),
      );
      const rows = paces
        .sort((a, b) => meanRate(a) - meanRate(b))
        .map((some) => [
          some[0]?.recording.pace ?? '',
          some.length,
          new Set(some.map(({ recording }) => recording.speaker)).size,
          meanRate(some).toFixed(2),
          interval(bootstrap(some, (drawn) => mean(drawn.map(({ test }) => test.thresholdDb)))),
          percent(some, ({ test }) => test.rightInCar),
          `${some.reduce((sum, { test }) => sum + test.lostInQuiet, 0)} of ${some.reduce((sum, { recording }) => sum + recording.digits.length, 0)}`,
        ]);
      const slope = bootstrap(cases, (drawn) =>
        slopeOf(drawn.map(({ recording, test }) => ({ x: recording.digitsPerSec, y: test.thresholdDb }))),
      );
      const twice = bootstrap(tests, (drawn) => mean(drawn.map((test) => test.thresholdDb - test.twiceDb)));
      return [
        table(
          [
            'pace',
            'recordings',
            'speakers',
            'digits/s',
            'threshold (dB) [95 %]',
            `digits right at ${CAR_DB} dB (%) [95 %]`,
            'digits lost in the quiet',
          ],
          rows,
        ),
        `Threshold over rate, all recordings: ${interval(slope)} dB for each digit a second more (speaker and pace are mixed: some speakers have only one pace).`,
        `Heard twice in different noise: the threshold falls by ${interval(twice)} dB (${tests.length} recordings, paired).`,
      ].join('\n\n');
    },
  };
}

function meanRate(some: readonly { recording: SpokenNumber }[]): number {
  return mean(some.map(({ recording }) => recording.digitsPerSec));
}

function percent<T>(some: readonly T[], share: (item: T) => number): string {
  return interval(
    bootstrap(some, (drawn) => 100 * mean(drawn.map(share))),
    0,
  );
}

/** The same digits by the same speaker with other silences: what slowing down by pauses and grouping does, all else equal. */
export function layoutStudy(recordings: readonly SpokenNumber[]): Study {
  return {
    heading: 'The same digits, other silences',
    jobs: LAYOUTS.flatMap(({ layout }) =>
      recordings.map((_, recording): Job => ({ kind: 'drive', recording, use: 'layout', seed: SEED, layout })),
    ),
    tell(tests) {
      const size = recordings.length;
      const baseline = tests.slice(0, size);
      const rows = LAYOUTS.map(({ name, layout }, index) => {
        const some = tests.slice(index * size, (index + 1) * size);
        const change = some.map((test, place) => test.thresholdDb - (baseline[place]?.thresholdDb ?? Number.NaN));
        return [
          name,
          some.length,
          mean(recordings.map((recording) => rateOf(recording, layout))).toFixed(2),
          interval(bootstrap(some, (drawn) => mean(drawn.map(({ thresholdDb }) => thresholdDb)))),
          index === 0 ? '' : interval(bootstrap(change, mean)),
          percent(some, ({ rightInCar }) => rightInCar),
        ];
      });
      const head = ['layout', 'recordings', 'digits/s', 'threshold (dB) [95 %]', 'change (dB) [95 %]', `right at ${CAR_DB} dB (%) [95 %]`];
      return table(head, rows);
    },
  };
}

/** Digits a second of a recording laid out anew. */
function rateOf({ digits }: SpokenNumber, { inner, group }: Layout): number {
  const spoken = digits.reduce((sum, { start, end }) => sum + end - start, 0);
  const gaps = digits.slice(1).reduce((sum, digit, index) => sum + (digit.group === digits[index]?.group ? inner : group), 0);
  return digits.length / (spoken + gaps);
}

/** Ten seeds, two other levels, and how long a grade takes. */
export function repeatabilityStudy(recordings: readonly SpokenNumber[]): Study {
  const some = spread(recordings, REPEATED);
  const runs = SEEDS + GAINS_DB.length;
  return {
    heading: 'Repeatability',
    jobs: some.flatMap((recording) => [
      ...Array.from({ length: SEEDS }, (_, index): Job => ({ kind: 'drive', recording, use: 'repeat', seed: index + 1 })),
      ...GAINS_DB.map((gain): Job => ({ kind: 'drive', recording, use: 'repeat', seed: SEED, gain: 10 ** (gain / 20) })),
    ]),
    tell(tests) {
      const rows = some.map((recording, index) => {
        const own = tests.slice(index * runs, (index + 1) * runs);
        const seeds = own.slice(0, SEEDS);
        const thresholds = seeds.map(({ thresholdDb }) => thresholdDb);
        const centre = mean(thresholds);
        const change = own.slice(SEEDS).map(({ thresholdDb }) => Math.abs(thresholdDb - (thresholds[0] ?? Number.NaN)));
        return [
          recordings[recording]?.file ?? '',
          centre.toFixed(1),
          deviation(thresholds).toFixed(2),
          Math.max(...thresholds.map((threshold) => Math.abs(threshold - centre))).toFixed(2),
          mean(seeds.map(({ errorDb }) => errorDb)).toFixed(2),
          Math.max(...change).toFixed(2),
          seeds[0]?.lostInQuiet ?? 0,
          mean(seeds.map(({ tries }) => tries)).toFixed(0),
          mean(seeds.map(({ seconds }) => seconds)).toFixed(1),
        ];
      });
      return table(
        [
          'recording',
          'threshold (dB)',
          'standard deviation',
          'farthest of ten seeds (dB)',
          'error told (dB)',
          'change at -12 and +12 dB gain',
          'lost in the quiet',
          'tries',
          's a grade',
        ],
        rows,
      );
    },
  };
}

/** Places of some recordings, evenly spread over the list. */
function spread(items: readonly unknown[], count: number): number[] {
  return [...items.keys()].filter(
    (index) => index === 0 || Math.floor((index * count) / items.length) !== Math.floor(((index - 1) * count) / items.length),
  );
}
