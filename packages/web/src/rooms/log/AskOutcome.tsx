import type { Call, OutcomeKind } from '@ringback/core';
import { useState } from 'react';
import { log } from '../../desk/http/log.ts';
import { sentenceOf } from '../../desk/http/problem.ts';
import { fieldMoment, momentOfField, OUTCOME_WORDS } from '../../parts/call-words.ts';
import { announce } from '../../parts/frame/Announcements.tsx';
import { Press } from '../../parts/Press.tsx';
import { Failure, Question } from '../../parts/Question.tsx';

/** Asks what came of a call, and when. */
export function AskOutcome({ call, onClose, onChange }: { call: Call | null; onClose: () => void; onChange: (call: Call) => void }) {
  return (
    <Question title={`What came of the call to ${call?.whom.name ?? ''}?`} isOpen={call !== null} onClose={onClose} role="dialog">
      {call && <OutcomeButtons call={call} onChange={onChange} />}
      <div className="dialog-foot">
        <Press onPress={onClose}>Nothing yet, I am still waiting</Press>
      </div>
    </Question>
  );
}

/** The five things that can come of a call, and the field for when. */
export function OutcomeButtons({ call, onChange }: { call: Call; onChange: (call: Call) => void }) {
  const [when, setWhen] = useState(() => fieldMoment(new Date()));
  const [failure, setFailure] = useState<string | null>(null);
  const at = momentOfField(when);
  const tell = async (kind: OutcomeKind) => {
    if (at === null) return setFailure('Say first when it was.');
    setFailure(null);
    try {
      const changed = await log.outcome(call.id, kind, at);
      announce(`${call.whom.name}: ${OUTCOME_WORDS[kind].told}.`);
      onChange(changed);
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  return (
    <div className="outcome-buttons">
      <label className="outcome-when">
        When
        <input type="datetime-local" value={when} onChange={({ target }) => setWhen(target.value)} />
      </label>
      {(Object.keys(OUTCOME_WORDS) as OutcomeKind[]).map((kind) => (
        <Press key={kind} onPress={() => void tell(kind)}>
          {OUTCOME_WORDS[kind].button}
        </Press>
      ))}
      <Failure failure={failure} />
    </div>
  );
}
