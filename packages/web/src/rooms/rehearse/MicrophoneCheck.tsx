import { useEffect, useId, useRef, useState } from 'react';
import { sentenceOf } from '../../desk/http/problem.ts';
import { Press } from '../../parts/Press.tsx';
import { chooseMicrophone, chosenMicrophone, type Microphone, microphones, openMicrophone } from '../../recorder/microphone.ts';
import { LevelMeter } from './Meter.tsx';

/** The choice of a microphone, and a test of it that records nothing. `isBusy` while a take is recorded. */
export function MicrophoneCheck({ isBusy }: { isBusy: boolean }) {
  const [testing, setTesting] = useState(false);
  const runs = testing && !isBusy;
  const [chosen, setChosen] = useState(chosenMicrophone);
  const [known, setKnown] = useState<{ id: string; name: string }[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const level = useRef(0);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another microphone is opened anew
  useEffect(() => {
    if (!runs) return;
    let microphone: Microphone | null = null;
    let over = false;
    setRefusal(null);
    const open = async () => {
      try {
        const opened = await openMicrophone((_samples, peak) => {
          level.current = peak;
        });
        if (over) return opened.close();
        microphone = opened;
        setKnown(await microphones());
      } catch (error) {
        setRefusal(sentenceOf(error));
        setTesting(false);
      }
    };
    void open();
    return () => {
      over = true;
      level.current = 0;
      void microphone?.close();
    };
  }, [runs, chosen]);
  return (
    <div className="mic">
      <Press weight="quiet" icon="rehearse" isDisabled={isBusy} aria-pressed={runs} onPress={() => setTesting(!runs)}>
        {runs ? 'End the test' : 'Test the microphone'}
      </Press>
      {runs && (
        <>
          <p className="soft">Say a few words: the bar follows your voice. Nothing is recorded.</p>
          <LevelMeter level={level} active />
          {known.length > 0 && (
            <div className="field">
              <label htmlFor={id}>Microphone</label>
              <select
                id={id}
                value={known.some((one) => one.id === chosen) ? (chosen ?? '') : known[0]?.id}
                onChange={(event) => {
                  chooseMicrophone(event.target.value);
                  setChosen(event.target.value);
                }}
              >
                {known.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </div>
          )}
        </>
      )}
      {refusal && (
        <p className="notice notice-bad" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
