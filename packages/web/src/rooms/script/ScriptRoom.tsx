import { applyEdits, BEGINNINGS, type Finding, type Rewrite } from '@ringback/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api } from '../../desk/http/client.ts';
import { useScriptReview } from '../../desk/reading/use-script-review.ts';
import { useSpoken } from '../../desk/voice/use-spoken.ts';
import { SpeakAlong } from '../../parts/drill/SpeakAlong.tsx';
import { beginScript, goTo } from '../../parts/frame/route.ts';
import { LeftThis } from '../../parts/LeftThis.tsx';
import { Press } from '../../parts/Press.tsx';
import { Proposals } from '../../parts/Proposals.tsx';
import { ScriptMenu } from '../../parts/ScriptMenu.tsx';
import { type FindingActions, Tips } from '../../parts/Tips.tsx';
import { Verdict } from '../../parts/Verdict.tsx';
import { scriptName } from '../../parts/words.ts';
import { Editor } from './Editor.tsx';
import { Length } from './Length.tsx';
import { Mending } from './Mending.tsx';
import { carriedOver, type MarkedRange, mendable, rangesOf, rewriteAt } from './ranges.ts';
import { isDraft, StillToSay } from './StillToSay.tsx';
import { useScript } from './use-script.ts';
import './script.css';

/** Where a script is written, read as one types. */
export default function ScriptRoom({ id }: { id: string | null }) {
  useEffect(() => {
    if (id === null) beginScript({ replace: true });
  }, [id]);
  return id === null ? null : <Desk id={id} />;
}

function Desk({ id }: { id: string }) {
  const script = useScript(id);
  const { review, text: readText, refusal, rewrites, needs } = useScriptReview(script.text, { mend: true });
  const spoken = useSpoken(script.text);
  const field = useRef<HTMLTextAreaElement | null>(null);
  const ranges = useMemo(
    () => (review && !isDraft(review) ? carriedOver(rangesOf(review), readText, script.text) : []),
    [review, readText, script.text],
  );
  // What F8 selects is what Ctrl+. mends: it goes where an edit is ready, and to the others when none is.
  const stops = useMemo(() => mendable(ranges, rewrites), [ranges, rewrites]);
  const [hint, setHint] = useState('');
  const visit = ({ from, to }: Pick<MarkedRange, 'from' | 'to'>) => {
    setHint('');
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  };
  // Typed in as a person would, so that undo takes it back.
  const writeOver = (text: string) => {
    field.current?.focus();
    field.current?.select();
    document.execCommand('insertText', false, text);
  };
  const stepBack = (command: 'undo' | 'redo') => {
    field.current?.focus();
    document.execCommand(command);
  };
  // Edits are for exactly the text that was read.
  const mend = (chosen: readonly Rewrite[]) => {
    if (readText !== script.text || chosen.length === 0) return;
    writeOver(applyEdits(script.text, chosen));
    const place = Math.min(...chosen.map(({ charStart }) => charStart));
    field.current?.setSelectionRange(place, place);
  };
  const mendAt = (from: number, to: number) => {
    const next = rewriteAt(rewrites, ranges, from, to);
    setHint(next ? '' : 'No edit is ready for this one: only you can say it better.');
    if (next) mend([next]);
  };
  const actions: FindingActions = {
    label: 'Show it',
    has: (finding) => placeOf(finding) !== null,
    onFinding: (finding) => {
      const place = placeOf(finding);
      if (place) visit(place);
    },
  };
  return (
    <div className="script">
      <div className="script-head">
        <label className="script-name">
          <span className="visually-hidden">Name of the script</span>
          <input value={script.name} placeholder={scriptName(script.text)} onChange={(event) => script.setName(event.target.value)} />
        </label>
        <p className="soft script-state" role="status">
          {typeof script.state === 'object' ? script.state.failure : script.state === 'kept' ? (script.text ? 'Kept' : '') : 'Keeping …'}
        </p>
        {script.text !== '' && (
          <ScriptMenu script={{ id, name: script.name || scriptName(script.text), text: script.text }} onRemoved={() => goTo('start')} />
        )}
      </div>
      {script.missing && (
        <p className="notice" role="status">
          No script is kept at this address: it may have been deleted. What you write here begins a new one.
        </p>
      )}
      <section className="script-write" aria-label="Script">
        <div className="sheet">
          <Editor
            text={script.text}
            isReady={script.loaded}
            ranges={ranges}
            stops={stops}
            field={field}
            onChange={script.setText}
            onVisit={visit}
            onMend={mendAt}
            editFor={({ from, to }) => (readText === script.text ? rewriteAt(rewrites, ranges, from, to) : undefined)}
          />
          <div className="script-foot">
            <Length review={review} />
            <Press
              icon={spoken.state === 'silent' ? 'play' : 'stop'}
              isDisabled={script.text.trim() === '' || spoken.state === 'loading'}
              onPress={spoken.toggle}
            >
              {spoken.state === 'silent' ? 'Hear it read' : spoken.state === 'loading' ? 'A moment …' : 'Stop'}
            </Press>
            <SpeakAlong numbers={review?.message.phoneNumbers ?? []} />
            <Press weight="main" icon="rehearse" isDisabled={script.text.trim() === ''} onPress={() => goTo('rehearse', id)}>
              Rehearse it
            </Press>
            {script.text.trim() !== '' && (
              <LeftThis scriptId={id} takeId={null} name={script.name || scriptName(script.text)} text={script.text} review={review} />
            )}
            <Press weight="quiet" onPress={() => stepBack('undo')}>
              Undo
            </Press>
            <Press weight="quiet" onPress={() => stepBack('redo')}>
              Redo
            </Press>
            <p id="editor-keys" className="soft script-keys">
              {ranges.length === 0 ? 'Nothing underlined' : `${ranges.length} underlined`}
              <span className="script-hint"> · F8 goes to the next, Ctrl + . mends it</span>
            </p>
            <p className="script-keys" role="status">
              {hint}
            </p>
          </div>
        </div>
        {spoken.failure && (
          <p className="notice notice-bad" role="alert">
            {spoken.failure}
          </p>
        )}
        {script.loaded && script.text.trim() === '' && <Beginnings onText={writeOver} />}
      </section>
      <section className="script-read" aria-label="Reading" aria-live="off">
        {review && isDraft(review) ? (
          <StillToSay review={review} />
        ) : review ? (
          <>
            <Verdict review={review} actions={actions} />
            <div className="sheet script-tips">
              <h2>Seven tips</h2>
              <Tips review={review} actions={actions} />
            </div>
          </>
        ) : (
          <p className="soft script-empty">
            {refusal ?? 'What you write is read here against seven tips, with the words that help or hurt.'}
          </p>
        )}
      </section>
      {/* Found a moment after the reading: it stands where nothing lies below that would have to move. */}
      {review && !isDraft(review) && (
        <div className="script-mend">
          <Mending rewrites={readText === script.text ? rewrites : []} needs={needs} onApply={mend} />
          <Proposals what={{ script: script.text }} onUse={writeOver} />
        </div>
      )}
    </div>
  );
}

function placeOf({ charStart, charEnd }: Finding): { from: number; to: number } | null {
  return charStart === undefined || charEnd === undefined ? null : { from: charStart, to: charEnd };
}

/** What to do with an empty sheet. */
function Beginnings({ onText }: { onText: (text: string) => void }) {
  const flawed = () => {
    api.sampleScript('consultant').then(
      ({ text }) => onText(text),
      () => {},
    );
  };
  return (
    <div className="beginnings">
      <p className="soft">
        A good message says, within half a minute: who is calling, the true tie between you, one small thing you need, by when, a number
        said twice, and an easier way to answer. Begin with your own words, or change one of these:
      </p>
      <div className="beginnings-list">
        {BEGINNINGS.map(({ label, text }) => (
          <Press key={label} onPress={() => onText(text)}>
            {label}
          </Press>
        ))}
        <Press onPress={flawed}>One that needs mending</Press>
      </div>
    </div>
  );
}
