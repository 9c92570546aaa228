import type { MoveKind } from '../documents/message.ts';
import type { Review } from '../documents/review.ts';
import type { Span } from '../documents/span.ts';
import { escapeHtml } from './escape.ts';
import { intoLanes, isTimed } from './lanes.ts';
import { clock } from './terminal-line.ts';

/** Seconds on one line of the drawing, as in a score: eight seconds leave room for the words. */
const LINE_SEC = 8;
const WIDTH = 1000;
const PER_SEC = WIDTH / LINE_SEC;
const RULER = 16;
const ROW = 22;
const BAR = 18;
const BELOW = 6;
const TEXT_BASE = 13;
const CHAR_WIDTH = 6.4;
const MIN_LABEL_WIDTH = 26;
/** Longest message that is drawn, in seconds; the page stays readable and small. */
const MAX_DRAWN_SEC = 600;

const COLOURS: Readonly<Record<MoveKind, string>> = {
  greeting: 'other',
  'caller-name': 'name',
  affiliation: 'name',
  bridge: 'tie',
  purpose: 'ask',
  pitch: 'soft',
  request: 'ask',
  'time-box': 'ask',
  deadline: 'ask',
  'phone-number': 'reach',
  'reply-option': 'reach',
  flattery: 'soft',
  apology: 'soft',
  thanks: 'other',
  'sign-off': 'other',
};

/** One row of the drawing, {@link ROW} high. */
interface Row {
  /** What it has on a line of the drawing; empty when nothing. */
  draw(line: Span): string;
}

/** The message on its timeline, drawn in lines of a few seconds: moves, words, pauses, digits and findings. */
export function drawTimeline(review: Review): string {
  const durationSec = Math.min(review.source.durationSec, MAX_DRAWN_SEC);
  const rows = rowsOf(review);
  const lines = Math.max(1, Math.ceil(durationSec / LINE_SEC));
  return Array.from({ length: lines }, (_, index) => {
    const line = { start: index * LINE_SEC, end: (index + 1) * LINE_SEC };
    const label = `From ${clock(line.start)} to ${clock(Math.min(line.end, durationSec))}`;
    const { drawn, height } = stacked(rows, line);
    return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">${ruler(line, height)}${drawn}</svg>`;
  }).join('\n');
}

/** The rows that have something on this line, one under the other; a row with nothing on it takes no room. */
function stacked(rows: readonly Row[], line: Span): { drawn: string; height: number } {
  const full = rows.map((row) => row.draw(line)).filter((drawn) => drawn !== '');
  return {
    drawn: full.map((drawn, place) => `<g transform="translate(0 ${RULER + place * ROW})">${drawn}</g>`).join(''),
    height: RULER + Math.max(1, full.length) * ROW + BELOW,
  };
}

function ruler(line: Span, height: number): string {
  return Array.from({ length: LINE_SEC }, (_, second) => {
    const x = second * PER_SEC;
    return `<line class="tick" x1="${x}" y1="0" x2="${x}" y2="${height}"/><text class="ruler" x="${x + 3}" y="11">${line.start + second} s</text>`;
  }).join('');
}

function rowsOf(review: Review): Row[] {
  const moves = review.message.moves.filter(isTimed).map(({ start, end, kind }) => ({ start, end, text: kind, style: COLOURS[kind] }));
  const words = review.transcript.words.map(({ start, end, text }) => ({ start, end, text, style: 'word' }));
  const { pauses, fillers } = review.delivery;
  const quiet = [
    ...pauses.map((span) => ({ ...span, text: '', style: 'pause' })),
    ...fillers.map((span) => ({ ...span, text: 'um', style: 'filler' })),
  ];
  const rows = intoLanes(moves).map((lane) => barRow(lane));
  rows.push(barRow([...quiet, ...words]));
  const digits = review.message.phoneNumbers.flatMap((phone) => phone.mentions.flatMap((mention) => mention.digits ?? []));
  if (digits.length > 0) rows.push(digitRow(digits.map(({ start, end, digit }) => ({ start, end, text: digit }))));
  const marks = review.tips.flatMap((tip) =>
    tip.findings
      .filter((finding) => !finding.good && finding.waived === undefined)
      .filter(isTimed)
      .map(({ start, end, severity }) => ({ start, end, text: tip.id, style: severity ?? 'hint' })),
  );
  return [...rows, ...intoLanes(marks).map((lane) => markRow(lane))];
}

interface Bar extends Span {
  text: string;
  style: string;
}

function visible<T extends Span>(bars: readonly T[], line: Span): T[] {
  return bars.filter((bar) => bar.start < line.end && bar.end > line.start);
}

/** Where a bar lies on this line, in drawing units. */
function extent(bar: Span, line: Span) {
  const x = (Math.max(bar.start, line.start) - line.start) * PER_SEC;
  return { x: round(x), width: round(Math.max(1, (Math.min(bar.end, line.end) - line.start) * PER_SEC - x)) };
}

function barRow(bars: readonly Bar[]): Row {
  return {
    draw: (line) =>
      visible(bars, line)
        .map((bar) => {
          const { x, width } = extent(bar, line);
          const box = `<rect class="${bar.style}" x="${x}" y="0" width="${width}" height="${BAR}" rx="3"><title>${escapeHtml(`${bar.text} ${clock(bar.start)}`)}</title></rect>`;
          return box + label(bar.text, x, width);
        })
        .join(''),
  };
}

/** Text squeezed into its bar; left out where it could not be read. */
function label(text: string, x: number, width: number): string {
  const natural = text.length * CHAR_WIDTH;
  const room = width - 4;
  if (text === '' || (width < MIN_LABEL_WIDTH && natural > room * 2)) return '';
  const squeeze = natural > room ? ` textLength="${round(Math.max(1, room))}" lengthAdjust="spacingAndGlyphs"` : '';
  return `<text x="${x + 2}" y="${TEXT_BASE}"${squeeze}>${escapeHtml(text)}</text>`;
}

function digitRow(digits: readonly (Span & { text: string })[]): Row {
  return {
    draw: (line) =>
      visible(digits, line)
        .map((digit) => {
          const { x, width } = extent(digit, line);
          return `<line class="digit" x1="${x}" y1="2" x2="${round(x + width)}" y2="2"/><text x="${x}" y="${TEXT_BASE + 3}">${escapeHtml(digit.text)}</text>`;
        })
        .join(''),
  };
}

function markRow(marks: readonly Bar[]): Row {
  return {
    draw: (line) =>
      visible(marks, line)
        .map((mark) => {
          const { x, width } = extent(mark, line);
          return `<line class="mark ${mark.style}" x1="${x}" y1="3" x2="${round(x + width)}" y2="3"/>${label(mark.text, x, Math.max(width, 90))}`;
        })
        .join(''),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
