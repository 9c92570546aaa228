import type { Transcript, Word } from '@ringback/core';

/** The same words at a later time; `bySec` in seconds. */
export function shifted(transcript: Transcript, bySec: number): Transcript {
  const move = (word: Word): Word => ({
    ...word,
    start: word.start + bySec,
    end: word.end + bySec,
    ...(word.digits && { digits: word.digits.map((digit) => ({ ...digit, start: digit.start + bySec, end: digit.end + bySec })) }),
  });
  return { text: transcript.text, words: transcript.words.map(move) };
}

/** One transcript of several that follow each other; offsets count from the beginning. */
export function joinTranscripts(parts: readonly Transcript[]): Transcript {
  let text = '';
  const words: Word[] = [];
  for (const part of parts.filter((some) => some.words.length > 0)) {
    const shift = text === '' ? 0 : text.length + 1;
    text = text === '' ? part.text : `${text} ${part.text}`;
    for (const word of part.words) words.push({ ...word, charStart: word.charStart + shift, charEnd: word.charEnd + shift });
  }
  return { text, words };
}
