import { RingbackError } from '@ringback/core';

/** The failure of a file or folder that the system does not let us write. What the system has not said comes through as it is. */
export function cannotWrite(name: string, cause: unknown): unknown {
  const { code, syscall } = cause as NodeJS.ErrnoException;
  if (syscall === undefined) return cause;
  const message = `"${name}" could not be written (${code}): choose a folder you may write to, with free space.`;
  return new RingbackError('cannot-write', message, { cause });
}
