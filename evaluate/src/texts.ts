import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Facts, openReader, READ_FACTS, type Reader, type Review, RingbackError, review, scriptArtifacts } from '@ringback/core';
import { loadReader } from 'ringback';
import { flatten, type LabelledText, labelOf, readCorpus, readLabelled } from './labelled.ts';
import { calibrationError, countsOf, type JudgedText, scoresOf, verdictReport } from './scores.ts';
import { type Section, type SectionContext, table } from './section.ts';

const FACTS: readonly (keyof Facts)[] = [...READ_FACTS, 'brief', 'phone', 'phoneRepeated'];

/** One text as read: the facts with their chances, and the verdict; null where the product refuses it. */
interface Read {
  text: LabelledText;
  written: Review | null;
  flat: Review | null;
}

function reviewOf(text: string, reader: Reader): Review | null {
  try {
    return review(scriptArtifacts(text, { name: 'text' }), { reader });
  } catch (error) {
    if (error instanceof RingbackError) return null;
    throw error;
  }
}

const readAll = (texts: readonly LabelledText[], reader: Reader): Read[] =>
  texts.map((text) => ({ text, written: reviewOf(text.text, reader), flat: reviewOf(flatten(text.text), reader) }));

function pairsOf(reads: readonly Read[], fact: keyof Facts, form: 'written' | 'flat'): (readonly [boolean, boolean])[] {
  return reads.flatMap(({ text, [form]: found }) => {
    const label = labelOf(text, fact);
    return label === undefined || found === null ? [] : [[label, found.facts[fact]] as const];
  });
}

function chancePairs(reads: readonly Read[], fact: keyof Facts): (readonly [boolean, number])[] {
  return reads.flatMap(({ text, written }) => {
    const label = labelOf(text, fact);
    const chance = (written?.chances as Partial<Record<string, number>> | undefined)?.[fact];
    return label === undefined || chance === undefined ? [] : [[label, chance] as const];
  });
}

function factTable(reads: readonly Read[]): string {
  const rows = FACTS.map((fact) => {
    const { precision, recall, f1, sample } = scoresOf(countsOf(pairsOf(reads, fact, 'written')));
    const chances = chancePairs(reads, fact);
    const error = chances.length === 0 ? 'n/a' : calibrationError(chances).toFixed(3);
    return [fact, sample, precision, recall, f1, scoresOf(countsOf(pairsOf(reads, fact, 'flat'))).f1, error];
  });
  return table(['fact', 'true of labelled', 'precision', 'recall', 'F1', 'F1 without capitals and stops', 'calibration error'], rows);
}

const judgedOf = (reads: readonly Read[]): JudgedText[] =>
  reads.flatMap(({ text: { verdict }, written }) =>
    verdict === null || written === null ? [] : [{ label: verdict, decision: written.verdict.decision, score: written.verdict.score }],
  );

const reported = (name: string, reads: readonly Read[]): string =>
  [`### ${name} (${reads.length} texts)`, factTable(reads), verdictReport(judgedOf(reads))].join('\n\n');

/** F1 of every fact for each value of a property. */
function sliceTable(reads: readonly Read[], property: 'author' | 'form' | 'dialect' | 'setting'): string {
  const values = [...new Set(reads.map(({ text }) => text[property] ?? 'none'))].sort();
  const rows = values.map((value) => {
    const slice = reads.filter(({ text }) => (text[property] ?? 'none') === value);
    return [value, slice.length, ...READ_FACTS.map((fact) => scoresOf(countsOf(pairsOf(slice, fact, 'written'))).f1)];
  });
  return `### By ${property}\n\n${table([property, 'texts', ...READ_FACTS], rows)}`;
}

/** The corpus, each author read by a reader that has not seen them; null without such readers. */
function corpusHeldOut(folder: string | undefined, progress: (text: string) => void): Read[] | null {
  const list = folder === undefined ? undefined : join(folder, 'folds.json');
  if (folder === undefined || list === undefined || !existsSync(list)) return null;
  const folds = JSON.parse(readFileSync(list, 'utf8')) as { file: string; authors: string[] }[];
  const corpus = readCorpus();
  return folds.flatMap(({ file, authors }) => {
    progress(`corpus without ${authors.join(', ')}`);
    const reader = openReader(readFileSync(join(folder, file)));
    return readAll(
      corpus.filter(({ author }) => authors.includes(author)),
      reader,
    );
  });
}

async function run({ dataFolder, foldsFolder, progress }: SectionContext): Promise<string> {
  const reader = await loadReader();
  const parts: string[] = [];
  for (const [name, file] of [
    ['The data folder: texts', 'texts.jsonl'],
    ['The data folder: strangers', 'strangers.jsonl'],
  ] as const) {
    progress(name);
    const path = join(dataFolder, file);
    if (existsSync(path)) parts.push(reported(name, readAll(readLabelled(path), reader)));
  }
  const heldOut = corpusHeldOut(foldsFolder, progress);
  if (heldOut === null)
    parts.push('The corpus was not read: give `--folds` the folder `npm run train` leaves, with readers of authors left out.');
  else {
    const spanned = heldOut.filter(({ text }) => text.form !== undefined);
    parts.push(reported('The corpus, every author left out in turn', spanned));
    for (const property of ['author', 'form', 'dialect', 'setting'] as const) parts.push(sliceTable(spanned, property));
  }
  return parts.join('\n\n');
}

/** Facts and verdicts of labelled texts: the data folder's, and the corpus by readers that have not seen the author. */
export const textsSection: Section = { name: 'texts', title: 'Texts: facts and verdicts', run };
