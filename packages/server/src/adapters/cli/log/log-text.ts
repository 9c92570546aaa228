import type { Call, SecondMessage } from '@ringback/core';
import type { ImportReport } from 'ringback';

/** Characters of an id that tell calls apart. */
const SHORT_ID = 8;

/** What would turn a terminal's line. */
const CONTROL = /\p{Cc}+/gu;

const day = (moment: string) => moment.slice(0, 10);
const line = (text: string) => `${text.replace(CONTROL, ' ')}\n`;

/** One call in a line: id, day, person, objective, what came of it. */
export function callLine({ id, leftAt, whom, objective, outcomes, followed }: Call): string {
  const came = outcomes.map(({ kind, at }) => `${kind} ${day(at)}`).join(', ') || (followed ? 'open' : 'not followed');
  return line(
    `${id.slice(0, SHORT_ID)}  ${day(leftAt)}  ${whom.name}${whom.organisation ? `, ${whom.organisation}` : ''}  ${objective}  ${came}`,
  );
}

/** What an import would bring or brought. */
export function importText({ program, found, first, leftOut, added, problems }: ImportReport): string {
  const shown = first.map(({ whom, leftAt, outcomes }) =>
    line(`  ${day(leftAt)}  ${whom.name}  ${outcomes.map(({ kind }) => kind).join(', ') || 'open'}`),
  );
  const more = found > shown.length ? line(`  and ${found - shown.length} more`) : '';
  const head = line(`Read as ${program}: ${found} messages left; ${leftOut} rows are no message left.`);
  const bad = problems.length === 0 ? '' : line(`${problems.length} rows cannot be taken.`);
  const done =
    added === null
      ? line(
          problems.length === 0
            ? 'Nothing is written yet: give --write to add them.'
            : 'Nothing is written: mend those rows, or give --skip-bad --write.',
        )
      : line(`Added ${added}; ${found - added} were there already.`);
  return [head, ...shown, more, bad, done].join('');
}

/** The second messages, each with what it still lacks. */
export function secondText({ scripts }: SecondMessage): string {
  return scripts
    .map(({ text, words, unmet, review }) => {
      const lacks = unmet.length === 0 ? '' : `; does not pass: ${unmet.join(', ')}`;
      return `${text}\n(${words} words, reads like ${review.verdict.decision}${lacks})\n`;
    })
    .join('\n');
}
