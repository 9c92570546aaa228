import type { TimedDigit, Transcript, Word } from '@ringback/core';

/** Seconds; the fastest dictation in our recordings has 0.14 s a digit. House rule. */
const SHORTEST_DIGIT_SEC = 0.1;

/**
 * The transcript with one word put right. The new words share the time of the old one; digits keep their times
 * when there are as many as before, else they are spread over the word.
 */
export function withWord(transcript: Transcript, index: number, text: string): Transcript {
  const old = transcript.words[index];
  const parts = text.trim().split(/\s+/).filter(Boolean);
  if (old === undefined || parts.length === 0) return transcript;
  const whole = parts.join(' ');
  const shift = whole.length - (old.charEnd - old.charStart);
  const newText = transcript.text.slice(0, old.charStart) + whole + transcript.text.slice(old.charEnd);
  const step = (old.end - old.start) / parts.length;
  let at = old.charStart;
  const replaced = parts.map((part, i): Word => {
    const start = old.start + i * step;
    const word = timed({ text: part, charStart: at, charEnd: at + part.length, start, end: start + step }, old);
    at += part.length + 1;
    return word;
  });
  const after = transcript.words
    .slice(index + 1)
    .map((word) => ({ ...word, charStart: word.charStart + shift, charEnd: word.charEnd + shift }));
  return { text: newText, words: [...transcript.words.slice(0, index), ...replaced, ...after] };
}

function timed(word: Pick<Word, 'text' | 'charStart' | 'charEnd' | 'start' | 'end'>, old: Word): Word {
  const figures = word.text.match(/\d/g) ?? [];
  const base: Word = { ...word, confidence: 1, method: old.method };
  if (figures.length === 0) return base;
  if (old.digits?.length === figures.length) {
    return { ...base, digits: old.digits.map((digit, i): TimedDigit => ({ ...digit, digit: figures[i] ?? digit.digit })) };
  }
  const step = (word.end - word.start) / figures.length;
  // Nobody speaks so fast: the digits were said elsewhere, and times made up for them would be judged as if they were measured.
  if (step < SHORTEST_DIGIT_SEC) return base;
  return { ...base, digits: figures.map((digit, i) => ({ digit, start: word.start + i * step, end: word.start + (i + 1) * step })) };
}
