import type { Review, Word, Transcript as Words } from '@ringback/core';
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Press } from '../../parts/Press.tsx';
import { withWord } from './correct.ts';
import { flaggedWords, type WordFlag } from './flagged-words.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { type Player, useMoment } from './player.ts';

/** Words that were said, in step with the sound; a word that was misheard can be put right. */
export function Transcript({
  review,
  player,
  onCorrect,
}: {
  review: Review;
  player: Player;
  /** Null where nothing may be put right. */
  onCorrect: ((transcript: Words) => Promise<void>) | null;
}) {
  const { transcript } = review;
  const { words } = transcript;
  const [correcting, setCorrecting] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const paragraphs = useMemo(() => paragraphsOf(words), [words]);
  const pick = useCallback((seconds: number) => wordAt(words, seconds), [words]);
  const current = useMoment(player, pick);
  const flagged = useMemo(() => flaggedWords(review), [review]);
  const finish = useRef<(text: string | null, byKey: boolean) => void>(() => {});
  const left = useRef<number | null>(null);
  const place = useRef<HTMLElement | null>(null);
  // The field is gone: the keyboard goes on from the word that stood there.
  useEffect(() => {
    if (chosen !== null || left.current === null) return;
    place.current?.querySelector<HTMLButtonElement>(`[data-word="${left.current}"]`)?.focus();
    left.current = null;
  }, [chosen]);
  finish.current = (text, byKey) => {
    const index = chosen;
    if (byKey) left.current = index;
    setChosen(null);
    if (index === null || text === null || text.trim() === '' || text.trim() === words[index]?.text) return;
    void onCorrect?.(withWord(transcript, index, text));
  };
  // The same functions at every moment of the sound, so that only the paragraph that sounds is drawn again.
  const onDone = useCallback((text: string | null, byKey = false) => finish.current(text, byKey), []);
  const onChoose = useCallback(
    (index: number) => (correcting ? setChosen(index) : player.seek(words[index]?.start ?? 0)),
    [correcting, player, words],
  );
  return (
    <section className="sheet transcript" ref={place} aria-labelledby="transcript-title">
      <div className="panel-head">
        <h2 id="transcript-title">What was heard</h2>
        {onCorrect && (
          <Press weight="quiet" icon="pencil" aria-pressed={correcting} onPress={() => setCorrecting(!correcting)}>
            {correcting ? 'Done' : 'Correct a word'}
          </Press>
        )}
      </div>
      {correcting && (
        <p className="soft transcript-help">Choose the word that was misheard, type what you said, press Enter. The review follows.</p>
      )}
      <div className={`transcript-text ${paragraphs.length > FEW ? 'is-long' : ''} ${correcting ? 'is-correcting' : ''}`}>
        {paragraphs.map((paragraph) => (
          <ParagraphText
            key={paragraph.from}
            paragraph={paragraph}
            words={words}
            flagged={flagged}
            current={within(paragraph, current)}
            chosen={within(paragraph, chosen)}
            correcting={correcting}
            onChoose={onChoose}
            onDone={onDone}
          />
        ))}
      </div>
    </section>
  );
}

/** What was typed instead of a word; null when nothing. `byKey` when the keyboard ended it. */
type OnDone = (text: string | null, byKey?: boolean) => void;

/** Paragraphs up to which all are laid out at once. */
const FEW = 3;

/** A place in the paragraph; null for any other, so that a paragraph is the same to all places outside. */
function within({ from, to }: Paragraph, index: number | null): number | null {
  return index !== null && index >= from && index < to ? index : null;
}

/** Seconds for which a word still counts as sounding. */
const LINGER_SEC = 0.08;

/** The word that sounds; -1 in between. Words are in the order of time. */
function wordAt(words: readonly Word[], seconds: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  const word = words[low - 1];
  return word !== undefined && seconds < word.end + LINGER_SEC ? low - 1 : -1;
}

/** One paragraph; drawn again only when something in it changes. */
const ParagraphText = memo(function ParagraphText({
  paragraph,
  words,
  flagged,
  current,
  chosen,
  correcting,
  onChoose,
  onDone,
}: {
  paragraph: Paragraph;
  words: readonly Word[];
  flagged: ReadonlyMap<number, WordFlag>;
  current: number | null;
  chosen: number | null;
  correcting: boolean;
  onChoose: (index: number) => void;
  onDone: OnDone;
}) {
  return (
    <p>
      {words.slice(paragraph.from, paragraph.to).map((word, offset) => {
        const i = paragraph.from + offset;
        return chosen === i ? (
          <WordField key={word.charStart} word={word} onDone={onDone} />
        ) : (
          <WordMark
            key={word.charStart}
            word={word}
            index={i}
            state={i === current ? 'now' : (flagged.get(i) ?? '')}
            label={correcting ? `Correct ${word.text}` : undefined}
            onChoose={() => onChoose(i)}
          />
        );
      })}
    </p>
  );
});

/** Below this the recogniser itself was not sure. House rule. */
const UNSURE = 0.5;

function WordMark({
  word,
  index,
  state,
  label,
  onChoose,
}: {
  word: Word;
  index: number;
  state: string;
  label: string | undefined;
  onChoose: () => void;
}) {
  return (
    <>
      <button
        type="button"
        data-word={index}
        // Only while correcting are words stops of the Tab key: a hundred stops would be in the way.
        tabIndex={label === undefined ? -1 : 0}
        aria-label={label}
        className={`word ${state && `word-${state}`} ${word.confidence < UNSURE ? 'word-unsure' : ''}`}
        onClick={onChoose}
      >
        {word.text}
      </button>{' '}
    </>
  );
}

function WordField({ word, onDone }: { word: Word; onDone: OnDone }) {
  const [text, setText] = useState(word.text);
  const onKeyDown = (event: KeyboardEvent) => {
    // Else the same press would also press the word that has the focus then, and open the field again.
    if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
    if (event.key === 'Enter') onDone(text, true);
    if (event.key === 'Escape') onDone(null, true);
  };
  return (
    <>
      <input
        className="word-field"
        aria-label={`What was said instead of ${word.text}`}
        value={text}
        size={Math.max(4, text.length + 1)}
        // biome-ignore lint/a11y/noAutofocus: the person has just chosen this word to type over it
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => onDone(null)}
      />{' '}
    </>
  );
}
