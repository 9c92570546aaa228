import type { Script, TakeSummary } from '@ringback/core';
import { goTo, pathTo } from './frame/route.ts';
import { StatusMark } from './Tips.tsx';
import { clock, DECISION_WORDS, moment, toldApart } from './words.ts';
import './rows.css';

const MARK_OF = { return: 'pass', 'toss-up': 'improve', delete: 'fail' } as const;

/** Rows from which on those out of sight are not laid out. */
const MANY = 20;

/** Takes as rows that open their reviews; `scripts` says what each was spoken from, where that is not clear from the room. */
export function TakeList({ takes, scripts = [] }: { takes: readonly TakeSummary[]; scripts?: readonly Pick<Script, 'id' | 'name'>[] }) {
  const names = toldApart(takes);
  const scriptOf = (take: TakeSummary) => scripts.find(({ id }) => id === take.scriptId)?.name;
  return (
    <ul className={`rows ${takes.length > MANY ? 'rows-many' : ''}`}>
      {takes.map((take) => (
        <li key={take.id}>
          <a
            className="row"
            href={pathTo('review', take.id)}
            onClick={(event) => {
              event.preventDefault();
              goTo('review', take.id);
            }}
          >
            <StatusMark status={take.decision ? MARK_OF[take.decision] : 'notApplicable'} />
            <span className="row-main">
              <span className="row-name">{names.get(take.id)}</span>
              <span className="row-about soft">{[stateOf(take), scriptOf(take)].filter(Boolean).join(' · ')}</span>
            </span>
            <span className="soft row-when">{moment(take.createdAt)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function stateOf(take: TakeSummary): string {
  const length = take.durationSec === null ? '' : ` · ${clock(take.durationSec)}`;
  if (take.state === 'failed') return take.failure?.message ?? 'could not be heard';
  if (take.state === 'recording') return 'being recorded';
  if (take.state === 'hearing') return `being heard${length}`;
  return take.decision ? `${DECISION_WORDS[take.decision].title.toLowerCase()}${length}` : length;
}
