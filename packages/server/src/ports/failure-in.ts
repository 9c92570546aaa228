import { RingbackError } from '@ringback/core';

/** The failure with a sentence that an error is or was caused by; null where it is a fault that nobody foresaw. */
export function failureIn(error: unknown): RingbackError | null {
  for (let one: unknown = error; one instanceof Error; one = one.cause) if (one instanceof RingbackError) return one;
  return null;
}
