import type { CaptureSettings } from '@ringback/core';
import { Refusal } from '../api/problem.ts';
import workletUrl from './pcm-worklet.ts?worker&url';

/** Hz asked for: all that the recogniser hears. A browser that insists on its own rate gets its way. */
const WANTED_RATE = 16_000;

/** A microphone that is open. */
export interface Microphone {
  /** What the browser does to the sound, read back after it was asked to do nothing. */
  capture: CaptureSettings;
  close(): Promise<void>;
}

/** Takes 16-bit samples and their peak, 0..1. */
export type OnBlock = (samples: Int16Array<ArrayBuffer>, peak: number) => void;

/** Opens the microphone with gain, noise suppression and echo cancelling asked off. Throws a {@link Refusal} that says what to do. */
export async function openMicrophone(onBlock: OnBlock): Promise<Microphone> {
  const stream = await streamFrom();
  const [track] = stream.getAudioTracks();
  const settings = track?.getSettings() ?? {};
  const { context, source } = sourceOf(stream);
  await context.audioWorklet.addModule(workletUrl);
  const node = new AudioWorkletNode(context, 'pcm-blocks', {
    numberOfInputs: 1,
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  node.port.onmessage = ({ data }: MessageEvent<{ samples: Int16Array<ArrayBuffer>; peak: number }>) => onBlock(data.samples, data.peak);
  source.connect(node);
  await context.resume();
  return {
    capture: {
      sampleRate: context.sampleRate,
      automaticGain: settings.autoGainControl ?? null,
      noiseSuppression: settings.noiseSuppression ?? null,
      echoCancellation: typeof settings.echoCancellation === 'boolean' ? settings.echoCancellation : null,
    },
    async close() {
      for (const one of stream.getTracks()) one.stop();
      await context.close();
    },
  };
}

async function streamFrom(): Promise<MediaStream> {
  if (!('mediaDevices' in navigator)) {
    throw new Refusal('no-microphone', 'This browser gives no microphone to this page: open it at http://127.0.0.1 or http://localhost.');
  }
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { autoGainControl: false, noiseSuppression: false, echoCancellation: false, channelCount: 1 },
    });
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): Refusal {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return new Refusal(
      'permission-denied',
      'The browser did not let this page use the microphone. Allow it with the microphone or lock sign beside the address, then try again.',
    );
  }
  if (name === 'NotFoundError' || name === 'OverconstrainedError') {
    return new Refusal(
      'no-microphone',
      'No microphone was found: plug in a headset and try again, or drop a recording from your phone on this page.',
    );
  }
  return new Refusal(
    'microphone-busy',
    'The microphone could not be opened: close the other program that uses it (a call, perhaps), then try again.',
  );
}

/** Firefox gives a microphone only at the device's own rate. */
function sourceOf(stream: MediaStream): { context: AudioContext; source: MediaStreamAudioSourceNode } {
  const wanted = new AudioContext({ sampleRate: WANTED_RATE, latencyHint: 'interactive' });
  try {
    return { context: wanted, source: wanted.createMediaStreamSource(stream) };
  } catch {
    void wanted.close();
    const context = new AudioContext({ latencyHint: 'interactive' });
    return { context, source: context.createMediaStreamSource(stream) };
  }
}
