import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  deriveFacts,
  type Facts,
  judgeMessage,
  type Review,
  RingbackError,
  readMessage,
  scriptArtifacts,
  type Verdict,
} from '@ringback/core';
import { type Section, type SectionContext, table } from './section.ts';

/** One labelled text. A fact that is absent or listed in `disputed` is not scored. */
interface LabelledText {
  id: string;
  text: string;
  facts: Partial<Record<string, unknown>>;
  disputed?: readonly string[];
  verdict: Verdict['decision'] | null;
  /** Scored, never looked into while the reader is built. */
  heldOut?: boolean;
}

/** A set of texts with what a column of the table is called. */
interface TextSet {
  name: string;
  texts: readonly LabelledText[];
}

/** Hits and misses of one fact. */
interface Counts {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
}

const FACTS: readonly (keyof Facts)[] = [
  'goal',
  'bridge',
  'brief',
  'obsequious',
  'narrowRequest',
  'timeBox',
  'deadline',
  'phone',
  'phoneRepeated',
  'replyOption',
  'callerName',
  'recipientName',
];
const DECISIONS: readonly Verdict['decision'][] = ['return', 'toss-up', 'delete'];
const OWN_TEXTS = fileURLToPath(new URL('../own/texts.jsonl', import.meta.url));

async function readSet(file: string): Promise<LabelledText[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as LabelledText);
}

/** The same words as a recogniser without a language model writes them: no capitals, no stops. */
function flatten(text: string): string {
  return text
    .toLowerCase()
    .replace(/[,;:!?…—–"]|\.(?=\s|$)/g, '')
    .replace(/\s+/g, ' ');
}

function factsOf(text: string): Facts {
  const { transcript } = scriptArtifacts(text, { name: 'text' });
  if (!transcript.ok) throw new RingbackError('no-transcript', 'A script has no transcript.', { kind: 'internal' });
  return deriveFacts(readMessage(transcript.value), text);
}

function reviewOf(text: string): Review {
  const artifacts = scriptArtifacts(text, { name: 'text' });
  if (!artifacts.transcript.ok) throw new RingbackError('no-transcript', 'A script has no transcript.', { kind: 'internal' });
  const transcript = artifacts.transcript.value;
  const message = readMessage(transcript);
  return judgeMessage({ artifacts, transcript, message, facts: deriveFacts(message, transcript.text) });
}

function countFacts(texts: readonly LabelledText[], read: (text: string) => Facts): Map<keyof Facts, Counts> {
  const counts = new Map<keyof Facts, Counts>(
    FACTS.map((fact) => [fact, { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 }]),
  );
  for (const { text, facts, disputed } of texts) {
    const found = read(text);
    for (const fact of FACTS) {
      const expected = facts[fact];
      const count = counts.get(fact);
      if (typeof expected !== 'boolean' || disputed?.includes(fact) === true || count === undefined) continue;
      if (expected) count[found[fact] ? 'truePositives' : 'falseNegatives']++;
      else count[found[fact] ? 'falsePositives' : 'trueNegatives']++;
    }
  }
  return counts;
}

const PERCENT_DIGITS = 2;
const ratio = (part: number, whole: number): string => (whole === 0 ? 'n/a' : (part / whole).toFixed(PERCENT_DIGITS));

function scores({ truePositives, falsePositives, falseNegatives, trueNegatives }: Counts): {
  precision: string;
  recall: string;
  f1: string;
  sample: string;
} {
  return {
    precision: ratio(truePositives, truePositives + falsePositives),
    recall: ratio(truePositives, truePositives + falseNegatives),
    f1: ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
    sample: `${truePositives + falseNegatives} of ${truePositives + falsePositives + falseNegatives + trueNegatives}`,
  };
}

function factTable({ name, texts }: TextSet): string {
  const written = countFacts(texts, factsOf);
  const flat = countFacts(texts, (text) => factsOf(flatten(text)));
  const rows = FACTS.flatMap((fact) => {
    const count = written.get(fact);
    const flatCount = flat.get(fact);
    if (count === undefined || flatCount === undefined) return [];
    const { precision, recall, f1, sample } = scores(count);
    return [[fact, sample, precision, recall, f1, scores(flatCount).f1]];
  });
  const head = ['fact', 'true of labelled', 'precision', 'recall', 'F1', 'F1 without capitals and stops'];
  return `### ${name} (${texts.length} texts)\n\n${table(head, rows)}`;
}

/** Chance that a text to return ranks above one to delete; ties count half. */
function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0;
  for (const high of positives) for (const low of negatives) wins += high > low ? 1 : high === low ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

function verdictTable({ name, texts }: TextSet): string {
  const judged = texts.flatMap(({ text, verdict }) => (verdict === null ? [] : [{ label: verdict, ...reviewOf(text).verdict }]));
  const count = (label: Verdict['decision'], decision: Verdict['decision']): number =>
    judged.filter((verdict) => verdict.label === label && verdict.decision === decision).length;
  const rows = DECISIONS.map((label) => [label, ...DECISIONS.map((decision) => count(label, decision))]);
  const swapped = count('return', 'delete') + count('delete', 'return');
  const agreed = DECISIONS.reduce((sum, decision) => sum + count(decision, decision), 0);
  const scoresOf = (label: Verdict['decision']): number[] =>
    judged.filter((verdict) => verdict.label === label).map((verdict) => verdict.score);
  const area = areaUnderCurve(scoresOf('return'), scoresOf('delete'));
  return [
    `### Verdicts: ${name}`,
    table(['labelled \\ judged', ...DECISIONS], rows),
    `Same decision in ${agreed} of ${judged.length}; return and delete swapped in ${swapped} of ${judged.length}; return ranked above delete with an area under the curve of ${area.toFixed(3)}.`,
  ].join('\n\n');
}

async function run({ dataFolder, progress }: SectionContext): Promise<string> {
  const own = await readSet(OWN_TEXTS);
  const sets: TextSet[] = [
    { name: 'The data folder', texts: await readSet(join(dataFolder, 'texts.jsonl')) },
    { name: 'Own texts', texts: own.filter((text) => text.heldOut !== true) },
    { name: 'Own texts, held out', texts: own.filter((text) => text.heldOut === true) },
  ];
  const parts: string[] = [];
  for (const set of sets) {
    progress(set.name);
    parts.push(factTable(set), verdictTable(set));
  }
  return parts.join('\n\n');
}

/** Facts and verdicts of labelled texts: the data folder's and our own, with the part that is scored but not looked into. */
export const textsSection: Section = { name: 'texts', title: 'Texts: facts and verdicts', run };
