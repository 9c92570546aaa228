import type { Line } from '../../../web/src/desk/place.ts';
import type { LineRequest } from '../messages.ts';

/** A live take's line to the desk in this page's worker: it is never slow and ends with the page. */
export function localLine(desk: Worker): Line {
  const { port1, port2 } = new MessageChannel();
  let isOpen = false;
  const line: Line = {
    get isOpen() {
      return isOpen;
    },
    bufferedAmount: 0,
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (message) => port1.postMessage(message),
    close() {
      isOpen = false;
      port1.postMessage(null);
      port1.close();
    },
  };
  port1.onmessage = ({ data }: MessageEvent<string>) => line.onmessage?.({ data });
  desk.postMessage({ kind: 'line' } satisfies LineRequest, [port2]);
  queueMicrotask(() => {
    isOpen = true;
    line.onopen?.();
  });
  return line;
}
