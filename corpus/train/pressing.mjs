// pressing.mjs CORPUS FINAL: the head for words that press or beg, a logistic regression over runs of words (core's reader/pressing-head.ts).
// It is weighed with authors left out, in five parts, to choose nothing but the two weights of its chance and to say how often it is right;
// then trained on all and put into the header of the reader's weights FINAL. Prints recall and precision by chance.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findContacts, masksOf, openPressingHead, pressGrams, pressParts, readerTokens, scriptArtifacts } from '@ringback/core';
import { fitLogistic } from './logistic.mjs';
import { piecesOf, readPieces } from './marked.mjs';
import { corpusFiles } from './messages.mjs';
import { fitSparse } from './sparse-logistic.mjs';
import { flatten } from './variants.mjs';
import { setHeader } from './weights-file.mjs';

const [corpus, final] = process.argv.slice(2);
const PARTS = 5;
/** Runs of words that are weighed at most, and in how many parts of messages one must stand. */
const MOST_GRAMS = 9000;
const LEAST = 4;
/** Share of a part, or of the words that press, that must be the other's for the part to be taught as one that presses. */
const COVERED = 0.5;
const RIDGE = { part: 0.05, whole: 0.05, begging: 0.05 };
/** How much more a part that presses counts than one that does not: they are rare. */
const POSITIVE = 2;

const gramsIn = (tokens, part) => pressGrams(tokens, part).map(({ gram }) => gram);
const tokensOf = (text) => {
  const transcript = scriptArtifacts(text, { name: 'text' }).transcript.value;
  return readerTokens(text, masksOf(transcript, findContacts(transcript)));
};

/** One wording of a message: its tokens, and the part labels: 1 presses, 2 begs, 0 neither, null where the label is split. */
function wording(text, spans) {
  const tokens = tokensOf(text);
  const parts = pressParts(tokens).map((part) => {
    const [from, to] = [tokens[part.first].charStart, tokens[part.last].charEnd];
    let label = 0;
    let most = 0;
    for (const { tag, charStart, charEnd } of spans) {
      const shared = Math.min(to, charEnd) - Math.max(from, charStart);
      const share = shared <= 0 ? 0 : shared / Math.min(to - from, charEnd - charStart);
      if (share > most) [most, label] = [share, tag === 'plead' ? 2 : 1];
    }
    return { grams: gramsIn(tokens, part), label: most > 0 && most < COVERED ? null : label };
  });
  return { tokens, parts, whole: gramsIn(tokens, { first: 0, last: tokens.length - 1 }) };
}

const messages = corpusFiles(corpus).flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"marked"'))
    .map((line) => {
      const { id, marked } = JSON.parse(line);
      const { text, spans } = readPieces(piecesOf(marked));
      const pressing = spans.filter(({ tag }) => tag === 'pressure' || tag === 'plead');
      // What a recogniser writes has the same words in the same order, so the labels are found again by counting letters.
      const flat = flatten(text);
      return {
        id,
        author: basename(file, '.jsonl'),
        presses: pressing.length > 0,
        written: wording(text, pressing),
        flat: wording(flat, moved(text, flat, pressing)),
      };
    }),
);

/** Spans of a text as spans of its flat wording. */
function moved(text, flat, spans) {
  const place = (at) => Math.min(flat.length, flatten(text.slice(0, at)).length);
  return spans.map(({ tag, charStart, charEnd }) => ({ tag, charStart: place(charStart), charEnd: place(charEnd) }));
}

/** The runs of words that tell the most, by how often they stand where something presses and where nothing does. */
function gramsOf(parts) {
  const counts = new Map();
  for (const { grams, label } of parts)
    for (const gram of grams) {
      const count = counts.get(gram) ?? [0, 0];
      count[label > 0 ? 1 : 0]++;
      counts.set(gram, count);
    }
  const pressing = parts.filter(({ label }) => label > 0).length;
  const share = pressing / parts.length;
  const telling = ([no, yes]) => {
    const expected = (no + yes) * share;
    return (yes - expected) ** 2 / (expected * (1 - share));
  };
  return [...counts]
    .filter(([, [no, yes]]) => no + yes >= LEAST)
    .map(([gram, count]) => ({ gram, tells: telling(count) }))
    .sort((a, b) => b.tells - a.tells || (a.gram < b.gram ? -1 : 1))
    .slice(0, MOST_GRAMS)
    .map(({ gram }) => gram);
}

const rounded = (values) => Array.from(values, (value) => Math.round(value * 100) / 100);

function headOf(training) {
  const parts = training.flatMap(({ written, flat }) => [...written.parts, ...flat.parts]).filter(({ label }) => label !== null);
  const grams = gramsOf(parts);
  const rows = new Map(grams.map((gram, row) => [gram, row]));
  const known = (own) => own.flatMap((gram) => rows.get(gram) ?? []);
  const weigh = (sets, labels, ridge, positive) => fitSparse(sets.map(known), labels, grams.length, ridge, positive);
  const part = weigh(
    parts.map(({ grams: set }) => set),
    parts.map(({ label }) => (label > 0 ? 1 : 0)),
    RIDGE.part,
    POSITIVE,
  );
  const whole = weigh(
    training.map(({ written }) => written.whole),
    training.map(({ presses }) => (presses ? 1 : 0)),
    RIDGE.whole,
    1,
  );
  const pressing = parts.filter(({ label }) => label > 0);
  const begging = weigh(
    pressing.map(({ grams: set }) => set),
    pressing.map(({ label }) => (label === 2 ? 1 : 0)),
    RIDGE.begging,
    1,
  );
  return {
    grams: grams.join('\n'),
    part: rounded(part.weights),
    partBias: part.bias,
    whole: rounded(whole.weights),
    wholeBias: whole.bias,
    begging: rounded(begging.weights),
    beggingBias: begging.bias,
    calibration: { bias: 0, part: 1, whole: 0 },
  };
}

/** The head's two scores of a wording: what the product computes with one weight of its chance at a time. */
function scorer(weights) {
  const heads = [
    { bias: 0, part: 1, whole: 0 },
    { bias: 0, part: 0, whole: 1 },
  ].map((calibration) => openPressingHead({ ...weights, calibration }));
  return ({ tokens }) => heads.map((head) => head(tokens)?.logit ?? 0);
}

const authors = [...new Set(messages.map(({ author }) => author))];
const left = Array.from({ length: PARTS }, (_, fold) => authors.filter((__, index) => index % PARTS === fold));
const scored = left.flatMap((out) => {
  const scoresOf = scorer(headOf(messages.filter(({ author }) => !out.includes(author))));
  return messages
    .filter(({ author }) => out.includes(author))
    .map(({ id, author, presses, written, flat }) => ({ id, author, presses, written: scoresOf(written), flat: scoresOf(flat) }));
});
const rows = scored.flatMap(({ written, flat }) => [written, flat]);
const [partWeight, wholeWeight, bias] = fitLogistic(
  rows,
  scored.flatMap(({ presses }) => [presses, presses].map(Number)),
);
const calibration = Object.fromEntries(
  Object.entries({ bias, part: partWeight, whole: wholeWeight }).map(([name, value]) => [name, Number(value.toFixed(4))]),
);

const chanceOf = ([part, whole]) => 1 / (1 + Math.exp(-(calibration.bias + calibration.part * part + calibration.whole * whole)));
for (const form of ['written', 'flat'])
  for (const from of [0.9, 0.8, 0.7, 0.6, 0.5]) {
    const told = scored.filter((message) => chanceOf(message[form]) >= from);
    const right = told.filter(({ presses }) => presses).length;
    const all = scored.filter(({ presses }) => presses).length;
    process.stdout.write(
      `${form}, chance from ${from}: ${told.length} told, precision ${(right / told.length).toFixed(3)}, recall ${(right / all).toFixed(3)} of ${all}\n`,
    );
  }
setHeader(final, { pressing: { ...headOf(messages), calibration } });
