import { RingbackError } from '@ringback/core';

const CHARACTER = 'a text holds a character that is none (U+0000, or half of a pair): take it out, and send it again';
const MOMENT = 'a date or time lies beyond the calendar: put it right, and send it again';
const NUMBER = 'a number is larger than can be kept: put it right, and send it again';
/** What is wrong with what was sent, by the SQLSTATE that it meets. */
const SENT: Readonly<Record<string, string>> = {
  '22021': CHARACTER,
  '22P02': CHARACTER,
  '22P05': CHARACTER,
  '22007': MOMENT,
  '22008': MOMENT,
  '22003': NUMBER,
};
const DISK_FULL = '53100';
/** A connection that broke, a server that ends or begins, one that has no place left. */
const AWAY = /^(?:08|57P0|53300)/;

/** What a database throws that was reached; its cause where another package threw around it. */
function saidBy(error: unknown): { code: string } | null {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if ('severity' in one && 'code' in one) return { code: String(one.code) };
  }
  return null;
}

/** The failure of a database that does not answer. */
export const noDatabase = (cause?: unknown): RingbackError =>
  new RingbackError(
    'no-database',
    'The database does not answer: try again in a moment, and if it stays so look whether the PostgreSQL server of DATABASE_URL runs at that address.',
    { kind: 'internal', cause },
  );

/** What a question to a database failed of, plainly where a person can do something about it. @param isServer It may be away. */
function plain(error: unknown, isServer: boolean): unknown {
  if (error instanceof RingbackError) return error;
  const said = saidBy(error);
  if (said === null) return isServer && error instanceof Error && !(error instanceof TypeError) ? noDatabase(error) : error;
  const sent = SENT[said.code];
  if (sent !== undefined) return new RingbackError('bad-request', `What was sent cannot be kept: ${sent}.`, { cause: error });
  if (said.code === DISK_FULL) return noRoom(error);
  return AWAY.test(said.code) ? noDatabase(error) : error;
}

const noRoom = (cause: unknown): RingbackError =>
  new RingbackError('no-room', 'There is no room left on the disk of the database: make room there, then try again.', {
    kind: 'internal',
    cause,
  });

/** Has methods of a client that answer later tell plainly why they fail. */
export function failingPlainly<C extends object>(client: C, names: readonly (keyof C)[], isServer: boolean): C {
  for (const name of names) {
    const method = client[name] as (...args: unknown[]) => unknown;
    const value = (...args: unknown[]): unknown => {
      const answer = method.apply(client, args);
      if (!(answer instanceof Promise)) return answer;
      return answer.catch((error: unknown) => {
        throw plain(error, isServer);
      });
    };
    Object.defineProperty(client, name, { value });
  }
  return client;
}
