import type { RewriteProposal } from './rewrite.ts';

/** Characters of the script shown on either side of a change. */
const CONTEXT_CHARS = 40;

function context(text: string, charStart: number, charEnd: number): [string, string] {
  const before = text.slice(Math.max(0, charStart - CONTEXT_CHARS), charStart).replace(/\s+/g, ' ');
  const after = text.slice(charEnd, charEnd + CONTEXT_CHARS).replace(/\s+/g, ' ');
  return [charStart > CONTEXT_CHARS ? `…${before}` : before, charEnd + CONTEXT_CHARS < text.length ? `${after}…` : after];
}

/** Tells a proposal as a numbered diff: each change with the finding it mends, then what only the person can add. */
export function renderRewrites(text: string, { rewrites, needs }: RewriteProposal): string {
  const lines: string[] = [];
  for (const { number, tip, finding, charStart, charEnd, before, after, assumes } of rewrites) {
    const [left, right] = context(text, charStart, charEnd);
    lines.push(`${number}. ${tip}: ${finding}`);
    lines.push(`   @ ${left}[${number}]${right}`);
    if (before) lines.push(`   - ${before}`);
    if (after) lines.push(`   + ${after}`);
    if (assumes) lines.push(`   Take it only if ${assumes}.`);
    lines.push('');
  }
  if (rewrites.length === 0)
    lines.push(needs.length === 0 ? 'Nothing to mend: it passes every tip.' : 'Nothing can be mended without facts of yours.', '');
  if (needs.length > 0) {
    lines.push('Only you can add:');
    for (const { tip, finding, needs: fact } of needs) lines.push(`- ${tip}: ${finding} ${fact}`);
    lines.push('');
  }
  return lines.join('\n');
}
