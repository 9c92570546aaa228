import { type Rate, rateOf } from '../outcomes/statistics/rate.ts';
import type { TipWeeks } from './rates.ts';

const WIDTH = 320;
const HEIGHT = 116;
const EDGE = { left: 48, right: 10, top: 10, bottom: 24 } as const;
const SHARES = [0, 0.5, 1];

const across = (share: number) => EDGE.left + share * (WIDTH - EDGE.left - EDGE.right);
const down = (share: number) => HEIGHT - EDGE.bottom - share * (HEIGHT - EDGE.top - EDGE.bottom);
const at = (value: number) => value.toFixed(1);

/**
 * The share of takes that passed a tip, a point for each week that had any, on its 95 % interval, as an SVG without colours of its own.
 * @param weeks What stands below the weeks; the first and the last are written.
 * @param name What the drawing tells, for who does not see it. Neither may hold words of a person: they go into the markup as they are.
 */
export function drawTipWeeks({ judged, passed }: Pick<TipWeeks, 'judged' | 'passed'>, weeks: readonly string[], name: string): string {
  const place = (week: number) => across(weeks.length === 1 ? 0.5 : week / (weeks.length - 1));
  const rates = judged.flatMap((count, week): { x: number; rate: Rate; share: number }[] => {
    const rate = rateOf(passed[week] ?? 0, count);
    return rate.share === null ? [] : [{ x: place(week), rate, share: rate.share }];
  });
  const shares = SHARES.map(
    (share) =>
      `<line class="tick" x1="${at(across(0))}" x2="${at(across(1))}" y1="${at(down(share))}" y2="${at(down(share))}"/>` +
      `<text class="ruler" x="${EDGE.left - 6}" y="${at(down(share) + 4)}" text-anchor="end">${share * 100} %</text>`,
  );
  const ends = [
    [0, 'start', weeks[0]],
    [1, 'end', weeks.length > 1 ? weeks.at(-1) : ''],
  ].map(
    ([share, anchor, text]) =>
      `<text class="ruler" x="${at(across(Number(share)))}" y="${HEIGHT - 6}" text-anchor="${anchor}">${text ?? ''}</text>`,
  );
  const limits = rates.map(
    ({ x, rate }) =>
      `<line class="limit" stroke="currentColor" stroke-width="5" opacity="0.22" x1="${at(x)}" x2="${at(x)}" y1="${at(down(rate.low))}" y2="${at(down(rate.high))}"/>`,
  );
  const path = rates.map(({ x, share }, i) => `${i === 0 ? 'M' : 'L'}${at(x)},${at(down(share))}`).join('');
  const line = `<path class="curve" fill="none" stroke="currentColor" stroke-width="2" d="${path}"/>`;
  const points = rates.map(({ x, share }) => `<circle fill="currentColor" cx="${at(x)}" cy="${at(down(share))}" r="3.5"/>`);
  const body = [...shares, ...ends, ...limits, rates.length > 1 ? line : '', ...points].join('');
  return `<svg class="rb-weeks" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${name}">${body}</svg>`;
}
