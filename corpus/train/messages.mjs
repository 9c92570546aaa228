// The corpus as plain texts with facts and verdicts.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { piecesOf, readPieces } from './marked.mjs';

/**
 * Every message of a .jsonl file: `{id, author, text, facts, presses, disputed, verdict, setting, dialect, form}`; `author` is the file's name,
 * and whether it presses or begs is known of marked messages alone.
 */
export function messagesOf(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const message = JSON.parse(line);
    const author = basename(file, '.jsonl');
    if (message.marked === undefined) return { ...message, author };
    const { text, spans } = readPieces(piecesOf(message.marked));
    return { ...message, author, text, presses: spans.some(({ tag }) => tag === 'pressure' || tag === 'plead') };
  });
}

/** The corpus files of a folder, in order. */
export function corpusFiles(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}
