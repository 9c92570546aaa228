/** What carries a live take to whoever hears it: a WebSocket where there is a server. */
export interface Line {
  readonly isOpen: boolean;
  /** Bytes that wait to be sent. */
  readonly bufferedAmount: number;
  onopen: (() => void) | null;
  onmessage: ((message: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  send(message: string | Int16Array<ArrayBuffer>): void;
  close(): void;
}

/** Where the page is, and whom it talks to. */
export interface Place {
  /** Path of the folder that the page is served from; ends with "/". */
  root: string;
  /** Where the listening happens, as a person is told; null on the machine that serves. */
  where: string | null;
  openLine(): Line;
}

/** A server's page. */
const SERVED: Place = { root: '/', where: null, openLine: () => socketLine(`${location.origin.replace('http', 'ws')}/api/v1/live`) };

let place = SERVED;

/** Where the page is. */
export const here = (): Place => place;

/** Says where the page is; before anything of it is drawn. */
export function settle(at: Place): void {
  place = at;
}

function socketLine(address: string): Line {
  const socket = new WebSocket(address);
  const line: Line = {
    get isOpen() {
      return socket.readyState === WebSocket.OPEN;
    },
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (message) => socket.send(message),
    close: () => socket.close(),
  };
  socket.onopen = () => line.onopen?.();
  socket.onmessage = ({ data }) => line.onmessage?.({ data });
  socket.onclose = () => line.onclose?.();
  return line;
}
