import { parentPort, workerData } from 'node:worker_threads';
import { HearingDesk } from './hearing-desk.ts';
import type { HearingRequest } from './messages.ts';

const port = parentPort;
if (port) {
  const desk = new HearingDesk({
    answer: (message) => port.postMessage(message),
    speak: async (text) => (await (await import('ringback')).previewScript(text)).waveform,
    openRecogniser: async () =>
      (await import('@ringback/speech/node')).createMoonshine({ modelsDir: (workerData as { modelsDir: string }).modelsDir }),
  });
  port.on('message', (request: HearingRequest) => desk.take(request));
}
