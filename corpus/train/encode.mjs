// encode.mjs OUT FILE...: messages as the reader sees them, one JSON line a message, for the trainer.
// A FILE ending in .jsonl holds corpus messages (`marked`) or labelled texts (`text`), told apart by their fields.
import { createWriteStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findContacts, masksOf, readerTokens, scriptArtifacts } from '@ringback/core';
import { readPieces } from './marked.mjs';
import { flatten, namesIn, variantsOf } from './variants.mjs';

/** Bit flags of a token. */
const CAPITAL = 1;
const STOP = 2;
const DIGITS = 4;

/** A seeded generator of numbers in 0..1 (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function encode({ text, spans }) {
  const transcript = scriptArtifacts(text, { name: 'text' }).transcript.value;
  const tokens = readerTokens(text, masksOf(transcript, findContacts(transcript)));
  return {
    norms: tokens.map((token) => token.norm),
    flags: tokens.map((token) => (token.capital ? CAPITAL : 0) + (token.stop ? STOP : 0) + (/\d/.test(token.norm) ? DIGITS : 0)),
    starts: tokens.map((token) => token.charStart),
    ends: tokens.map((token) => token.charEnd),
    spans: spans.map(({ tag, attributes, charStart, charEnd }) => [tag, attributes, charStart, charEnd]),
  };
}

const [out, ...files] = process.argv.slice(2);
const messages = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ file: basename(file, '.jsonl'), ...JSON.parse(line) })),
);
const pool = messages.flatMap(({ marked }) => (marked === undefined ? [] : namesIn(marked)));
const stream = createWriteStream(out);
messages.forEach((message, index) => {
  const { id, file, setting, dialect, form, verdict, facts, disputed, heldOut } = message;
  const variants =
    message.marked === undefined
      ? [message.text, flatten(message.text)].map((text) => encode({ text, spans: [] }))
      : variantsOf(message.marked, pool, seeded(index + 1)).map((pieces) => encode(readPieces(pieces)));
  const spanned = message.marked !== undefined;
  stream.write(`${JSON.stringify({ id, file, setting, dialect, form, verdict, facts, disputed, heldOut, spanned, variants })}\n`);
});
stream.end();
