import type { CharRange } from '../documents/span.ts';

/** A sentence of a script with its place, its closing mark included and the blanks after it not. */
export interface Sentence extends CharRange {
  text: string;
}

const ABBREVIATION = /\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|etc|No|Inc|Ltd|Co)\.$/;

/** Splits a script into sentences; marks inside addresses, figures and titles do not end one. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…]+["”’)]*(?=\s+["“‘(]?[\p{Lu}\d]|\s*$)|\n\s*\n/gu)) {
    const end = match.index + (match[0].trim() === '' ? 0 : match[0].length);
    if (ABBREVIATION.test(text.slice(start, end))) continue;
    push(sentences, text, start, end);
    start = match.index + match[0].length;
  }
  push(sentences, text, start, text.length);
  return sentences;
}

function push(sentences: Sentence[], text: string, from: number, to: number): void {
  const piece = text.slice(from, to);
  const trimmed = piece.trim();
  if (trimmed === '') return;
  const charStart = from + piece.indexOf(trimmed);
  sentences.push({ text: trimmed, charStart, charEnd: charStart + trimmed.length });
}
