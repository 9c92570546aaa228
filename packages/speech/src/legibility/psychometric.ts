/** One point of a psychometric curve: a share of success at a ratio, from so many tries. */
export interface CurvePoint {
  snrDb: number;
  /** 0..1. */
  share: number;
  tries: number;
}

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
