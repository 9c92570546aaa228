/** A voice that an operating system brings. */
export interface SystemVoiceName {
  name: string;
  /** "en-US" */
  locale: string;
}

/** How an operating system is asked for its voices. */
export interface SpeechSystem {
  list: { command: string; args: readonly string[] };
  /** The voices that the program printed. */
  voicesOf(printed: string): SystemVoiceName[];
  /** What speaks `text` into a WAV file; the text goes in by standard input, so that no list of processes shows it. */
  speak(
    text: string,
    how: { voice: string; stretch: number; file: string },
  ): { command: string; args: readonly string[]; input: string; env?: Readonly<Record<string, string>> };
  /** Voices that are good to listen to, best first; others follow in the order of the system. */
  preferred: readonly string[];
}
