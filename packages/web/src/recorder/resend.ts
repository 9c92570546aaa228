import { api } from '../desk/http/client.ts';
import { letGo, type Stranded, stranded } from './backlog.ts';
import { LiveTakeSender } from './live-take.ts';

/** Sends the takes that were kept in this browser while the server was away. Returns how many arrived. */
export async function resendStranded(): Promise<number> {
  let arrived = 0;
  for (const take of await stranded().catch(() => [])) {
    if (await isWhole(take)) await letGo(take.takeId);
    else if (await resend(take)) arrived += 1;
  }
  return arrived;
}

/** Whether the server has the take with all that is kept here. */
async function isWhole({ takeId, from, samples, request }: Stranded): Promise<boolean> {
  if (samples.length === 0) return true;
  const take = await api.take(takeId).catch(() => null);
  if (take === null || take.state === 'recording' || take.durationSec === null) return false;
  return Math.round(take.durationSec * request.capture.sampleRate) >= from + samples.length;
}

/** Milliseconds without any answer after which a later visit tries again. */
const PATIENCE_MS = 15_000;

/** Samples of one message: well under what the server takes at once. */
const FRAME_SAMPLES = 480_000;

function resend({ request, from, samples, takeId }: Stranded): Promise<boolean> {
  return new Promise((resolve) => {
    let give = window.setTimeout(() => finish(false), PATIENCE_MS);
    const sender = new LiveTakeSender(
      request,
      {
        onConnection: () => {},
        onAnswer: (answer) => {
          clearTimeout(give);
          give = window.setTimeout(() => finish(false), PATIENCE_MS);
          // On its disk and told to stop: the review needs nobody who waits.
          const stored = answer.type === 'stored' || answer.type === 'started' ? answer.received : 0;
          if (answer.type === 'reviewed' || answer.type === 'failed' || stored >= from + samples.length) finish(true);
        },
      },
      from,
    );
    for (let at = 0; at < samples.length; at += FRAME_SAMPLES) {
      sender.push(samples.slice(at, at + FRAME_SAMPLES));
    }
    sender.stop();
    function finish(done: boolean): void {
      clearTimeout(give);
      sender.leave();
      if (done) void letGo(takeId);
      resolve(done);
    }
  });
}
