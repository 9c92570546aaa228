import type { Review } from '../documents/review.ts';
import type { Span } from '../documents/span.ts';
import { intoLanes, isTimed } from './lanes.ts';

interface Label extends Span {
  text: string;
}

/** Shortest interval written, in seconds: Praat refuses empty ones. */
const SHORTEST_SEC = 0.001;

/** A Praat TextGrid with the tiers words, digits, moves and findings; where moves or findings overlap, further tiers follow. */
export function renderTextGrid(review: Review): string {
  const tiers = tiersOf(review);
  const ends = tiers.flatMap(([, labels]) => labels.map((label) => label.end));
  const end = Math.max(review.source.durationSec, SHORTEST_SEC, ...ends);
  const lines = [
    'File type = "ooTextFile"',
    'Object class = "TextGrid"',
    '',
    'xmin = 0',
    `xmax = ${seconds(end)}`,
    'tiers? <exists>',
    `size = ${tiers.length}`,
    'item []:',
    ...tiers.flatMap(([name, labels], index) => tierLines(index + 1, name, filled(labels, end), end)),
  ];
  return `${lines.join('\n')}\n`;
}

function tiersOf(review: Review): [string, Label[]][] {
  const words = review.transcript.words.map(({ start, end, text }) => ({ start, end, text }));
  const digits = review.message.phoneNumbers
    .flatMap((phone) => phone.mentions.flatMap((mention) => mention.digits ?? []))
    .map(({ start, end, digit }) => ({ start, end, text: digit }));
  const moves = review.message.moves.filter(isTimed).map(({ start, end, kind }) => ({ start, end, text: kind }));
  const findings = review.tips.flatMap((tip) =>
    tip.findings
      .filter((finding) => !finding.good)
      .filter(isTimed)
      .map(({ start, end, message }) => ({ start, end, text: `${tip.id}: ${message}` })),
  );
  return [...laned('words', words), ...laned('digits', digits), ...laned('moves', moves), ...laned('findings', findings)];
}

function laned(name: string, labels: Label[]): [string, Label[]][] {
  const lanes = intoLanes(labels.filter((label) => label.end - label.start >= SHORTEST_SEC));
  if (lanes.length === 0) return [[name, []]];
  return lanes.map((lane, index) => [index === 0 ? name : `${name} ${index + 1}`, lane]);
}

/** Praat's interval tiers have no gaps: the silence between labels is an empty interval. */
function filled(labels: readonly Label[], end: number): Label[] {
  const intervals: Label[] = [];
  let time = 0;
  for (const label of labels) {
    if (label.start - time >= SHORTEST_SEC) intervals.push({ start: time, end: label.start, text: '' });
    intervals.push({ ...label, start: label.start - time >= SHORTEST_SEC ? label.start : time });
    time = label.end;
  }
  if (end - time >= SHORTEST_SEC || intervals.length === 0) intervals.push({ start: time, end, text: '' });
  else intervals.push({ ...(intervals.pop() as Label), end });
  return intervals;
}

function tierLines(index: number, name: string, intervals: readonly Label[], end: number): string[] {
  return [
    `    item [${index}]:`,
    '        class = "IntervalTier"',
    `        name = "${name}"`,
    '        xmin = 0',
    `        xmax = ${seconds(end)}`,
    `        intervals: size = ${intervals.length}`,
    ...intervals.flatMap((interval, position) => [
      `        intervals [${position + 1}]:`,
      `            xmin = ${seconds(interval.start)}`,
      `            xmax = ${seconds(interval.end)}`,
      `            text = "${interval.text.replace(/\s+/g, ' ').replaceAll('"', '""')}"`,
    ]),
  ];
}

function seconds(sec: number): string {
  return String(Math.round(sec * 1e6) / 1e6);
}
