import type { CaptureSettings, ChecklistItem } from '@ringback/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../../desk/http/problem.ts';
import { takesChanged } from '../../desk/http/use-takes.ts';
import { LiveTakeSender } from '../../recorder/live-take.ts';
import { type Microphone, openMicrophone } from '../../recorder/microphone.ts';

/** What the recorder does now. */
export type RecorderState = 'idle' | 'opening' | 'counting' | 'recording' | 'finishing' | 'stranded';

/** A recorder and all that is known while it runs. */
export interface Recorder {
  state: RecorderState;
  /** Seconds until the recording begins, while it is counted down. */
  countdown: number;
  /** Whether the server is there; the recording goes on without it. */
  connected: boolean;
  refusal: string | null;
  capture: CaptureSettings | null;
  heard: string;
  checklist: ChecklistItem[];
  /** Milliseconds of `performance.now()` at which the recording began. */
  beganAt: number;
  /** Peak of the last block, 0..1; read by the meter without rendering. */
  level: { current: number };
  start(name: string): void;
  stop(): void;
  /** Throws the take away, or ends the countdown. */
  discard(): void;
}

const NOTHING = { heard: '', checklist: [] as ChecklistItem[] };
/** Seconds that are counted down, so that the first word is not lost. House rule. */
const COUNT_FROM = 3;
const SECOND_MS = 1000;
/** Milliseconds after the stop at which a take counts as stranded when the server is away. */
const PATIENCE_MS = 4000;

/** Records takes of a script; `onReviewed` is called with the take when its review stands. */
export function useRecorder(scriptId: string | null, onReviewed: (takeId: string) => void): Recorder {
  const [state, setState] = useState<RecorderState>('idle');
  const [countdown, setCountdown] = useState(0);
  const [connected, setConnected] = useState(true);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [capture, setCapture] = useState<CaptureSettings | null>(null);
  const [heard, setHeard] = useState(NOTHING);
  const [beganAt, setBeganAt] = useState(0);
  const level = useRef(0);
  const running = useRef<{ microphone: Microphone; sender: LiveTakeSender; connected: boolean } | null>(null);
  /** Another try makes the one before count for nothing. */
  const turn = useRef(0);
  const reviewed = useRef(onReviewed);
  reviewed.current = onReviewed;

  const start = useCallback(
    async (name: string) => {
      turn.current += 1;
      const mine = turn.current;
      setState('opening');
      setRefusal(null);
      setHeard(NOTHING);
      const takeId = crypto.randomUUID();
      let sender: LiveTakeSender | null = null;
      try {
        // Open while it is counted: the meter shows that it hears, and the first word finds it ready.
        const microphone = await openMicrophone((samples, peak) => {
          level.current = peak;
          sender?.push(samples);
        });
        setCapture(microphone.capture);
        if (turn.current === mine) setState('counting');
        for (let left = COUNT_FROM; left > 0 && turn.current === mine; left--) {
          setCountdown(left);
          await new Promise((resolve) => setTimeout(resolve, SECOND_MS));
        }
        if (turn.current !== mine) {
          await microphone.close();
          return;
        }
        sender = new LiveTakeSender(
          { type: 'start', takeId, scriptId, name, capture: microphone.capture },
          {
            onConnection: (now) => {
              if (running.current) running.current.connected = now;
              setConnected(now);
            },
            onAnswer: (answer) => {
              if (answer.type === 'heard') setHeard({ heard: answer.text, checklist: answer.checklist });
              if (answer.type === 'reviewed' || answer.type === 'failed') {
                running.current = null;
                setState('idle');
                reviewed.current(answer.takeId);
              }
            },
          },
        );
        running.current = { microphone, sender, connected: true };
        setBeganAt(performance.now());
        setState('recording');
      } catch (error) {
        if (turn.current !== mine) return;
        setRefusal(sentenceOf(error));
        setState('idle');
      }
    },
    [scriptId],
  );

  const stop = useCallback(() => {
    const now = running.current;
    if (now === null) return;
    setState('finishing');
    now.sender.stop();
    void now.microphone.close();
    window.setTimeout(() => {
      if (running.current !== now || now.connected) return;
      void now.sender.keepHere().finally(() => setState('stranded'));
    }, PATIENCE_MS);
  }, []);

  const discard = useCallback(() => {
    turn.current += 1;
    const now = running.current;
    running.current = null;
    setState('idle');
    void now?.microphone.close();
    void now?.sender.discard();
  }, []);

  // A tab that is closed stops the take, so that its review stands at the next visit. A tab that dies is missed by the server.
  useEffect(() => {
    const onLeave = () => {
      running.current?.sender.stop();
      void running.current?.sender.keepHere().catch(() => {});
    };
    window.addEventListener('pagehide', onLeave);
    return () => window.removeEventListener('pagehide', onLeave);
  }, []);

  // Leaving the room while recording stops the take; it is reviewed all the same, and leads nobody back here.
  useEffect(
    () => () => {
      turn.current += 1;
      reviewed.current = () => takesChanged();
      void running.current?.microphone.close();
      running.current?.sender.stop();
    },
    [],
  );

  return { state, countdown, connected, refusal, capture, ...heard, beganAt, level, start: (name) => void start(name), stop, discard };
}
