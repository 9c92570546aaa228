export { decodeMuLaw, encodeMuLaw, throughMuLaw } from '../signal/g711.ts';
export { derivedSeed, type Random, seededRandom } from '../signal/random.ts';
export { CAR_NOISE, carNoise } from './car-noise.ts';
export { type CodedLineId, codedLine, type LineEncoder } from './coded-line.ts';
export { gradeMessage, gradeNumber, phrasesOf } from './grade-number.ts';
export { type DigitListener, listenerFor, readBackListener } from './listener.ts';
export { carCabin, type Noise, recordedNoise } from './noise.ts';
export { type NoisyLine, type NoisyLineOptions, openNoisyLine } from './noisy-line.ts';
export { type NumberAlone, numberAlone } from './number-alone.ts';
export * from './options.ts';
export {
  LINE_BAND,
  LINE_RATE,
  lineBand,
  muLawLine,
  PHONE_LINE_NAMES,
  PHONE_LINES,
  type PhoneLine,
  type PhoneLineId,
} from './phone-line.ts';
export { type CurvePoint, monotoneCurve } from './psychometric.ts';
export { lostInQuiet, shareAt, shareCurve } from './survival.ts';
export { type Ladder, neededDb, type Rung, type Share, type Threshold, type Trial } from './threshold.ts';
export { numberThreshold, runTrials, shareRight, type TrialPlan } from './trials.ts';
