import { letGo, stranded } from './backlog.ts';
import { LiveTakeSender, type Start } from './live-take.ts';

/** Sends the takes that were kept in this browser while the server was away. Returns how many arrived. */
export async function resendStranded(): Promise<number> {
  let arrived = 0;
  for (const { request, from, samples, takeId } of await stranded().catch(() => [])) {
    if (samples.length === 0) await letGo(takeId);
    else if (await resend(request, from, samples as Int16Array<ArrayBuffer>)) arrived += 1;
  }
  return arrived;
}

const PATIENCE_MS = 15_000;

function resend(request: Start, from: number, samples: Int16Array<ArrayBuffer>): Promise<boolean> {
  return new Promise((resolve) => {
    const give = window.setTimeout(() => finish(false), PATIENCE_MS);
    const sender = new LiveTakeSender(
      request,
      {
        onConnection: () => {},
        onAnswer: (answer) => {
          if (answer.type === 'reviewed' || answer.type === 'failed') finish(true);
        },
      },
      from,
    );
    sender.push(samples);
    sender.stop();
    function finish(done: boolean): void {
      clearTimeout(give);
      sender.leave();
      resolve(done);
    }
  });
}
