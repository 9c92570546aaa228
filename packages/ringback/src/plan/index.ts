export { type Asker, askForBrief, type TextQuestion } from './ask-brief.ts';
export { bookWarnings, bridgeText } from './bridge-text.ts';
export { compositionText } from './composition-text.ts';
export { type PreviewScriptOptions, previewScript, writePreviews } from './preview-files.ts';
export { type BridgeSearchResult, type SearchBridgesOptions, searchBridges } from './search-bridges.ts';
