import type { BridgeReport, PossibleTie, Tie } from '@ringback/core';
import type { ContactBook } from '../../files/contacts/contact-book.ts';

/** Bad rows that are named one by one; beyond, only counted. */
const MOST_PROBLEMS = 10;

function ageOf({ yearsAgo }: Tie): string {
  if (yearsAgo === null) return 'age unknown';
  if (yearsAgo === 0) return 'now';
  return yearsAgo === 1 ? '1 year ago' : `${yearsAgo} years ago`;
}

function tieLines(tie: Tie, index: number): string[] {
  return [
    `${index + 1}. ${tie.sentence}`,
    `   ${tie.strengthInWords} (${tie.strength.toFixed(2)}), ${ageOf(tie)}, ${tie.kind}`,
    ...tie.records.map(({ source, place, shows }) => `   from ${source}, ${place}: ${shows}`),
    ...(tie.caution ? [`   ${tie.caution}`] : []),
    '',
  ];
}

function possibleLines({ reason, records }: PossibleTie): string[] {
  return [`- ${reason}`, ...records.map(({ source, place, shows }) => `  ${source}, ${place}: ${shows}`)];
}

/** Tells the ties found, best first, with their records; what only looks like one; and homework. */
export function bridgeText({ ties, possible, homework, searched }: BridgeReport): string {
  const lines = ties.flatMap(tieLines);
  if (ties.length === 0) {
    lines.push(
      `No tie found in ${searched.contacts} contacts, ${searched.work} jobs, ${searched.education} schools, ${searched.groups} groups and ${searched.events} events.`,
    );
    lines.push('Say nothing of a tie rather than make one up.', '');
  }
  if (possible.length > 0) lines.push('Not proven, look into it:', ...possible.flatMap(possibleLines), '');
  if (homework.length > 0) lines.push('What could find one:', ...homework.map((task) => `- ${task}`), '');
  return lines.join('\n');
}

/** Names what was wrong with a contact file, row by row, without anything of its content. */
export function bookWarnings({ source, contacts, problems, warnings }: ContactBook): string[] {
  const shown = problems.slice(0, MOST_PROBLEMS).map(({ place, problem }) => `${source}, ${place} ${problem}.`);
  const rest = problems.length - shown.length;
  return [...warnings, ...shown, ...(rest > 0 ? [`${source}: ${rest} more rows like these; ${contacts.length} contacts were read.`] : [])];
}
