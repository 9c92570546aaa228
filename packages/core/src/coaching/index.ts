export { drawTipWeeks } from './draw.ts';
export * from './next.ts';
export { passRate, type TipWeeks, together } from './rates.ts';
export { lastWeeks } from './weeks.ts';
