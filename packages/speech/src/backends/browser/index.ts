export type { StretchSound } from '../../recognise/moonshine/hear-stretch.ts';
export type { SecondEar, SentStretch } from '../../recognise/moonshine/moonshine.ts';
export * from './ears.ts';
export * from './web-runtime.ts';
