/** What is told beside an event: codes, counts, durations and ids; never anything personal. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** Told what happens, in words that hold nothing personal. */
export type Log = (event: string, facts?: Facts) => void;
