import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { api } from '../../desk/http/client.ts';
import { sentenceOf } from '../../desk/http/problem.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';
import { useTakes } from '../../desk/http/use-takes.ts';
import { here } from '../../desk/place.ts';
import { beginPlan, beginScript, goTo } from '../../parts/frame/route.ts';
import { sendSound } from '../../parts/frame/send-sound.ts';
import { Press } from '../../parts/Press.tsx';
import { SevenTips } from '../../parts/SevenTips.tsx';
import { Before } from './Before.tsx';
import './start.css';

/** Recordings a browser's file dialog offers; the server tells formats by their bytes. */
const SOUND_FILES = ['audio/*', 'video/webm', 'video/mp4', 'video/3gpp', '.gsm', '.amr', '.caf'];
const SAMPLES = [
  { name: 'alumnus', label: 'One that gets returned', about: 'An alumnus with one question and a deadline' },
  { name: 'consultant', label: 'One that gets deleted', about: 'A consultant without a tie who asks for half an hour' },
] as const;

/** Where everyone begins: three ways in, and what was done before. */
export function Start() {
  const takes = useTakes();
  const scripts = useLoaded(() => api.scripts(), 'scripts');
  const plans = useLoaded(() => api.briefs(), 'plans');
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = (work: () => Promise<void>) => () => {
    setFailure(null);
    work().catch((error: unknown) => setFailure(sentenceOf(error)));
  };
  return (
    <div className="start">
      <section className="start-head">
        <h1>Leave a voicemail that gets returned</h1>
        <p className="soft">
          Say who you are, what ties you together, and one small thing you need. Ringback listens on this machine, tells you what already
          works, and gives you one thing to try next. Nothing leaves it.
        </p>
      </section>
      {(failure ?? takes.failure) && (
        <p className="notice notice-bad" role="alert">
          {failure ?? takes.failure}
        </p>
      )}
      <div className="doors">
        <section className="door sheet" aria-labelledby="door-script">
          <h2 id="door-script">Write it first</h2>
          <p className="soft">Plan the call and get three scripts to choose from, or type what you would say: it is read as you type.</p>
          <div className="door-samples">
            <Press weight="main" icon="plan" onPress={() => beginPlan()}>
              Plan a call
            </Press>
            <Press icon="script" onPress={() => beginScript()}>
              New script
            </Press>
          </div>
        </section>
        <section className="door sheet" aria-labelledby="door-recording">
          <h2 id="door-recording">Say it</h2>
          <p className="soft">Record here, or drop a file anywhere on this page, from any phone or recorder.</p>
          <div className="door-samples">
            <Press icon="rehearse" onPress={() => goTo('rehearse')}>
              Record now
            </Press>
            <FileTrigger
              acceptedFileTypes={SOUND_FILES}
              onSelect={(files) => {
                const file = files?.[0];
                if (file) attempt(() => sendSound(file, null))();
              }}
            >
              <Press icon="drop">Choose a recording</Press>
            </FileTrigger>
          </div>
        </section>
        <section className="door sheet" aria-labelledby="door-sample">
          <h2 id="door-sample">Try one without a microphone</h2>
          <p className="soft">Two sample calls, spoken by a synthesiser, so you see what a review says.</p>
          <div className="door-samples">
            {SAMPLES.map(({ name, label, about }) => (
              <Press
                key={name}
                icon="play"
                aria-label={`${label}: ${about}`}
                onPress={attempt(async () => {
                  const id = crypto.randomUUID();
                  await api.sampleTake(name, id, null);
                  goTo('review', id);
                })}
              >
                {label}
              </Press>
            ))}
          </div>
        </section>
      </div>
      <TipsTold />
      <Before takes={takes.value} scripts={scripts} plans={plans} />
      <footer className="soft start-foot">
        The seven tips follow James M. Citrin’s column in Business 2.0, in our own words. A verdict says what a message reads like; it is no
        promise of a call back.
        {here().where && ` Ringback listens and keeps what it heard in ${here().where}; nothing of it goes anywhere else.`}
      </footer>
    </div>
  );
}

const TOLD = 'ringback-tips-told';

/** What the seven tips are: told once, and again to whoever asks. */
function TipsTold() {
  const [isOpen, setIsOpen] = useState(() => localStorage.getItem(TOLD) === null);
  if (!isOpen) {
    return (
      <div>
        <Press weight="quiet" onPress={() => setIsOpen(true)}>
          What are the seven tips?
        </Press>
      </div>
    );
  }
  return (
    <section className="sheet seven-told" aria-labelledby="seven-title">
      <SevenTips
        titleId="seven-title"
        onClose={() => {
          localStorage.setItem(TOLD, 'yes');
          setIsOpen(false);
        }}
      />
    </section>
  );
}
