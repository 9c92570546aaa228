import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Press } from './Press.tsx';

/** A question over the page; Escape closes it and the keyboard goes back to where it was. */
export function Question({
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

/** Why the answer could not be carried out. */
export function Failure({ failure }: { failure: string | null }) {
  if (failure === null) return null;
  return (
    <p className="notice notice-bad" role="alert">
      {failure}
    </p>
  );
}

/** Asks before something is deleted; the safe answer comes first. */
export function AskDelete({
  name,
  loses,
  isOpen,
  failure,
  onClose,
  onDelete,
}: {
  name: string;
  /** What is gone then, as a sentence. */
  loses: string;
  isOpen: boolean;
  failure: string | null;
  onClose: () => void;
  onDelete: () => void;
}) {
  return (
    <Question title={`Delete ${name} for good?`} isOpen={isOpen} onClose={onClose} role="alertdialog">
      <p>{loses} This cannot be undone.</p>
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
