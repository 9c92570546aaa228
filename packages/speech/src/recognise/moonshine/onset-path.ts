/**
 * Places of the tokens, in order and at least `minGap` apart, with the greatest sum of `scores[token][place]` less what overlong tokens cost.
 * `sound[place]` are the seconds of sound before it, `usualSec[token]` those that a token takes without remark.
 */
export function bestPath(
  scores: readonly Float64Array[],
  usualSec: readonly number[],
  sound: Float64Array,
  minGap: number,
  overlongWeight: number,
): number[] {
  const places = sound.length;
  const gap = Math.max(0, Math.min(minGap, Math.floor((places - 1) / Math.max(1, scores.length))));
  const from: Int32Array[] = [];
  let sums = Float64Array.from(scores[0] ?? []);
  for (const [i, score] of scores.entries()) {
    if (i === 0) continue;
    const reached = reach(sums, sound, usualSec[i - 1] ?? 0, gap, overlongWeight);
    from.push(reached.from);
    sums = reached.sums.map((sum, place) => sum + (score[place] ?? 0));
  }
  const path = new Array<number>(scores.length).fill(0);
  let place = argMax(sums, 0, places);
  for (let token = scores.length - 1; token >= 0; token--) {
    path[token] = place;
    place = from[token - 1]?.[place] ?? 0;
  }
  return path;
}

/**
 * For every place the best place of the token before, at least `gap` earlier, and its sum. More sound between them than `usualSec` costs
 * `weight` a second: best within that reach by a sliding maximum, best before it by a running one.
 */
function reach(
  before: Float64Array,
  sound: Float64Array,
  usualSec: number,
  gap: number,
  weight: number,
): { sums: Float64Array; from: Int32Array } {
  const places = before.length;
  const sums = new Float64Array(places).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(places);
  const at = (place: number) => before[place] ?? Number.NEGATIVE_INFINITY;
  const within = new Int32Array(places);
  let [head, tail, near] = [0, 0, 0];
  let far = -1;
  const farValue = (place: number) => at(place) + weight * (sound[place] ?? 0);
  for (let place = gap; place < places; place++) {
    const latest = place - gap;
    while (tail > head && at(within[tail - 1] ?? 0) <= at(latest)) tail--;
    within[tail++] = latest;
    const here = sound[place] ?? 0;
    for (; near < latest && here - (sound[near] ?? 0) > usualSec; near++) if (far < 0 || farValue(near) > farValue(far)) far = near;
    while (tail > head + 1 && (within[head] ?? 0) < near) head++;
    const best = within[head] ?? 0;
    const distant = far < 0 ? Number.NEGATIVE_INFINITY : farValue(far) - weight * (here - usualSec);
    [sums[place], from[place]] = distant > at(best) ? [distant, far] : [at(best), best];
  }
  return { sums, from };
}

/** Place of the greatest value from `from` to `to` (exclusive). */
export function argMax(values: Float64Array, from: number, to: number): number {
  let best = from;
  for (let i = from; i < to; i++) if ((values[i] ?? 0) > (values[best] ?? Number.NEGATIVE_INFINITY)) best = i;
  return best;
}
