import type { Review, Word, Transcript as Words } from '@ringback/core';
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { Press } from '../../parts/Press.tsx';
import { withWord } from './correct.ts';
import { type Player, useMoment } from './player.ts';

/** Words that were said, in step with the sound; a word that was misheard can be put right. */
export function Transcript({
  review,
  player,
  onCorrect,
}: {
  review: Review;
  player: Player;
  onCorrect: (transcript: Words) => Promise<void>;
}) {
  const { transcript } = review;
  const { words } = transcript;
  const [correcting, setCorrecting] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const pick = useCallback((seconds: number) => words.findIndex(({ start, end }) => seconds >= start && seconds < end + 0.08), [words]);
  const current = useMoment(player, pick);
  const flagged = useMemo(() => flaggedWords(review), [review]);
  const finish = async (text: string | null) => {
    const index = chosen;
    setChosen(null);
    if (index === null || text === null || text.trim() === '' || text.trim() === words[index]?.text) return;
    await onCorrect(withWord(transcript, index, text));
  };
  return (
    <section className="sheet transcript" aria-labelledby="transcript-title">
      <div className="panel-head">
        <h2 id="transcript-title">What was heard</h2>
        <Press weight="quiet" icon="pencil" aria-pressed={correcting} onPress={() => setCorrecting(!correcting)}>
          {correcting ? 'Done' : 'Correct a word'}
        </Press>
      </div>
      {correcting && (
        <p className="soft transcript-help">Choose the word that was misheard, type what you said, press Enter. The review follows.</p>
      )}
      <p className={`transcript-text ${correcting ? 'is-correcting' : ''}`}>
        {words.map((word, i) =>
          chosen === i ? (
            <WordField key={word.charStart} word={word} onDone={finish} />
          ) : (
            <WordMark
              key={word.charStart}
              word={word}
              state={i === current ? 'now' : (flagged.get(i) ?? '')}
              label={correcting ? `Correct ${word.text}` : undefined}
              onChoose={() => (correcting ? setChosen(i) : player.seek(word.start))}
            />
          ),
        )}
      </p>
    </section>
  );
}

/** Below this the recogniser itself was not sure. House rule. */
const UNSURE = 0.5;

function WordMark({ word, state, label, onChoose }: { word: Word; state: string; label: string | undefined; onChoose: () => void }) {
  return (
    <>
      <button
        type="button"
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

function WordField({ word, onDone }: { word: Word; onDone: (text: string | null) => void }) {
  const [text, setText] = useState(word.text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onDone(text);
    if (event.key === 'Escape') onDone(null);
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

function flaggedWords(review: Review): Map<number, 'improve' | 'fail'> {
  const flags = new Map<number, 'improve' | 'fail'>();
  for (const { findings } of review.tips) {
    for (const { good, waived, severity, charStart, charEnd } of findings) {
      if (good || waived !== undefined || charStart === undefined || charEnd === undefined) continue;
      if (severity !== 'improve' && severity !== 'fail') continue;
      review.transcript.words.forEach((word, i) => {
        if (word.charEnd > charStart && word.charStart < charEnd && flags.get(i) !== 'fail') flags.set(i, severity);
      });
    }
  }
  return flags;
}
