export * from './align.ts';
export * from './dictation.ts';
export * from './drawing.ts';
export * from './drawing-svg.ts';
export * from './drill.ts';
export { judgeDictation, worstFigure } from './judge.ts';
export { measureDictation } from './measure.ts';
export { endPitchMove } from './pitch-move.ts';
export * from './thresholds.ts';
