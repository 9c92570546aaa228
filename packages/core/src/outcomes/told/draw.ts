import type { ReliabilityBin } from '../calibration/calibration.ts';
import type { CurvePoint } from '../statistics/kaplan-meier.ts';

const WIDTH = 640;
const HEIGHT = 240;
const EDGE = { left: 48, right: 12, top: 12, bottom: 36 } as const;
const SHARES = [0, 0.25, 0.5, 0.75, 1];
const TICKS = 5;

const across = (share: number) => EDGE.left + share * (WIDTH - EDGE.left - EDGE.right);
const down = (share: number) => HEIGHT - EDGE.bottom - share * (HEIGHT - EDGE.top - EDGE.bottom);
const at = (value: number) => value.toFixed(1);

function frame(name: string, ticks: readonly (readonly [number, string])[], body: string, below: string): string {
  const shares = SHARES.map(
    (share) =>
      `<line class="tick" x1="${at(across(0))}" x2="${at(across(1))}" y1="${at(down(share))}" y2="${at(down(share))}"/>` +
      `<text class="ruler" x="${EDGE.left - 6}" y="${at(down(share) + 4)}" text-anchor="end">${share * 100} %</text>`,
  );
  const marks = ticks.map(
    ([share, text]) => `<text class="ruler" x="${at(across(share))}" y="${HEIGHT - 20}" text-anchor="middle">${text}</text>`,
  );
  const title = `<text class="ruler" x="${at(across(0.5))}" y="${HEIGHT - 5}" text-anchor="middle">${below}</text>`;
  return `<svg class="rb-log" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${name}">${shares.join('')}${marks.join('')}${title}${body}</svg>`;
}

/** A line that goes along and then steps. */
function steps(points: readonly (readonly [number, number])[]): string {
  const [first, ...rest] = points.map(([x, y]) => [at(across(x)), at(down(y))] as const);
  return first === undefined ? '' : `M${first[0]},${first[1]}${rest.map(([x, y]) => `H${x}V${y}`).join('')}`;
}

/** The share of calls returned by day, a step for each, with its interval, as an SVG without colours of its own. */
export function drawCurve(curve: readonly CurvePoint[]): string {
  const end = curve.at(-1)?.time ?? 0;
  if (end === 0) return '';
  const x = (point: CurvePoint) => point.time / end;
  const line = (share: (point: CurvePoint) => number): [number, number][] => [
    [0, 0],
    ...curve.map((point): [number, number] => [x(point), share(point)]),
  ];
  const limit = (share: (point: CurvePoint) => number) =>
    `<path class="limit" fill="none" stroke="currentColor" stroke-dasharray="3 3" opacity="0.5" d="${steps(line(share))}"/>`;
  const body =
    limit(({ low }) => 1 - low) +
    limit(({ high }) => 1 - high) +
    `<path class="curve" fill="none" stroke="currentColor" stroke-width="2" d="${steps(line(({ waiting }) => 1 - waiting))}"/>`;
  const ticks = Array.from({ length: TICKS + 1 }, (_, tick): [number, string] => [
    tick / TICKS,
    ((end * tick) / TICKS).toFixed(end < TICKS ? 1 : 0),
  ]);
  return frame('Share of calls returned, by days since the call, with its 95 % interval', ticks, body, 'days since the call');
}

/** What was foretold beside what came of it: on the diagonal both are the same. */
export function drawReliability(bins: readonly ReliabilityBin[]): string {
  if (bins.length === 0) return '';
  const diagonal = `<line class="tick" x1="${at(across(0))}" y1="${at(down(0))}" x2="${at(across(1))}" y2="${at(down(1))}"/>`;
  const marks = bins.map(({ foretold, rate }) => {
    const [cx, cy] = [at(across(foretold)), at(down(rate.share ?? 0))];
    return `<line stroke="currentColor" x1="${cx}" x2="${cx}" y1="${at(down(rate.low))}" y2="${at(down(rate.high))}"/><circle fill="currentColor" cx="${cx}" cy="${cy}" r="4"/>`;
  });
  const ticks = SHARES.map((share): [number, string] => [share, `${share * 100} %`]);
  return frame('Share returned by what was foretold, with 95 % intervals', ticks, diagonal + marks.join(''), 'foretold');
}
