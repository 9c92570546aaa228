export * from './decode/decode.ts';
export * from './decode/limits.ts';
export * from './decode/sniff.ts';
export * from './waveform.ts';
