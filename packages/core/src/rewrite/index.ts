export { applyEdits, type Edit, type NeedsFact, type Rewrite } from './edit.ts';
export { renderRewrites } from './render-rewrites.ts';
export { proposeRewrites, type RewriteOptions, type RewriteProposal } from './rewrite.ts';
