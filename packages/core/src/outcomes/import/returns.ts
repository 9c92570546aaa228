/** One row, as far as it could be read. */
export interface ReadRow {
  line: number;
  whom: { name: string; organisation?: string; number?: string; email?: string };
  leftAt: string;
  incoming: boolean;
  left: boolean;
  call: unknown;
}

/** What tells one person from another in a call export: the address, else the digits of the number, else the name. */
function personOf({ whom }: ReadRow): string {
  return whom.email?.toLowerCase() ?? (whom.number?.replace(/\D/g, '') || whom.name.toLowerCase());
}

/** When each message was returned, from the incoming calls of the same file: the first call from that person after it and before the next message. */
export function returnsFrom(rows: readonly ReadRow[]): Map<ReadRow, string> {
  const returns = new Map<ReadRow, string>();
  const waiting = new Map<string, ReadRow>();
  for (const row of rows.toSorted((a, b) => a.leftAt.localeCompare(b.leftAt))) {
    const person = personOf(row);
    const message = waiting.get(person);
    if (row.left) waiting.set(person, row);
    else if (row.incoming && message !== undefined) {
      returns.set(message, row.leftAt);
      waiting.delete(person);
    }
  }
  return returns;
}
