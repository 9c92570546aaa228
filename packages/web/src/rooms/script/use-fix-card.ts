import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { type MarkedRange, worstAt } from './ranges.ts';

/** Milliseconds in which the pointer may cross from the words to the card. */
const CROSS_MS = 250;

/** Where a card stands, pixels from the corner of the editor. */
export interface CardPlace {
  left: number;
  top: number;
}

/** Which finding has a card: the one under the pointer, else the one at the caret. */
export function useFixCard(frame: RefObject<HTMLDivElement | null>, ranges: readonly MarkedRange[]) {
  const [from, setFrom] = useState<number | null>(null);
  const [place, setPlace] = useState<CardPlace>({ left: 0, top: 0 });
  const going = useRef(0);
  // What was edited or mended since has no card any more.
  const shown = from === null ? undefined : worstAt(ranges, from);

  const showAt = (mark: Element, at: number) => {
    clearTimeout(going.current);
    const box = frame.current?.getBoundingClientRect();
    const [words] = mark.getClientRects();
    if (!box || !words) return;
    setPlace({ left: words.left - box.left, top: words.bottom - box.top });
    setFrom(at);
  };
  const hide = () => {
    clearTimeout(going.current);
    setFrom(null);
  };
  const hideSoon = () => {
    clearTimeout(going.current);
    going.current = window.setTimeout(hide, CROSS_MS);
  };
  const markAt = (at: number) => frame.current?.querySelector(`mark[data-from="${at}"]`);
  return {
    shown,
    place,
    hide,
    onPointerMove: ({ clientX, clientY, target }: PointerEvent) => {
      if ((target as Element).closest('.fix-card')) return clearTimeout(going.current);
      // The field lies over what is underlined.
      const mark = document.elementsFromPoint(clientX, clientY).find((element) => element.matches('.editor-under mark'));
      if (mark) showAt(mark, Number(mark.getAttribute('data-from')));
      else hideSoon();
    },
    onPointerLeave: hideSoon,
    onCaret: (at: number) => {
      const found = worstAt(ranges, at);
      // The mark that the caret is in begins at or before it.
      const marks = [...(frame.current?.querySelectorAll('mark') ?? [])];
      const mark = found && (markAt(found.from) ?? marks.findLast((one) => Number(one.getAttribute('data-from')) <= at));
      if (found && mark) showAt(mark, at);
      else hide();
    },
    onBlur: hideSoon,
  };
}
