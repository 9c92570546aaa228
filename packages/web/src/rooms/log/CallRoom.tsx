import type { Call } from '@ringback/core';
import { useState } from 'react';
import { log } from '../../desk/http/log.ts';
import { sentenceOf } from '../../desk/http/problem.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';
import { CallForm } from '../../parts/CallForm.tsx';
import { fieldMoment, objectiveName, standing } from '../../parts/call-words.ts';
import { announce } from '../../parts/frame/Announcements.tsx';
import { goTo } from '../../parts/frame/route.ts';
import { MoreMenu } from '../../parts/MoreMenu.tsx';
import { NotHere } from '../../parts/NotHere.tsx';
import { Press } from '../../parts/Press.tsx';
import { Failure, Question } from '../../parts/Question.tsx';
import { DECISION_WORDS, moment } from '../../parts/words.ts';
import { OutcomeButtons } from './AskOutcome.tsx';
import { History } from './History.tsx';
import { SecondMessage } from './SecondMessage.tsx';

/** One call: what came of it, what was changed, and the next message. */
export function CallRoom({ id }: { id: string }) {
  const { value: call, failure, replace } = useLoaded(() => log.call(id), id);
  if (call === null) {
    if (failure === null) return <div className="room-loading" />;
    return (
      <NotHere title="This call is not here" ways={<Press onPress={() => goTo('log')}>To the log</Press>}>
        {failure}
      </NotHere>
    );
  }
  return <Opened call={call} onChange={replace} />;
}

function Opened({ call, onChange }: { call: Call; onChange: (call: Call) => void }) {
  const { whom, leftAt, objective, note, read } = call;
  const [edits, setEdits] = useState(false);
  return (
    <div className="log call">
      <div className="room-head">
        <div className="panel-head">
          <h1>{whom.name}</h1>
          <MoreMenu
            name={`the call to ${whom.name}`}
            loses="The call and what came of it leave the log and all that the log says."
            items={[{ label: 'Change it …', onAction: () => setEdits(true) }]}
            remove={async () => {
              await log.remove(call.id);
              goTo('log', null, { replace: true });
            }}
          />
        </div>
        <p className="soft">
          {[whom.organisation, objectiveName(objective), `left ${moment(leftAt)}`, standing(call)].filter(Boolean).join(' · ')}
        </p>
        {note !== '' && <p>{note}</p>}
        <div className="call-ways">
          <Press icon="log" onPress={() => goTo('log')}>
            The whole log
          </Press>
          {call.takeId !== null && (
            <Press icon="review" onPress={() => goTo('review', call.takeId)}>
              The take
            </Press>
          )}
          {call.scriptId !== null && (
            <Press icon="script" onPress={() => goTo('script', call.scriptId)}>
              The script
            </Press>
          )}
        </div>
        {read && <p className="soft">When you left it: {DECISION_WORDS[read.decision].title.toLowerCase()}.</p>}
      </div>
      <section className="sheet call-outcome" aria-labelledby="call-outcome-title">
        <h2 id="call-outcome-title">What came of it?</h2>
        <OutcomeButtons call={call} onChange={onChange} />
      </section>
      <SecondMessage call={call} />
      <History call={call} />
      <Edit call={call} isOpen={edits} onClose={() => setEdits(false)} onChange={onChange} />
    </div>
  );
}

function Edit({ call, isOpen, onClose, onChange }: { call: Call; isOpen: boolean; onClose: () => void; onChange: (call: Call) => void }) {
  const [failure, setFailure] = useState<string | null>(null);
  const { whom, leftAt, objective, note } = call;
  return (
    <Question title={`Change the call to ${whom.name}`} isOpen={isOpen} onClose={onClose} role="dialog">
      <CallForm
        fields={{ name: whom.name, organisation: whom.organisation ?? '', objective, note, leftAt: fieldMoment(new Date(leftAt)) }}
        submit="Keep the change"
        onClose={onClose}
        onCall={(told) => {
          const { number, email } = whom;
          const change = { ...told, whom: { ...told.whom, ...(number && { number }), ...(email && { email }) } };
          // A field for minutes holds no seconds: an untouched one is no change.
          const sameMinute = told.leftAt?.slice(0, 16) === leftAt.slice(0, 16);
          log.change(call.id, { ...change, ...(sameMinute && { leftAt }) } as Partial<Call>).then(
            (changed) => {
              setFailure(null);
              announce('The change is kept.');
              onChange(changed);
              onClose();
            },
            (error: unknown) => setFailure(sentenceOf(error)),
          );
        }}
      />
      <Failure failure={failure} />
    </Question>
  );
}
