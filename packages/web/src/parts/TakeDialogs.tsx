import { type ReactNode, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Press } from './Press.tsx';

/** A question over the page; Escape closes it and the keyboard goes back to where it was. */
function Question({
  title,
  isOpen,
  onClose,
  role,
  children,
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  role: 'dialog' | 'alertdialog';
  children: ReactNode;
}) {
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="modal">
        <Dialog className="dialog" role={role}>
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Failure({ failure }: { failure: string | null }) {
  if (failure === null) return null;
  return (
    <p className="notice notice-bad" role="alert">
      {failure}
    </p>
  );
}

/** Asks before a take is deleted; the safe answer comes first. */
export function AskDelete({
  name,
  isOpen,
  failure,
  onClose,
  onDelete,
}: {
  name: string;
  isOpen: boolean;
  failure: string | null;
  onClose: () => void;
  onDelete: () => void;
}) {
  return (
    <Question title={`Delete ${name} for good?`} isOpen={isOpen} onClose={onClose} role="alertdialog">
      <p>Its sound and its review are removed from this machine. This cannot be undone.</p>
      <Failure failure={failure} />
      <div className="dialog-foot">
        <Press onPress={onClose} autoFocus>
          Leave it
        </Press>
        <Press weight="danger" icon="trash" onPress={onDelete}>
          Delete for good
        </Press>
      </div>
    </Question>
  );
}

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
