import type { Call } from '@ringback/core';
import { objectiveName, standing } from '../../parts/call-words.ts';
import { moment } from '../../parts/words.ts';

type Before = Call['history'][number]['before'];

/** What a field held before, in words; null for those that only programs know. */
const WAS: Readonly<Partial<Record<keyof Before, (before: Before, call: Call) => string>>> = {
  whom: ({ whom }) => `whom: ${[whom?.name, whom?.organisation].filter(Boolean).join(', ')}`,
  leftAt: ({ leftAt }) => `when: ${leftAt ? moment(leftAt) : ''}`,
  objective: ({ objective }) => `about: ${objective ? objectiveName(objective).toLowerCase() : ''}`,
  note: ({ note }) => (note ? `note: ${note}` : 'no note'),
  outcomes: ({ outcomes = [] }, { leftAt }) =>
    outcomes.length === 0 ? 'nothing had come yet' : standing({ leftAt, outcomes, followed: true }),
};

/** What was there before each change, newest first. */
export function History({ call }: { call: Call }) {
  if (call.history.length === 0) return null;
  return (
    <details className="sheet call-history">
      <summary>{call.history.length === 1 ? 'Changed once' : `Changed ${call.history.length} times`}</summary>
      <ol>
        {call.history.toReversed().map(({ at, before }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes can be of one moment, and the list only grows
          <li key={`${at} ${index}`}>
            <span className="soft">Until {moment(at)}:</span>{' '}
            {(Object.keys(before) as (keyof Before)[]).flatMap((field) => WAS[field]?.(before, call) ?? []).join('; ')}
          </li>
        ))}
      </ol>
    </details>
  );
}
