/** Whose fault a failure is: the input or the call (exit 2), or ours (exit 3). */
export type FailureKind = 'input' | 'internal';

/**
 * A failure that can be told to a person in one sentence: what, where, how to mend it.
 * The message never carries anything personal: no transcript, number, name or address.
 */
export class RingbackError extends Error {
  /** Stable, for programs: "empty-file", "not-audio", "too-long" and so on. */
  readonly code: string;
  readonly kind: FailureKind;

  constructor(code: string, message: string, options: { kind?: FailureKind; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'RingbackError';
    this.code = code;
    this.kind = options.kind ?? 'input';
  }
}
