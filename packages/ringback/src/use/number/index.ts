export * from './drill.ts';
export * from './examine.ts';
export * from './report.ts';
