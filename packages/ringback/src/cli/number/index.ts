export { drillText } from './drill-text.ts';
export { numberHtml } from './html.ts';
export { numberText } from './text.ts';
