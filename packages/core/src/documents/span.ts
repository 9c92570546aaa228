/** A stretch of time in seconds from the start of the original recording; `end >= start`. */
export interface Span {
  start: number;
  end: number;
}

/** A stretch of text in UTF-16 offsets into `Transcript.text`; `charEnd` is exclusive. */
export interface CharRange {
  charStart: number;
  charEnd: number;
}

/** Words of the message with their place in the text and, where the message has times, in the recording. */
export interface Quote extends CharRange {
  /** Exactly `text.slice(charStart, charEnd)`. */
  quote: string;
  /** Seconds; absent when no word of the quote has a time. */
  start?: number;
  end?: number;
}
