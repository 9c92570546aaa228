import { WEIGHTS } from '../../verdict/weights.ts';
import { type Calibrated, type Calibration, calibrate } from '../calibration/calibration.ts';
import { COMPARISON_DEFAULTS, type Comparison, type ComparisonOptions, comparisonsOf } from './comparisons.ts';
import { type CurvePoint, kaplanMeier, medianTime, thinned } from './kaplan-meier.ts';
import { notYet } from './not-yet.ts';
import { type CallFacts, type Observation, observe } from './observe.ts';
import { type Rate, rateOf } from './rate.ts';

/** How statistics are made. */
export interface StatisticsOptions {
  /** Now, ISO 8601. */
  now: string;
  /** Days after which a call that was not returned counts as not returned. House rule: two weeks. */
  horizonDays?: number;
  comparisons?: Partial<ComparisonOptions>;
}

/** What a log says. */
export interface LogStatistics {
  statisticsVersion: 1;
  /** ISO 8601. */
  asOf: string;
  horizonDays: number;
  counts: {
    calls: number;
    /** Of which nobody noted what came: they count nowhere below. */
    notFollowed: number;
    open: number;
    returned: number;
    declined: number;
    nothing: number;
    /** Old enough to say whether they were returned in time. */
    ripe: number;
  };
  /** Returned within the horizon, of the calls that are old enough. */
  rate: Rate;
  /** Time to a return, in days. */
  curve: CurvePoint[];
  /** Days by which half are returned; null where it is less than half. */
  medianDays: number | null;
  comparisons: Comparison[];
  calibration: Calibration;
  /** One sentence: what cannot be said yet. */
  notYet: string;
}

/** Default of {@link StatisticsOptions.horizonDays}. */
export const HORIZON_DAYS = 14;
/** Steps of the curve that are told: more cannot be drawn. */
const MOST_POINTS = 400;

function countsOf(all: readonly CallFacts[], observed: readonly Observation[]): LogStatistics['counts'] {
  const has = (kind: string) => observed.filter(({ call, returned }) => !returned && call.outcomes.some((one) => one.kind === kind)).length;
  const [returned, declined] = [observed.filter((one) => one.returned).length, has('declined')];
  const nothing = observed.filter((one) => !one.returned && one.call.outcomes.at(-1)?.kind === 'nothing').length;
  return {
    calls: all.length,
    notFollowed: all.length - observed.length,
    open: observed.length - returned - declined - nothing,
    returned,
    declined,
    nothing,
    ripe: observed.filter(({ ripe }) => ripe).length,
  };
}

/** What a log says, and the means to foretell a message from it. */
export function studyLog(
  calls: readonly CallFacts[],
  options: StatisticsOptions,
): { statistics: LogStatistics } & Pick<Calibrated, 'chanceOf'> {
  const horizonDays = options.horizonDays ?? HORIZON_DAYS;
  const nowMs = Date.parse(options.now);
  const observed = calls.filter(({ followed }) => followed).map((call) => observe(call, nowMs, horizonDays));
  const ripe = observed.filter((one) => one.ripe);
  const inTime = ripe.filter((one) => one.inTime).length;
  const points = kaplanMeier(observed.map(({ days, returned }) => ({ time: days, returned })));
  const comparisons = comparisonsOf(ripe, { ...COMPARISON_DEFAULTS, ...options.comparisons });
  const { calibration, chanceOf } = calibrate(ripe, WEIGHTS);
  const rate = rateOf(inTime, ripe.length);
  const statistics: LogStatistics = {
    statisticsVersion: 1,
    asOf: new Date(nowMs).toISOString(),
    horizonDays,
    counts: countsOf(calls, observed),
    rate,
    curve: thinned(points, MOST_POINTS),
    medianDays: medianTime(points),
    comparisons,
    calibration,
    notYet: notYet({ rate, comparisons, horizonDays, calls: calls.length }),
  };
  return { statistics, chanceOf };
}

/** What a log says. Calls nobody followed are counted and left out of everything else. */
export function statisticsOf(calls: readonly CallFacts[], options: StatisticsOptions): LogStatistics {
  return studyLog(calls, options).statistics;
}
