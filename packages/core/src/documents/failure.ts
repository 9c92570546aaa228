import type { FailureCode } from './failure-codes.ts';

export type { FailureCode } from './failure-codes.ts';

/** Whose fault a failure is: the input or the call (exit 2), or ours (exit 3). */
export type FailureKind = 'input' | 'internal';

/**
 * A failure that can be told to a person in one sentence: what, where, how to mend it.
 * The message never carries anything personal: no transcript, number, name or address.
 */
export class RingbackError extends Error {
  /** Stable, for programs. */
  readonly code: FailureCode;
  readonly kind: FailureKind;

  constructor(code: FailureCode, message: string, options: { kind?: FailureKind; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'RingbackError';
    this.code = code;
    this.kind = options.kind ?? 'input';
  }
}

/** A failure as plain data: between threads an Error loses its code and its kind. */
export interface FailureNote {
  code: FailureCode;
  message: string;
  kind: FailureKind;
}

/** Any failure as data. What is no {@link RingbackError} is a fault of ours: its own text may be personal, so `ours` is told in its place. */
export function noteOf(error: unknown, ours: Omit<FailureNote, 'kind'>): FailureNote {
  if (error instanceof RingbackError) return { code: error.code, message: error.message, kind: error.kind };
  return { ...ours, kind: 'internal' };
}

/** The failure that a note tells of. */
export function failureOf({ code, message, kind }: FailureNote): RingbackError {
  return new RingbackError(code, message, { kind });
}
