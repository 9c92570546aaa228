// ngram-heads.mjs CORPUS WEIGHTS [--without author,author]: logistic regressions over n-grams (core's reader/ngram-heads.ts), of each part of
// a message and of the whole: one a fact that the words themselves tell, one for what presses, one for what begs rather than presses.
// Trained on the corpus without the named authors, and put into the file of weights.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findContacts, fnv1a, masksOf, ngramsOf, partsOf, readerTokens, scriptArtifacts } from '@ringback/core';
import { piecesOf, readPieces } from './marked.mjs';
import { corpusFiles, messagesOf } from './messages.mjs';
import { fitSparse } from './sparse-logistic.mjs';
import { flatten } from './variants.mjs';
import { setHeader, setTensors } from './weights-file.mjs';

/** N-grams that are weighed at most, and how many parts of messages one must stand in. */
const MOST = 20000;
const LEAST = 3;
const RIDGE = 0.05;
/** How much more a part that presses counts than one that does not: they are rare. */
const PRESSING_COUNTS = 2;
/** Share of a part, or of a span, that must be the other's for the part to be taught as one that has it. */
const COVERED = 0.5;

const strong = ({ attributes }) => attributes.s !== '1';
/** The spans that make a part have what a head tells. */
const SPANS = {
  goal: ({ tag }) => tag === 'ask',
  bridge: ({ tag, attributes }) => tag === 'tie' && attributes.k !== 'false',
  obsequious: (span) => span.tag === 'plead' || (['flattery', 'apology'].includes(span.tag) && strong(span)),
  narrowRequest: ({ tag, attributes }) => tag === 'ask' && attributes.open === undefined,
  timeBox: ({ tag }) => tag === 'minutes',
  deadline: ({ tag }) => tag === 'deadline',
  replyOption: ({ tag }) => tag === 'option',
  pressing: ({ tag }) => tag === 'pressure' || tag === 'plead',
  begging: ({ tag }) => tag === 'plead',
};
const TOLD = Object.keys(SPANS).filter((name) => name !== 'begging');

const tokensOf = (text) => {
  const transcript = scriptArtifacts(text, { name: 'text' }).transcript.value;
  return readerTokens(text, masksOf(transcript, findContacts(transcript)));
};
const textsOf = (tokens, part) => ngramsOf(tokens, part).map(({ text }) => text);

/** Spans of a text as spans of its flat wording: it has the same words in the same order, so they are found again by counting letters. */
function moved(text, flat, spans) {
  const place = (at) => Math.min(flat.length, flatten(text.slice(0, at)).length);
  return spans.map((span) => ({ ...span, charStart: place(span.charStart), charEnd: place(span.charEnd) }));
}

/** Whether a part has a span: true, false, or null where only a piece of one reaches into it. */
function labelOf(from, to, spans) {
  const share = ({ charStart, charEnd }) => (Math.min(to, charEnd) - Math.max(from, charStart)) / Math.min(to - from, charEnd - charStart);
  const most = Math.max(0, ...spans.map(share));
  return most > 0 && most < COVERED ? null : most > 0;
}

/** A wording of a message: the n-grams of each part with what the part has, and those of the whole. */
function wording(text, spans) {
  const tokens = tokensOf(text);
  const parts =
    spans === undefined
      ? []
      : partsOf(tokens).map((part) => {
          const [from, to] = [tokens[part.first].charStart, tokens[part.last].charEnd];
          const has = Object.entries(SPANS).map(([name, isOne]) => [name, labelOf(from, to, spans.filter(isOne))]);
          return { ngrams: textsOf(tokens, part), has: Object.fromEntries(has) };
        });
  return { parts, whole: textsOf(tokens, { first: 0, last: tokens.length - 1 }) };
}

/** Both wordings of a message, as written and flat, with its facts. */
function sampleOf({ text, marked, facts, disputed = [] }) {
  const spans = marked === undefined ? undefined : readPieces(piecesOf(marked)).spans;
  const flat = flatten(text);
  const known = Object.fromEntries(TOLD.map((name) => [name, disputed.includes(name) ? undefined : facts[name]]));
  if (spans !== undefined) known.pressing = spans.some(SPANS.pressing);
  return { known, wordings: [wording(text, spans), wording(flat, spans && moved(text, flat, spans))] };
}

/** What each head learns from: the n-grams of each example and whether it has what the head tells. */
function examplesOf(samples) {
  const parts = samples.flatMap(({ wordings }) => wordings.flatMap((own) => own.parts));
  const partsOfHead = (name, among = parts) =>
    among.filter(({ has }) => has[name] !== null).map(({ ngrams, has }) => ({ ngrams, label: has[name] }));
  const wholesOfHead = (name) =>
    samples
      .filter(({ known }) => typeof known[name] === 'boolean')
      .flatMap(({ known, wordings }) => wordings.map(({ whole }) => ({ ngrams: whole, label: known[name] })));
  return {
    ...Object.fromEntries(
      TOLD.flatMap((name) => [
        [`${name}.part`, partsOfHead(name)],
        [`${name}.whole`, wholesOfHead(name)],
      ]),
    ),
    'begging.part': partsOfHead(
      'begging',
      parts.filter(({ has }) => has.pressing),
    ),
  };
}

/** The n-grams of the examples that tell the most (chi-squared), the most telling first. */
function mostTelling(examples) {
  const counts = new Map();
  for (const { ngrams, label } of examples)
    for (const ngram of ngrams) {
      const count = counts.get(ngram) ?? [0, 0];
      count[label ? 1 : 0]++;
      counts.set(ngram, count);
    }
  const share = examples.filter(({ label }) => label).length / examples.length;
  const telling = ([no, yes]) => (yes - (no + yes) * share) ** 2 / ((no + yes) * share * (1 - share));
  return [...counts]
    .filter(([, [no, yes]]) => no + yes >= LEAST)
    .map(([ngram, count]) => ({ ngram, tells: telling(count) }))
    .sort((a, b) => b.tells - a.tells || (a.ngram < b.ngram ? -1 : 1))
    .map(({ ngram }) => ngram);
}

/** The n-grams that are kept: of each head in turn its most telling. */
function vocabularyOf(heads) {
  const ranked = Object.values(heads).map(mostTelling);
  const kept = new Set();
  for (let rank = 0; kept.size < MOST && ranked.some((list) => rank < list.length); rank++)
    for (const list of ranked) if (rank < list.length && kept.size < MOST) kept.add(list[rank]);
  return [...kept];
}

/** Rows of small whole numbers with a scale each. */
function quantised(rows) {
  const scales = Float32Array.from(rows, (row) => Math.max(1e-8, ...row.map(Math.abs)) / 127);
  return Buffer.concat([
    Buffer.from(scales.buffer),
    ...rows.map((row, k) => Buffer.from(Int8Array.from(row, (value) => Math.round(value / scales[k])).buffer)),
  ]);
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { without: { type: 'string', default: '' } } });
const [corpus, weights] = positionals;
const without = values.without.split(',');
const composed = join(corpus, 'made', 'composed.jsonl');
const messages = [...corpusFiles(corpus), composed].flatMap(messagesOf).filter(({ author }) => !without.includes(author));
const examples = examplesOf(messages.map(sampleOf));
const vocabulary = vocabularyOf(examples);
const rowOf = new Map(vocabulary.map((ngram, row) => [ngram, row]));
const heads = Object.entries(examples).map(([head, own]) => {
  const rows = own.map(({ ngrams }) => ngrams.flatMap((ngram) => rowOf.get(ngram) ?? []));
  const labels = own.map(({ label }) => (label ? 1 : 0));
  return { head, ...fitSparse(rows, labels, vocabulary.length, RIDGE, head === 'pressing.part' ? PRESSING_COUNTS : 1) };
});
setTensors(weights, {
  'ngram-hashes': { rows: vocabulary.length, columns: 1, type: 'u32', data: Buffer.from(Uint32Array.from(vocabulary, fnv1a).buffer) },
  ngrams: { rows: heads.length, columns: vocabulary.length, type: 'i8', data: quantised(heads.map((head) => [...head.weights])) },
});
setHeader(weights, { ngrams: heads.map(({ head, bias }) => ({ head, bias: Number(bias.toFixed(4)) })) });
process.stdout.write(`${weights}: ${heads.length} heads over ${vocabulary.length} n-grams of ${messages.length} messages\n`);
