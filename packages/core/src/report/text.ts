import { drawMention } from '../dictation/drawing.ts';
import type { Finding, NoteResult, Review, TipResult, TipStatus } from '../documents/review.ts';
import { toldSeconds } from '../spoken/length.ts';
import { firstFinding } from '../verdict/verdict.ts';
import { decisionTold } from './decision-words.ts';
import { followingHeadline, followingNotes } from './following-words.ts';
import { clock, colourPaint, oneLine, type Paint, plainPaint, type Style, wrap } from './terminal-line.ts';

/** How a review is written for a terminal. */
export interface TextOptions {
  /** ANSI colours; default false. */
  colour?: boolean;
  /** Columns; default 80. */
  width?: number;
}

const WIDTH = 80;
const MARK: Readonly<Record<TipStatus, string>> = { pass: '✓', improve: '~', fail: '✗', notApplicable: '–', error: '!' };
const STYLE: Readonly<Record<TipStatus, Style>> = { pass: 'good', improve: 'warn', fail: 'bad', notApplicable: 'faint', error: 'warn' };
/** Columns of the longest tip id and its mark. */
const ID_WIDTH = 14;
const INDENT = ' '.repeat(ID_WIDTH + 1);
/** Most findings told of one tip. */
const MAX_TOLD = 2;

/** The review for a terminal: verdict and first fix on top, then each tip with its evidence. */
export function renderText(review: Review, options: TextOptions = {}): string {
  const page = {
    paint: options.colour === true ? colourPaint : plainPaint,
    width: options.width ?? WIDTH,
    timed: !review.source.estimated,
  };
  const lines = [
    ...heading(review, page),
    '',
    ...review.tips.flatMap((tip) => [...tipLines(tip, page), ...(tip.id === 'number' ? numberLines(review, page) : [])]),
    ...review.notes.flatMap((note) => noteLines(note, page)),
    ...followingLines(review, page),
  ];
  return `${lines.join('\n')}\n`;
}

interface Page {
  paint: Paint;
  width: number;
  /** Whether the times are of a real recording. */
  timed: boolean;
}

function heading(review: Review, page: Page): string[] {
  const { verdict, source, delivery } = review;
  const decision = decisionTold(review);
  const length = source.estimated
    ? `about ${toldSeconds(source.durationSec)} s, ${review.transcript.words.length} words`
    : `${delivery.durationSec.toFixed(1)} s, ${review.transcript.words.length} words`;
  const lines = [
    page.paint(oneLine(`${source.name}: ${length}`), 'faint'),
    page.paint(`This message ${decision.words}.`, decision.style),
    ...verdict.reasons.flatMap((reason) => wrap(reason, page.width, '  · ')),
  ];
  const fix = fixOf(review);
  return fix === null ? lines : [...lines, '', ...strongFirst(wrap(fix, page.width, 'Mend first: '), page)];
}

/** The fix of the first finding that counts of the tip to mend first. */
function fixOf(review: Review): string | null {
  const finding = firstFinding(review);
  return finding === undefined || finding.fix === '' ? null : `${finding.message} ${finding.fix}`;
}

function strongFirst(lines: string[], page: Page, label = 'Mend first:'): string[] {
  return lines.map((line, index) =>
    index === 0 && line.startsWith(label) ? page.paint(label, 'strong') + line.slice(label.length) : line,
  );
}

function tipLines(tip: TipResult, page: Page): string[] {
  const score = tip.score === null ? '' : ` (${Math.round(tip.score * 100)})`;
  return [labelled(tip.id, tip.status, tip.headline + score, page), ...findingsOf(tip.findings, tip.headline, page)].flat();
}

/** Columns kept free at the right of the drawing: a label may run over the end of the number. */
const DRAWING_SPARE = 8;

/** The number on its timeline, as it was said most clearly; a row under it where a listener in a car would lose a digit. */
function numberLines({ number }: Review, page: Page): string[] {
  const mention = number?.dictation.mentions[number.dictation.clearest];
  if (number === undefined || mention === undefined) return [];
  const drawing = drawMention(mention, Math.max(1, page.width - INDENT.length - DRAWING_SPARE), number.written);
  return drawing.split('\n').map((line) => `${INDENT}${line}`.trimEnd());
}

function noteLines(note: NoteResult, page: Page): string[] {
  if (note.status === 'notApplicable') return [];
  return [labelled(note.id, note.status, note.headline, page), ...findingsOf(note.findings, note.headline, page)].flat();
}

/** The take held against its script, where one is known. */
function followingLines({ following }: Review, page: Page): string[] {
  if (following === undefined) return [];
  const told = following.differences.flatMap(({ message, heard }) => {
    const when = heard?.start === undefined || heard.end === undefined ? '' : ` [${clock(heard.start)}–${clock(heard.end)}]`;
    return wrap(`${message}${when}`, page.width, '  · ');
  });
  return [
    '',
    ...strongFirst(wrap(`Along your script: ${followingHeadline(following)}`, page.width, ''), page, 'Along your script:'),
    ...told,
    ...followingNotes(following).flatMap((note) => wrap(note, page.width, '  · ')),
  ];
}

function labelled(id: string, status: TipStatus, headline: string, page: Page): string[] {
  const label = `${MARK[status]} ${id}`.padEnd(ID_WIDTH + 1);
  const [first = label, ...rest] = wrap(headline, page.width, label);
  return [page.paint(first.slice(0, label.length), STYLE[status]) + first.slice(label.length), ...rest];
}

/** What a terminal shows of a tip: the worst findings, then what shows that it was done well; the rest is in the other formats. */
function shown(findings: readonly Finding[]): { told: Finding[]; left: number } {
  const bad = findings.filter((finding) => !finding.good);
  const good = findings.filter((finding) => finding.good && (finding.charStart !== undefined || finding.measure !== undefined));
  if (bad.length === 0) return { told: good.slice(0, 1), left: 0 };
  return { told: bad.slice(0, MAX_TOLD), left: Math.max(0, bad.length - MAX_TOLD) };
}

function findingsOf(findings: readonly Finding[], headline: string, page: Page): string[] {
  const { told, left } = shown(findings);
  const lines = told.flatMap((finding) => findingLines(finding, headline, page));
  return left === 0 ? lines : [...lines, page.paint(`${INDENT}and ${left} more in the other formats`, 'faint')];
}

function findingLines(finding: Finding, headline: string, page: Page): string[] {
  const when =
    page.timed && finding.start !== undefined && finding.end !== undefined ? ` [${clock(finding.start)}–${clock(finding.end)}]` : '';
  const said = finding.message === headline || finding.good ? '' : `${finding.severity === 'hint' ? 'Hint: ' : ''}${finding.message} `;
  const lines = wrap(`${said}${finding.evidence}${when}`, page.width, INDENT).map((line) => page.paint(line, 'faint'));
  if (finding.waived !== undefined) return [...lines, ...wrap(`waived: ${finding.waived}`, page.width, INDENT)];
  return finding.fix === '' ? lines : [...lines, ...wrap(finding.fix, page.width, `${INDENT}→ `)];
}
