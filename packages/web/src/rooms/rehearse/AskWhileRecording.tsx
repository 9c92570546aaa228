import { Press } from '../../parts/Press.tsx';
import { Question } from '../../parts/Question.tsx';

/** Asks before a take that is being recorded is thrown away and begun again. */
export function AskStartOver({ isOpen, onClose, onStartOver }: { isOpen: boolean; onClose: () => void; onStartOver: () => void }) {
  return (
    <Question title="Throw this take away and begin again?" isOpen={isOpen} onClose={onClose} role="alertdialog">
      <p>It goes on recording until you say.</p>
      <div className="dialog-foot">
        <Press onPress={onClose} autoFocus>
          Go on recording
        </Press>
        <Press weight="danger" onPress={onStartOver}>
          Start over
        </Press>
      </div>
    </Question>
  );
}

/** Asks whoever would leave the room while a take is being recorded. */
export function AskLeave({
  isOpen,
  onClose,
  onKeep,
  onDiscard,
}: {
  isOpen: boolean;
  onClose: () => void;
  onKeep: () => void;
  onDiscard: () => void;
}) {
  return (
    <Question title="You are recording" isOpen={isOpen} onClose={onClose} role="alertdialog">
      <p>Stop here and keep the take, or throw it away? Either way you get to where you were going.</p>
      <div className="dialog-foot">
        <Press onPress={onClose} autoFocus>
          Go on recording
        </Press>
        <Press weight="danger" onPress={onDiscard}>
          Throw it away
        </Press>
        <Press weight="main" onPress={onKeep}>
          Stop and keep it
        </Press>
      </div>
    </Question>
  );
}
