export * from './drill.ts';
export * from './examine.ts';
export { numberHtml } from './html.ts';
export * from './report.ts';
export { numberText } from './text.ts';
