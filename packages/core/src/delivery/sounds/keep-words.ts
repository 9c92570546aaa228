import type { HeardNumber, Transcript, Word } from '../../documents/transcript.ts';

/** The transcript with only the words that `isKept`; places count from the beginning of what is left, times stay. */
export function keepWords(transcript: Transcript, isKept: (word: Word, index: number) => boolean): Transcript {
  const kept = transcript.words.map(isKept);
  if (kept.every(Boolean)) return transcript;
  let text = '';
  const words: Word[] = [];
  const numbers: HeardNumber[] = [];
  for (let i = 0; i < kept.length; i += 1) {
    if (!kept[i]) continue;
    const first = i;
    while (kept[i + 1]) i += 1;
    const run = transcript.words.slice(first, i + 1);
    const [from, to] = [run[0]?.charStart ?? 0, run.at(-1)?.charEnd ?? 0];
    const by = (text === '' ? 0 : text.length + 1) - from;
    text = `${text === '' ? '' : `${text} `}${transcript.text.slice(from, to)}`;
    words.push(...run.map((word) => moved(word, by)));
    const inside = (transcript.numbers ?? []).filter(({ charStart, charEnd }) => charStart >= from && charEnd <= to);
    numbers.push(...inside.map((number) => moved(number, by)));
  }
  return { ...transcript, text, words, ...(transcript.numbers && { numbers }) };
}

const moved = <T extends { charStart: number; charEnd: number }>(one: T, by: number): T => ({
  ...one,
  charStart: one.charStart + by,
  charEnd: one.charEnd + by,
});
