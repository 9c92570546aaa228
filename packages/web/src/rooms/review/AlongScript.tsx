import { followingHeadline, followingNotes, type Review, type ScriptWord } from '@ringback/core';
import { Press } from '../../parts/Press.tsx';
import { clock } from '../../parts/words.ts';
import './along.css';

/** The script with what became of each word, and each sure difference with its moment. Nothing where no script is known. */
export function AlongScript({ review, onSpan }: { review: Review; onSpan: (start: number, end: number) => void }) {
  const { following } = review;
  if (following === undefined) return null;
  const { words, differences } = following;
  const notes = followingNotes(following);
  return (
    <section className="sheet along" aria-labelledby="along-title">
      <h2 id="along-title">Along your script</h2>
      <p>{followingHeadline(following)}</p>
      {differences.length > 0 && (
        <ul className="along-differences">
          {differences.map(({ message, script, heard }) => (
            <li key={`${script?.charStart}-${heard?.charStart}`}>
              <span>{message}</span>
              {heard?.start !== undefined && (
                <Press
                  weight="quiet"
                  icon="play"
                  aria-label={`Hear it at ${clock(heard.start)}`}
                  onPress={() => onSpan(heard.start ?? 0, heard.end ?? (heard.start ?? 0) + 1)}
                >
                  {clock(heard.start)}
                </Press>
              )}
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <ul className="along-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p className="along-text">
        {runsOf(words).map(({ state, charStart, text }) => (
          <Run key={charStart} state={state} text={text} />
        ))}
      </p>
    </section>
  );
}

interface WordRun extends Pick<ScriptWord, 'state' | 'charStart' | 'text'> {}

/** Words in a row of which the same became are one run. */
function runsOf(words: readonly ScriptWord[]): WordRun[] {
  const runs: WordRun[] = [];
  for (const { state, charStart, text } of words) {
    const last = runs.at(-1);
    if (last?.state === state) last.text += ` ${text}`;
    else runs.push({ state, charStart, text });
  }
  return runs;
}

/** Left out is struck through, said otherwise is marked; both are also told to those who do not see it. */
function Run({ state, text }: Pick<WordRun, 'state' | 'text'>) {
  if (state === 'left-out') {
    return (
      <>
        <del className="along-left-out">
          <span className="visually-hidden">left out: </span>
          {text}
        </del>{' '}
      </>
    );
  }
  if (state === 'otherwise') {
    return (
      <>
        <mark className="along-otherwise">
          <span className="visually-hidden">said otherwise: </span>
          {text}
        </mark>{' '}
      </>
    );
  }
  return <>{text} </>;
}
