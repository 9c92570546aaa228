import type { Rewrite } from '@ringback/core';
import { type KeyboardEvent, type RefObject, useMemo, useRef } from 'react';
import { FixCard } from './FixCard.tsx';
import { type MarkedRange, piecesOf } from './ranges.ts';
import { useFixCard } from './use-fix-card.ts';

/**
 * A plain text field with the findings underlined behind it: the field stays a field, so that screen readers, spelling
 * and undo work as everywhere. F8 and Shift+F8 go from finding to finding, Ctrl+. or ⌘. mends at the place of the caret. What is found
 * at the pointer or at the caret stands in a card, until Escape.
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
  editFor,
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
  /** The edit that would mend it; undefined where none is ready. */
  editFor: (range: MarkedRange) => Rewrite | undefined;
}) {
  const frame = useRef<HTMLDivElement | null>(null);
  const card = useFixCard(frame, ranges);
  const pieces = useMemo(() => {
    let from = 0;
    return piecesOf(text, ranges).map((piece) => {
      const begins = from;
      from += piece.text.length;
      return { ...piece, from: begins };
    });
  }, [text, ranges]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === '.' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onMend(event.currentTarget.selectionStart, event.currentTarget.selectionEnd);
      return;
    }
    if (event.key === 'Escape') card.hide();
    if (event.key !== 'F8' || stops.length === 0) return;
    event.preventDefault();
    const at = event.currentTarget.selectionStart;
    const next = event.shiftKey
      ? (stops.findLast(({ from }) => from < at) ?? stops.at(-1))
      : (stops.find(({ from }) => from > at) ?? stops[0]);
    if (next) onVisit(next);
  };
  return (
    <div className="editor" ref={frame} onPointerMove={card.onPointerMove} onPointerLeave={card.onPointerLeave}>
      <div className="editor-under" aria-hidden="true">
        {pieces.map(({ text: piece, severity, from }) =>
          severity === null ? (
            piece
          ) : (
            <mark key={from} data-from={from} className={`under under-${severity}`}>
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
        onSelect={(event) => card.onCaret(event.currentTarget.selectionStart)}
        onBlur={card.onBlur}
      />
      {card.shown && (
        <FixCard
          range={card.shown}
          edit={editFor(card.shown)}
          place={card.place}
          onHide={() => {
            card.hide();
            field.current?.focus();
          }}
          onMend={({ from, to }) => {
            card.hide();
            onMend(from, to);
          }}
        />
      )}
    </div>
  );
}
