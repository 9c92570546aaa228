import { useState } from 'react';
import { Press } from './Press.tsx';
import { Failure, Question } from './Question.tsx';

/** Asks for a take's new name. */
export function AskName({
  name,
  isOpen,
  failure,
  onClose,
  onName,
}: {
  name: string;
  isOpen: boolean;
  failure: string | null;
  onClose: () => void;
  onName: (name: string) => void;
}) {
  return (
    <Question title="Rename the take" isOpen={isOpen} onClose={onClose} role="dialog">
      <NameForm name={name} onClose={onClose} onName={onName} />
      <Failure failure={failure} />
    </Question>
  );
}

/** Longest name, characters; the server refuses longer ones. */
const LONGEST_NAME = 200;

function NameForm({ name, onClose, onName }: { name: string; onClose: () => void; onName: (name: string) => void }) {
  const [text, setText] = useState(name);
  const given = text.trim();
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (given === name) onClose();
        else if (given !== '') onName(given);
      }}
    >
      <label>
        Name
        <input
          value={text}
          maxLength={LONGEST_NAME}
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className="dialog-foot">
        <Press onPress={onClose}>Leave it</Press>
        <Press weight="main" type="submit" isDisabled={given === ''}>
          Rename
        </Press>
      </div>
    </form>
  );
}
