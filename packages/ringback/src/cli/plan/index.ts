export { type Asker, askForBrief, type TextQuestion } from './ask-brief.ts';
export { bookWarnings, bridgeText } from './bridge-text.ts';
export { compositionText } from './composition-text.ts';
