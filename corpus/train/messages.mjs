// The corpus as plain texts with facts and verdicts.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { piecesOf, readPieces } from './marked.mjs';

/** Every message of a .jsonl file: `{id, author, text, facts, disputed, verdict, setting, dialect, form}`; `author` is the file's name. */
export function messagesOf(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const message = JSON.parse(line);
    return { ...message, author: basename(file, '.jsonl'), text: message.text ?? readPieces(piecesOf(message.marked)).text };
  });
}

/** The corpus files of a folder, in order. */
export function corpusFiles(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}
