import type { Call, NewCall } from '@ringback/core';
import { useId, useState } from 'react';
import { momentOfField, OBJECTIVE_NAMES } from './call-words.ts';
import { Press } from './Press.tsx';
import './call-form.css';

/** The fields of a call, as they are typed. */
export interface CallFields {
  name: string;
  organisation: string;
  objective: Call['objective'];
  leftAt: string;
  note: string;
}

/** Longest texts, characters; the server refuses longer ones. */
const LONGEST = { name: 200, note: 2_000 } as const;

/** Whom, about what, when, and a note. */
export function CallForm({
  fields: given,
  submit,
  onClose,
  onCall,
}: {
  fields: CallFields;
  submit: string;
  onClose: () => void;
  onCall: (call: NewCall) => void;
}) {
  const [fields, setFields] = useState(given);
  const id = useId();
  const set = (change: Partial<CallFields>) => setFields((before) => ({ ...before, ...change }));
  const leftAt = momentOfField(fields.leftAt);
  const name = fields.name.trim();
  return (
    <form
      className="call-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '' || leftAt === null) return;
        const organisation = fields.organisation.trim();
        const whom = { name, ...(organisation !== '' && { organisation }) };
        onCall({ whom, leftAt, objective: fields.objective, note: fields.note.trim() });
      }}
    >
      <label htmlFor={`${id}-name`}>Whom you called</label>
      <input
        id={`${id}-name`}
        value={fields.name}
        maxLength={LONGEST.name}
        required
        onChange={({ target }) => set({ name: target.value })}
      />
      <label htmlFor={`${id}-at`}>Where they work, if you like</label>
      <input
        id={`${id}-at`}
        value={fields.organisation}
        maxLength={LONGEST.name}
        onChange={({ target }) => set({ organisation: target.value })}
      />
      <label htmlFor={`${id}-about`}>The call was about</label>
      <select id={`${id}-about`} value={fields.objective} onChange={({ target }) => set({ objective: target.value as Call['objective'] })}>
        {OBJECTIVE_NAMES.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-when`}>When you left it</label>
      <input
        id={`${id}-when`}
        type="datetime-local"
        value={fields.leftAt}
        required
        onChange={({ target }) => set({ leftAt: target.value })}
      />
      <label htmlFor={`${id}-note`}>A note, if you like</label>
      <textarea
        id={`${id}-note`}
        rows={2}
        value={fields.note}
        maxLength={LONGEST.note}
        onChange={({ target }) => set({ note: target.value })}
      />
      <div className="dialog-foot">
        <Press onPress={onClose}>Not now</Press>
        <Press weight="main" type="submit" isDisabled={name === '' || leftAt === null}>
          {submit}
        </Press>
      </div>
    </form>
  );
}
