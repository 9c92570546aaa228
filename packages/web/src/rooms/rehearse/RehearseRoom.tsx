import type { Script, Word } from '@ringback/core';
import { useEffect, useState } from 'react';
import { api } from '../../desk/http/client.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';
import { useTakes } from '../../desk/http/use-takes.ts';
import { here } from '../../desk/place.ts';
import { useScriptReview } from '../../desk/reading/use-script-review.ts';
import { beginScript, goTo } from '../../parts/frame/route.ts';
import { NotHere } from '../../parts/NotHere.tsx';
import { Press } from '../../parts/Press.tsx';
import { PhoneMicrophone } from '../../parts/phone/PhoneMicrophone.tsx';
import { Question } from '../../parts/Question.tsx';
import { TakeList } from '../../parts/TakeList.tsx';
import { nextTakeName } from '../../parts/words.ts';
import { Checklist } from './Checklist.tsx';
import { Controls } from './Controls.tsx';
import { Prompter } from './Prompter.tsx';
import { useRecorder } from './use-recorder.ts';
import './rehearse.css';

/** Where a take is recorded, with the script before one's eyes. */
export default function RehearseRoom({ id }: { id: string | null }) {
  const scripts = useLoaded(() => api.scripts(), 'scripts');
  const script = scripts.value?.find((one) => one.id === id) ?? null;
  if (scripts.value === null) {
    return scripts.failure ? (
      <p className="notice notice-bad" role="alert">
        {scripts.failure}
      </p>
    ) : (
      <div className="room-loading" />
    );
  }
  if (id !== null && script === null) {
    return (
      <NotHere title="There is no such script" ways={<Press onPress={() => goTo('rehearse')}>Record without a script</Press>}>
        It may have been deleted, or the link is from another machine.
      </NotHere>
    );
  }
  return <Stage script={script} others={scripts.value} />;
}

function Stage({ script, others }: { script: Script | null; others: readonly Script[] }) {
  const scriptId = script?.id ?? null;
  const takes = useTakes(scriptId);
  const recorder = useRecorder(scriptId, (takeId) => goTo('review', takeId));
  const { review } = useScriptReview(script?.text ?? '');
  const running = recorder.state === 'recording';
  useEffect(() => {
    // The next room, so that it stands at once after the stop.
    void import('../review/ReviewRoom.tsx');
  }, []);
  const begin = () => recorder.start(nextTakeName(takes.value ?? []));
  return (
    <div className="rehearse">
      <section className="sheet prompter" aria-label="Script to speak">
        <div className="prompter-head">
          <h1>{script?.name ?? 'Without a script'}</h1>
          {script && (
            <Press weight="quiet" icon="pencil" isDisabled={running} onPress={() => goTo('script', script.id)}>
              Edit
            </Press>
          )}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable with the keyboard */}
        <section className="prompter-scroll" tabIndex={0} aria-label="Words of the script">
          {script ? (
            <Prompter
              words={review?.transcript.words ?? unread(script.text)}
              heard={recorder.heard}
              level={recorder.level}
              running={running}
            />
          ) : (
            <Choices others={others} heard={running ? recorder.heard : ''} />
          )}
        </section>
      </section>
      <section className="sheet recorder" aria-label="Recorder">
        <Controls recorder={recorder} onStart={begin} />
        {recorder.state === 'idle' && here().where === null && <WithPhone scriptId={scriptId} />}
        {recorder.capture?.automaticGain && (
          <p className="soft">This browser keeps its automatic gain on, so your level will not be judged.</p>
        )}
      </section>
      <section className="sheet said" aria-label="Checklist">
        <Checklist items={recorder.checklist} />
      </section>
      {takes.value && takes.value.length > 0 && (
        <section className="rehearse-takes" aria-labelledby="takes-title">
          <h2 id="takes-title">Takes of this script</h2>
          <TakeList takes={takes.value} />
        </section>
      )}
    </div>
  );
}

/** The phone in place of this machine's microphone. */
function WithPhone({ scriptId }: { scriptId: string | null }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Press weight="quiet" onPress={() => setIsOpen(true)}>
        Record with a phone
      </Press>
      <Question title="A phone as microphone" isOpen={isOpen} onClose={() => setIsOpen(false)} role="dialog">
        <PhoneMicrophone scriptId={scriptId} />
      </Question>
    </>
  );
}

/** Seconds for a word until the script is read. House rule: an even pace. */
const WORD_SEC = 0.4;

/** The words of a script that is not read yet, so that they stand there at once. */
function unread(text: string): Pick<Word, 'text' | 'charStart' | 'end'>[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }, i) => ({ text: word, charStart: index, end: (i + 1) * WORD_SEC }));
}

function Choices({ others, heard }: { others: readonly Script[]; heard: string }) {
  if (heard !== '') return <p className="prompter-text">{heard}</p>;
  return (
    <div className="choices">
      <p className="soft">
        {others.length === 0
          ? 'Speak freely, or write a script first and have it before your eyes. Say who you are, what ties you together, one small ask, your number twice.'
          : 'Speak freely, or take a script:'}
      </p>
      {others.map((script) => (
        <Press key={script.id} icon="script" onPress={() => goTo('rehearse', script.id)}>
          {script.name}
        </Press>
      ))}
      {others.length === 0 && (
        <Press icon="script" onPress={() => beginScript()}>
          Write a script
        </Press>
      )}
    </div>
  );
}
