import { useState } from 'react';
import { useAskBeforeLeaving } from '../../parts/frame/route.ts';
import { Press } from '../../parts/Press.tsx';
import { AskLeave, AskStartOver } from './AskWhileRecording.tsx';
import { LevelMeter, Timer } from './Meter.tsx';
import { MicrophoneCheck } from './MicrophoneCheck.tsx';
import type { Recorder } from './use-recorder.ts';

/** The clock, the buttons under the thumb, and how loud it is. */
export function Controls({ recorder, onStart }: { recorder: Recorder; onStart: () => void }) {
  const { state, refusal, connected, countdown } = recorder;
  const running = state === 'recording';
  const counting = state === 'counting';
  const [asksOver, setAsksOver] = useState(false);
  const [leave, setLeave] = useState<{ go: () => void } | null>(null);
  useAskBeforeLeaving(running, (go) => setLeave({ go }));
  const goOn = (end: () => void) => {
    const go = leave?.go;
    setLeave(null);
    end();
    go?.();
  };
  return (
    <div className="controls">
      {counting ? (
        <p className="timer timer-counting" role="timer" aria-live="assertive">
          <span className="timer-now">{countdown}</span>
          <span className="soft"> then speak</span>
        </p>
      ) : (
        <Timer beganAt={recorder.beganAt} running={running} done={state === 'idle' || state === 'opening'} />
      )}
      <div className="controls-row">
        {running ? (
          <Press weight="record" icon="stop" onPress={recorder.stop}>
            Stop and review
          </Press>
        ) : counting ? (
          <Press weight="plain" onPress={recorder.discard}>
            Not yet
          </Press>
        ) : (
          <Press weight="main" icon="rehearse" isPending={state === 'opening' || state === 'finishing'} onPress={onStart}>
            {state === 'finishing' ? 'Reading the take …' : state === 'opening' ? 'Opening the microphone …' : 'Record'}
          </Press>
        )}
        {running && (
          <Press weight="quiet" onPress={() => setAsksOver(true)}>
            Start over
          </Press>
        )}
      </div>
      {(running || counting) && (
        <div className="voice">
          <p className="soft">Your voice</p>
          <LevelMeter level={recorder.level} active />
        </div>
      )}
      {!running && !counting && <MicrophoneCheck isBusy={state !== 'idle' && state !== 'stranded'} />}
      <div aria-live="assertive">
        {refusal && <p className="notice notice-bad">{refusal}</p>}
        {running && !connected && (
          <p className="notice">
            Ringback does not answer just now. Go on speaking: the take is kept in this browser and sent when it is back.
          </p>
        )}
        {state === 'stranded' && (
          <p className="notice">
            Ringback does not answer. The take is kept in this browser; start Ringback again and it is sent by itself.
          </p>
        )}
      </div>
      <AskStartOver
        isOpen={asksOver && running}
        onClose={() => setAsksOver(false)}
        onStartOver={() => {
          setAsksOver(false);
          recorder.discard();
          onStart();
        }}
      />
      <AskLeave
        isOpen={leave !== null && running}
        onClose={() => setLeave(null)}
        onKeep={() => goOn(recorder.stop)}
        onDiscard={() => goOn(recorder.discard)}
      />
    </div>
  );
}
