import { type KeyboardEvent, type RefObject, useMemo } from 'react';
import { type MarkedRange, piecesOf } from './ranges.ts';

/**
 * A plain text field with the findings underlined behind it: the field stays a field, so that screen readers, spelling
 * and undo work as everywhere. F8 and Shift+F8 go from finding to finding, Ctrl+. or ⌘. mends at the place of the caret.
 */
export function Editor({
  text,
  isReady,
  ranges,
  stops,
  field,
  onChange,
  onVisit,
  onMend,
}: {
  text: string;
  /** False while the text is on its way. */
  isReady: boolean;
  ranges: readonly MarkedRange[];
  /** Where F8 goes. */
  stops: readonly MarkedRange[];
  field: RefObject<HTMLTextAreaElement | null>;
  onChange: (text: string) => void;
  onVisit: (range: MarkedRange) => void;
  /** Mends what is found at this stretch of the text. */
  onMend: (from: number, to: number) => void;
}) {
  const pieces = useMemo(() => piecesOf(text, ranges), [text, ranges]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === '.' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onMend(event.currentTarget.selectionStart, event.currentTarget.selectionEnd);
      return;
    }
    if (event.key !== 'F8' || stops.length === 0) return;
    event.preventDefault();
    const at = event.currentTarget.selectionStart;
    const next = event.shiftKey
      ? (stops.findLast(({ from }) => from < at) ?? stops.at(-1))
      : (stops.find(({ from }) => from > at) ?? stops[0]);
    if (next) onVisit(next);
  };
  return (
    <div className="editor">
      <div className="editor-under" aria-hidden="true">
        {pieces.map(({ text: piece, severity }, i) =>
          severity === null ? (
            piece
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity of their own
            <mark key={i} className={`under under-${severity}`}>
              {piece}
            </mark>
          ),
        )}
        {/* A last empty line has no height without something on it. */}
        {'\n '}
      </div>
      <textarea
        ref={field}
        className="editor-field"
        value={text}
        readOnly={!isReady}
        spellCheck
        aria-label="Script: what you would say"
        aria-describedby="editor-keys"
        placeholder={'Hello Ms. Calder, this is Theo Lindgren.\nWe both studied at …'}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
