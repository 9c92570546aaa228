import { parentPort, workerData } from 'node:worker_threads';
import { HearingDesk } from './hearing-desk.ts';
import type { HearingRequest } from './messages.ts';

const port = parentPort;
if (port) {
  const { loadReader } = await import('ringback');
  const desk = new HearingDesk({
    reader: await loadReader(),
    answer: (message) => port.postMessage(message),
    speak: async (text) => (await (await import('ringback')).previewScript(text)).waveform,
    async openEar() {
      const { createMoonshine, createSpeechDetector } = await import('@ringback/speech/node');
      const { modelsDir } = workerData as { modelsDir: string };
      const [recogniser, detector] = await Promise.all([createMoonshine({ modelsDir }), createSpeechDetector({ modelsDir })]);
      return { recogniser, detector };
    },
  });
  port.on('message', (request: HearingRequest) => desk.take(request));
}
