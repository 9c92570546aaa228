import { type ReactNode, useId, useState } from 'react';
import { LONGEST } from './form.ts';

/** A labelled line with a word of help under it. What is wrong with it is told there too, once the person has left it. */
export function Field({
  label,
  value,
  onChange,
  help,
  fault,
  placeholder,
  type = 'text',
  longest = LONGEST.name,
  wide = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string | undefined;
  fault?: string | undefined;
  placeholder?: string;
  type?: 'text' | 'email' | 'tel';
  longest?: number;
  /** Over the whole width, with room for a sentence. */
  wide?: boolean;
}) {
  const id = useId();
  const [typing, setTyping] = useState(false);
  const told = typing ? undefined : fault;
  const shared = {
    id,
    value,
    placeholder,
    autoComplete: 'off',
    maxLength: longest,
    'aria-invalid': told !== undefined,
    'aria-describedby': (told ?? help) ? `${id}-help` : undefined,
    onFocus: () => setTyping(true),
    onBlur: () => setTyping(false),
  };
  return (
    <div className={`field ${wide ? 'field-wide' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {wide ? (
        // Two lines of room for what is still one sentence: a new line is a blank.
        <textarea {...shared} rows={2} onChange={(event) => onChange(event.target.value.replace(/\n/g, ' '))} />
      ) : (
        <input {...shared} type={type} onChange={(event) => onChange(event.target.value)} />
      )}
      {(told ?? help) && (
        <p id={`${id}-help`} className={`field-help ${told ? 'field-fault' : 'soft'}`}>
          {told ?? help}
        </p>
      )}
    </div>
  );
}

/** One of a few, as a list that opens. */
export function Choose<T extends string>({
  label,
  value,
  options,
  onChange,
  wide = false,
}: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
  wide?: boolean;
}) {
  const id = useId();
  return (
    <div className={`field ${wide ? 'field-wide' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Fields that belong together: one short step of the plan. */
export function Group({ step, title, children }: { step: number; title: string; children: ReactNode }) {
  return (
    <fieldset className="group">
      <legend>
        <span className="group-step">{step}</span> {title}
      </legend>
      {children}
    </fieldset>
  );
}
