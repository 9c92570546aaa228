export * from './dictation.ts';
export * from './drawing.ts';
export * from './drawing-svg.ts';
export { judgeDictation, worstFigure } from './judge.ts';
export { measureDictation } from './measure.ts';
export * from './thresholds.ts';
