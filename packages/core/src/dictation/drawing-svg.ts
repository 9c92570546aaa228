import type { Dictation, DigitGroup, MentionDictation } from './dictation.ts';

/** What the drawing may be told. */
export interface DrawingOptions {
  /** Pixels a second. */
  pixelsPerSec?: number;
  /** For each digit of the clearest mention, what a listener would write: the digit, another one, or "?". Drawn in place of certainty. */
  written?: readonly string[];
}

const ROW_HEIGHT = 74;
const MARGIN = 12;
const DIGIT_BASE = 34;
const BAR_TOP = 42;
const BAR_HEIGHT = 8;
const LABEL_BASE = 66;
const MOVE_SEMITONES = 1;

/**
 * The number on its timeline as an SVG element: one row a mention, digits where they are said, a bar under each group,
 * the gaps in seconds, arrows for rise and fall. Colours are `currentColor` and classes (`rb-digit`, `rb-lost`, `rb-group`,
 * `rb-gap`), so that the page's own style holds; the title says the same in words for a screen reader.
 */
export function drawDictationSvg(dictation: Dictation, options: DrawingOptions = {}): string {
  const scale = options.pixelsPerSec ?? 90;
  const longest = Math.max(...dictation.mentions.map((mention) => mention.end - mention.start));
  const width = Math.ceil(longest * scale + 2 * MARGIN + 20);
  const height = dictation.mentions.length * ROW_HEIGHT;
  const rows = dictation.mentions.map((mention, index) => {
    const written = index === dictation.clearest ? options.written : undefined;
    return `<g transform="translate(${MARGIN} ${index * ROW_HEIGHT})">${drawRow(mention, scale, written)}</g>`;
  });
  const title = dictation.mentions.map(describe).join('; ');
  return `<svg class="rb-number" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title>${title}</title>${rows.join('')}</svg>`;
}

function drawRow(mention: MentionDictation, scale: number, written?: readonly string[]): string {
  const x = (time: number) => ((time - mention.start) * scale).toFixed(1);
  const digits = mention.digits.map((digit, index) => {
    const heard = written?.[index];
    const lost = heard !== undefined && heard !== digit.digit;
    const centre = (digit.start + digit.end) / 2;
    return `<text class="${lost ? 'rb-lost' : 'rb-digit'}" x="${x(centre)}" y="${DIGIT_BASE}" text-anchor="middle" font-size="22" fill="${lost ? '#b42318' : 'currentColor'}">${plain(digit.digit)}</text>`;
  });
  const groups = mention.groups.map((group) => drawGroup(group, scale, x));
  return digits.join('') + groups.join('');
}

function drawGroup(group: DigitGroup, scale: number, x: (time: number) => string): string {
  const width = Math.max(2, (group.end - group.start) * scale).toFixed(1);
  const bar = `<rect class="rb-group" x="${x(group.start)}" y="${BAR_TOP}" width="${width}" height="${BAR_HEIGHT}" rx="3" fill="currentColor" opacity="0.35"/>`;
  const gap =
    group.gapAfterSec === null
      ? ''
      : `<text class="rb-gap" x="${x(group.end + group.gapAfterSec / 2)}" y="${LABEL_BASE}" text-anchor="middle" font-size="11" fill="currentColor">${group.gapAfterSec.toFixed(2)} s</text>`;
  const move = group.endPitchMove;
  const tune =
    move === null || Math.abs(move) < MOVE_SEMITONES
      ? ''
      : `<text class="rb-tune" x="${x(group.end)}" y="14" text-anchor="middle" font-size="13" fill="currentColor">${move > 0 ? '↗' : '↘'}</text>`;
  return bar + gap + tune;
}

function describe(mention: MentionDictation): string {
  const groups = mention.groups.map((group) => group.digits.map((digit) => plain(digit.digit)).join(' ')).join(', ');
  return `${groups} at ${mention.digitsPerSec.toFixed(1)} digits a second`;
}

/** Artifacts may come from a file that anyone wrote: only a digit gets into the markup. */
function plain(digit: string): string {
  return /^[0-9]$/.test(digit) ? digit : '?';
}
