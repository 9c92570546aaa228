import { proposeRewrites, type RewriteOptions, type RewriteProposal } from '@ringback/core';

/** What would make a script pass, as a document. */
export interface RewrittenScript extends RewriteProposal {
  rewriteVersion: 1;
}

/** Proposes the smallest changes that make a script pass, numbered from 1. @param text The script as it was written. */
export function rewriteScript(text: string, options: RewriteOptions): RewrittenScript {
  return { rewriteVersion: 1, ...proposeRewrites(text, options) };
}
