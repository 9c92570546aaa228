import type { Call } from '@ringback/core';
import type { MouseEvent } from 'react';
import { objectiveName, standing } from '../../parts/call-words.ts';
import { goTo, pathTo } from '../../parts/frame/route.ts';
import { Press } from '../../parts/Press.tsx';
import { moment } from '../../parts/words.ts';
import type { ShownCalls } from './use-calls.ts';
import '../../parts/rows.css';

/** The calls, newest first, each with the way to say what came of it. */
export function CallList({ shown, onAsk }: { shown: ShownCalls; onAsk: (call: Call) => void }) {
  const { calls, total, hasMore, more } = shown;
  return (
    <section className="log-calls" aria-labelledby="log-calls-title">
      <h2 id="log-calls-title">{total === 1 ? 'One call' : `${total.toLocaleString()} calls`}</h2>
      <ul className="rows rows-many">
        {calls.map((call) => (
          <CallRow key={call.id} call={call} onAsk={() => onAsk(call)} />
        ))}
      </ul>
      {hasMore && (
        <Press onPress={more}>
          Show older calls ({calls.length.toLocaleString()} of {total.toLocaleString()} shown)
        </Press>
      )}
    </section>
  );
}

function CallRow({ call, onAsk }: { call: Call; onAsk: () => void }) {
  const { id, whom, leftAt, objective } = call;
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo('log', id);
  };
  return (
    <li className="row-with-menu call-row">
      <a className="row" href={pathTo('log', id)} onClick={open}>
        <span className="row-main">
          <span className="row-name">{whom.organisation ? `${whom.name}, ${whom.organisation}` : whom.name}</span>
          <span className="row-about soft">
            {objectiveName(objective)} · left {moment(leftAt)} · {standing(call)}
          </span>
        </span>
      </a>
      <Press weight={call.outcomes.length === 0 ? 'plain' : 'quiet'} aria-label={`What came of the call to ${whom.name}?`} onPress={onAsk}>
        What came?
      </Press>
    </li>
  );
}
