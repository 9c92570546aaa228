import { PassThrough, type Readable, type Writable } from 'node:stream';
import type { JSONRPCMessage, RequestId, Transport } from '@modelcontextprotocol/server';
import { isJSONRPCErrorResponse, isJSONRPCNotification, isJSONRPCRequest, isJSONRPCResultResponse } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';

/**
 * The protocol on streams, ended only when each request that came by the input was answered or taken back: `ringback mcp < calls.jsonl`
 * answers all of them. The SDK's own drops what is under way when its input ends.
 */
export class AnsweringTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  /** Resolves when it is closed, by whichever side. */
  readonly closed: Promise<void>;
  readonly #input: Readable;
  /** All of the input, and its end when nothing is left to answer. */
  readonly #held = new PassThrough();
  readonly #inner: StdioServerTransport;
  readonly #unanswered = new Set<RequestId>();
  #isAtEnd = false;

  constructor(input: Readable, output: Writable) {
    this.#input = input;
    this.#inner = new StdioServerTransport(this.#held, output);
    this.closed = new Promise((resolve) => {
      this.#inner.onclose = () => {
        this.onclose?.();
        resolve();
      };
    });
    this.#inner.onerror = (error) => this.onerror?.(error);
    this.#inner.onmessage = (message) => this.#receive(message);
  }

  async start(): Promise<void> {
    await this.#inner.start();
    // A last line without an end of its own is a message too; what stands before it has been read when it was written.
    this.#input.once('end', () => this.#held.write('\n', () => this.#reachEnd()));
    this.#input.pipe(this.#held, { end: false });
  }

  async send(message: JSONRPCMessage): Promise<void> {
    await this.#inner.send(message);
    if (isJSONRPCResultResponse(message) || isJSONRPCErrorResponse(message)) this.#settle(message.id);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  #receive(message: JSONRPCMessage): void {
    if (isJSONRPCRequest(message)) this.#unanswered.add(message.id);
    this.onmessage?.(message);
    if (isJSONRPCNotification(message) && message.method === 'notifications/cancelled') {
      this.#settle((message.params as { requestId?: RequestId } | undefined)?.requestId);
    }
  }

  #reachEnd(): void {
    // The stream hands on what was written a turn later.
    setImmediate(() => {
      this.#isAtEnd = true;
      this.#settle(undefined);
    });
  }

  #settle(id: RequestId | undefined): void {
    if (id !== undefined) this.#unanswered.delete(id);
    if (this.#isAtEnd && this.#unanswered.size === 0) this.#held.end();
  }
}
