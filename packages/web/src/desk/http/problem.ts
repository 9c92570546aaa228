/** A refusal of the server, or of the way to it, told in one sentence. */
export class Refusal extends Error {
  /** Stable: "no-decoder", "no-such-take", "server-gone" and so on. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** The sentence to show for any failure. */
export function sentenceOf(error: unknown): string {
  return error instanceof Refusal ? error.message : 'Something broke on this page: reload it, and report it if it stays.';
}
