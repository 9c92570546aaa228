import { parentPort, workerData } from 'node:worker_threads';
import { remoteRecogniser, type TranscriptionService } from '@ringback/speech';
import { HearingDesk } from './hearing-desk.ts';
import type { HearingRequest } from './messages.ts';

const port = parentPort;
if (port) {
  const { loadReader, openEars } = await import('ringback');
  const { modelsDir, transcription } = workerData as { modelsDir: string; transcription: TranscriptionService | null };
  const desk = new HearingDesk({
    remote: transcription && remoteRecogniser(transcription),
    reader: await loadReader(),
    answer: (message) => port.postMessage(message),
    speak: async (text) => (await (await import('ringback')).previewScript(text)).waveform,
    openEar: () => openEars(modelsDir),
  });
  port.on('message', (request: HearingRequest) => desk.take(request));
}
