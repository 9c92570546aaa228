import { useId } from 'react';
import { CALLS, type ObjectiveChoice } from './objectives.ts';

/** The first step: which of the calls people make this is. */
export function CallChoice({ value, onChange }: { value: ObjectiveChoice; onChange: (objective: ObjectiveChoice) => void }) {
  const name = useId();
  return (
    <fieldset className="calls">
      <legend>What is the call for?</legend>
      {CALLS.map(({ objective, name: title, about }) => (
        <label key={objective} className="call">
          <input type="radio" name={name} checked={value === objective} onChange={() => onChange(objective)} />
          <span>
            <span className="call-name">{title}</span>
            <span className="soft call-about">{about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
