import { remoteRecogniser } from '@ringback/speech';
import { HearingDesk } from '../hearing/hearing-desk.ts';
import type { HearingAnswer, HearingRequest, HearingSetup, SentAnswer } from '../hearing/messages.ts';

/** The page has the voices of the person's system by itself. */
const BUNDLED = 'slt';

/** Messages that come before the desk stands wait for it. */
const requests: HearingRequest[] = [];
let desk: HearingDesk | null = null;

// The server ends this process; Ctrl-C in a terminal reaches both, and what is under way shall be done.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit(0));
process.once('message', (setup) => {
  process.on('message', (request) => {
    if (desk) desk.take(request as HearingRequest);
    else requests.push(request as HearingRequest);
  });
  void open(setup as HearingSetup);
});

async function open({ modelsDir, transcription }: HearingSetup): Promise<void> {
  const { loadReader, openEars } = await import('ringback');
  const opened = new HearingDesk({
    remote: transcription && remoteRecogniser(transcription),
    reader: await loadReader(),
    answer: (message: HearingAnswer) => process.send?.({ ...message, rssBytes: process.memoryUsage.rss() } satisfies SentAnswer, () => {}),
    speak: async (text, tune) => {
      const { previewDigits, previewScript } = await import('ringback');
      return tune ? previewDigits(text, tune, BUNDLED) : (await previewScript(text, { voice: BUNDLED })).waveform;
    },
    openEar: () => openEars(modelsDir),
  });
  for (const request of requests.splice(0)) opened.take(request);
  desk = opened;
}
