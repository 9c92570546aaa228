import { allowedTips, type Brief, type Composition, missingParts } from '@ringback/core';

const TIP_NAMES: Readonly<Record<string, string>> = {
  bridge: 'tie',
  request: 'narrow ask',
  number: 'number',
  'reply-option': 'other way to answer',
};

/** Tells the scripts, each with its manner, its words and its length, and what the brief leaves open. */
export function compositionText(brief: Brief, { scripts, fits, notAllowed }: Composition): string {
  const lines: string[] = [];
  for (const { manner, note, text, words, seconds, unmet } of scripts) {
    lines.push(`## ${manner}  (${words} words, about ${Math.round(seconds)} s)`, note, '', text, '');
    if (unmet.length > 0) lines.push(`Does not pass: ${unmet.join(', ')}. "ringback review" says why.`, '');
  }
  if (!fits) lines.push('The brief does not fit the budget: leave out or shorten a part.', '');
  if (notAllowed.length > 0) {
    lines.push(`The brief has no ${notAllowed.map((tip) => TIP_NAMES[tip] ?? tip).join(', no ')}:`);
    for (const { part, why, tip } of missingParts(brief)) if (tip && !allowedTips(brief).includes(tip)) lines.push(`- ${part}: ${why}`);
    lines.push('');
  }
  return lines.join('\n');
}
