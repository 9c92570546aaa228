/** A request of the page's interface, on its way through the service worker to the page's desk; answered on the port that comes with it. */
export interface DeskRequest {
  kind: 'request';
  method: string;
  /** Below the interface: "/takes?script=…". */
  path: string;
  headers: [string, string][];
  body: ArrayBuffer | null;
}

/** What the desk answers to a {@link DeskRequest}. */
export interface DeskAnswer {
  status: number;
  headers: [string, string][];
  body: ArrayBuffer;
}

/** Opens a live take; what is said goes over the port that comes with it. */
export interface LineRequest {
  kind: 'line';
}

/** What the desk is told first. */
export interface DeskSetup {
  kind: 'setup';
  /** Address of the folder that the page is served from. */
  root: string;
}

/** What a page tells its desk. */
export type ToDesk = DeskSetup | DeskRequest | LineRequest;

/** What the desk tells the page by itself: that it answers now, or why it cannot. */
export type FromDesk = { kind: 'open' } | { kind: 'broken'; message: string };
