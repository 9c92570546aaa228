import type { Finding, NoteResult, Review, TipResult } from '../documents/review.ts';
import { NOTES, TIPS } from '../tips/all.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const LEVELS: Readonly<Record<NonNullable<Finding['severity']>, 'error' | 'warning' | 'note'>> = {
  fail: 'error',
  improve: 'warning',
  hint: 'note',
};

/**
 * The findings as SARIF 2.1.0. A script's findings have their line and column in the region; times, and all places in a
 * recording, are properties `startSec` and `endSec`. A waived finding is a suppressed result with its reason.
 */
export function renderSarif(review: Review): string {
  const judges = [...Object.values(TIPS), ...Object.values(NOTES)];
  const lineStarts = review.source.kind === 'script' ? startsOfLines(review.transcript.text) : null;
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Ringback',
            rules: judges.map((judge) => ({
              id: judge.id,
              shortDescription: { text: judge.question },
              help: { text: `See docs/tips/${judge.id}.md.` },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [...review.tips, ...review.notes].flatMap((result) => resultsOf(result, review, lineStarts)),
        properties: { decision: review.verdict.decision, score: review.verdict.score },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultsOf(result: TipResult | NoteResult, review: Review, lineStarts: number[] | null) {
  return result.findings
    .filter((finding) => !finding.good)
    .map((finding) => ({
      ruleId: result.id,
      level: LEVELS[finding.severity ?? 'hint'],
      message: { text: [finding.message, finding.evidence, finding.fix].filter((part) => part !== '').join(' ') },
      locations: [
        { physicalLocation: { artifactLocation: { uri: encodeURIComponent(review.source.name) }, ...regionOf(finding, lineStarts) } },
      ],
      ...(finding.waived === undefined ? {} : { suppressions: [{ kind: 'external', justification: finding.waived }] }),
      ...(finding.start === undefined ? {} : { properties: { startSec: finding.start, endSec: finding.end } }),
    }));
}

function regionOf({ charStart, charEnd }: Finding, lineStarts: number[] | null) {
  if (lineStarts === null || charStart === undefined || charEnd === undefined) return {};
  const from = placeOf(charStart, lineStarts);
  const to = placeOf(charEnd, lineStarts);
  return {
    region: {
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
      charOffset: charStart,
      charLength: charEnd - charStart,
    },
  };
}

function startsOfLines(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
}

/** Line and column, both from 1. */
function placeOf(offset: number, lineStarts: readonly number[]) {
  let line = 0;
  while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line++;
  return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
}
