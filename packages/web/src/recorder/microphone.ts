import type { CaptureSettings } from '@ringback/core';
import { Refusal } from '../desk/http/problem.ts';
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
  const stream = await streamFrom(chosenMicrophone());
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
  // A second time does nothing: the stop closes it, and so does leaving the room.
  let closed: Promise<void> | null = null;
  return {
    capture: {
      sampleRate: context.sampleRate,
      automaticGain: settings.autoGainControl ?? null,
      noiseSuppression: settings.noiseSuppression ?? null,
      echoCancellation: typeof settings.echoCancellation === 'boolean' ? settings.echoCancellation : null,
    },
    async close() {
      for (const one of stream.getTracks()) one.stop();
      closed ??= context.close();
      await closed;
    },
  };
}

const CHOSEN = 'ringback-microphone';

/** The microphone that the person chose; null for the one that the browser takes. */
export function chosenMicrophone(): string | null {
  return localStorage.getItem(CHOSEN);
}

/** Takes this microphone from now on. */
export function chooseMicrophone(deviceId: string): void {
  localStorage.setItem(CHOSEN, deviceId);
}

/** The microphones there are; browsers name them only once one was allowed. */
export async function microphones(): Promise<{ id: string; name: string }[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.flatMap(({ kind, deviceId, label }) => (kind === 'audioinput' && label !== '' ? [{ id: deviceId, name: label }] : []));
}

async function streamFrom(deviceId: string | null): Promise<MediaStream> {
  if (!('mediaDevices' in navigator)) {
    throw new Refusal('no-microphone', 'This browser gives no microphone to this page: open it at http://127.0.0.1 or http://localhost.');
  }
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { autoGainControl: false, noiseSuppression: false, echoCancellation: false, channelCount: 1, ...preferred(deviceId) },
    });
  } catch (error) {
    throw refusalOf(error);
  }
}

/** One that was unplugged since is no fault: the browser takes another. */
const preferred = (deviceId: string | null) => (deviceId === null ? {} : { deviceId: { ideal: deviceId } });

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
