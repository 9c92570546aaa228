/** One point of a psychometric curve: a share of success at a ratio, from so many tries. */
export interface CurvePoint {
  snrDb: number;
  /** 0..1. */
  share: number;
  tries: number;
}

/** Where a curve crosses a share: at a ratio, or it lies above it everywhere (`always`) or below (`never`). */
export type Crossing = { kind: 'at'; snrDb: number } | { kind: 'always' } | { kind: 'never' };

/** Joins the points of one ratio and makes the curve rise with the ratio (pool adjacent violators): more noise never helps. */
export function monotoneCurve(points: readonly CurvePoint[]): CurvePoint[] {
  const merged = new Map<number, CurvePoint>();
  for (const { snrDb, share, tries } of points) {
    const known = merged.get(snrDb);
    const total = (known?.tries ?? 0) + tries;
    merged.set(snrDb, { snrDb, share: ((known?.share ?? 0) * (known?.tries ?? 0) + share * tries) / total, tries: total });
  }
  const blocks: { points: CurvePoint[]; share: number; tries: number }[] = [];
  for (const point of [...merged.values()].sort((a, b) => a.snrDb - b.snrDb)) {
    blocks.push({ points: [point], share: point.share, tries: point.tries });
    for (;;) {
      const last = blocks[blocks.length - 1];
      const before = blocks[blocks.length - 2];
      if (last === undefined || before === undefined || before.share <= last.share) break;
      const tries = before.tries + last.tries;
      const share = (before.share * before.tries + last.share * last.tries) / tries;
      blocks.splice(-2, 2, { points: [...before.points, ...last.points], share, tries });
    }
  }
  return blocks.flatMap((block) => block.points.map(({ snrDb, tries }) => ({ snrDb, share: block.share, tries })));
}

/** Where a monotone curve first reaches `share`, between its points in a straight line. */
export function crossing(curve: readonly CurvePoint[], share: number): Crossing {
  const index = curve.findIndex((point) => point.share >= share);
  const here = curve[index];
  if (here === undefined) return { kind: 'never' };
  const before = curve[index - 1];
  if (before === undefined) return { kind: 'always' };
  const part = (share - before.share) / (here.share - before.share);
  return { kind: 'at', snrDb: before.snrDb + part * (here.snrDb - before.snrDb) };
}

/** Shares nearer to 0 or 1 than this say no more about where the curve lies. */
const SHARE_LIMIT = 0.005;
/** dB either side of the threshold whose tries are fitted: a psychometric curve is straight only near it. */
const FIT_REACH_DB = 7;
/** Least rise of the curve, in log-odds a dB; a flatter one has no threshold worth the name. */
const MIN_SLOPE = 0.03;
/** Rounds of finding the threshold and fitting again around it. */
const ROUNDS = 4;

/** A threshold with how sure it is. */
export interface Threshold {
  snrDb: number;
  /** Standard error in dB; it holds only the chance of the noise. */
  errorDb: number;
}

/**
 * The ratio at which a rising curve passes `share`: a straight line of log-odds over dB through the tries around `start`
 * (logistic regression by least squares). Null when the tries do not rise.
 */
export function fitThreshold(tries: readonly { snrDb: number; share: number }[], share: number, start: number): Threshold | null {
  let at = start;
  let fitted: Threshold | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const near = tries.filter((attempt) => Math.abs(attempt.snrDb - at) <= FIT_REACH_DB);
    const line = straightLine(near.map((attempt) => ({ x: attempt.snrDb - at, y: logOdds(attempt.share) })));
    if (line === null || line.slope < MIN_SLOPE) return fitted;
    const move = (logOdds(share) - line.intercept) / line.slope;
    at += Math.max(-FIT_REACH_DB, Math.min(FIT_REACH_DB, move));
    fitted = { snrDb: at, errorDb: line.spread / (line.slope * Math.sqrt(near.length)) };
  }
  return fitted;
}

function logOdds(share: number): number {
  const limited = Math.max(SHARE_LIMIT, Math.min(1 - SHARE_LIMIT, share));
  return Math.log(limited / (1 - limited));
}

function straightLine(points: readonly { x: number; y: number }[]): { slope: number; intercept: number; spread: number } | null {
  const count = points.length;
  if (count < 3) return null;
  const x = points.reduce((sum, point) => sum + point.x, 0) / count;
  const y = points.reduce((sum, point) => sum + point.y, 0) / count;
  const below = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  if (below === 0) return null;
  const slope = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / below;
  const intercept = y - slope * x;
  const residual = points.reduce((sum, point) => sum + (point.y - intercept - slope * point.x) ** 2, 0);
  return { slope, intercept, spread: Math.sqrt(residual / (count - 2)) };
}
