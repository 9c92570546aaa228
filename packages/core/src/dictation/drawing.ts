import type { Dictation, MentionDictation } from './dictation.ts';

/** Characters a second on the text timeline. */
const COLUMNS_PER_SEC = 10;
/** Widest drawing in characters where nothing narrower is asked for: longer mentions are drawn at a smaller scale. */
const MAX_COLUMNS = 96;
/** Semitones from which a tune is drawn as a rise or a fall; the same as `minPitchMoveSemitones`. */
const MOVE_SEMITONES = 1;

/**
 * The number on its timeline as three lines of text: the digits where they start, the groups, the seconds.
 *
 * ```
 *   4   1   5        5   5   5        0   1   4   2
 *   └───────┘↗ 0.4 s └───────┘↗ 0.4 s └───────────┘↘
 *   12.0      13.0      14.0 …
 * ```
 *
 * With `written` (for each digit what a listener in a car would write) and one of them another, a line under the digits says so.
 */
export function drawMention(mention: MentionDictation, maxColumns: number = MAX_COLUMNS, written?: readonly string[]): string {
  const length = Math.max(mention.end - mention.start, 1 / COLUMNS_PER_SEC);
  const scale = Math.min(COLUMNS_PER_SEC, maxColumns / length);
  const column = (time: number) => Math.round((time - mention.start) * scale);
  const digits = line();
  const groups = line();
  const ticks = line();
  const heard = line();
  for (const [place, digit] of mention.digits.entries()) {
    digits.put(column(digit.start), digit.digit);
    heard.put(column(digit.start), written?.[place] ?? digit.digit);
  }
  for (const group of mention.groups) {
    const from = column(group.start);
    const to = Math.max(from + 1, column(group.end) - 1);
    groups.put(from, `└${'─'.repeat(Math.max(0, to - from - 1))}┘${arrow(group.endPitchMove)}`);
  }
  const step = scale >= COLUMNS_PER_SEC / 2 ? 1 : Math.ceil(COLUMNS_PER_SEC / 2 / scale);
  for (let second = 0; second <= length; second += step) ticks.put(Math.round(second * scale), `${(mention.start + second).toFixed(1)}`);
  const lost = written?.some((digit, place) => digit !== mention.digits[place]?.digit) ?? false;
  return [digits.text(), ...(lost ? [`${heard.text()}  in a car`] : []), groups.text(), ticks.text()].join('\n');
}

/** Every mention with its gaps, one under the other. */
export function drawDictation(dictation: Dictation): string {
  return dictation.mentions
    .map((mention, index) => {
      const title = dictation.mentions.length > 1 ? `${ordinal(index + 1)} time` : 'the number';
      return `${title}, ${mention.digitsPerSec.toFixed(1)} digits/s, ${mention.start.toFixed(1)} to ${mention.end.toFixed(1)} s\n${drawMention(mention)}`;
    })
    .join('\n\n');
}

function arrow(move: number | null): string {
  if (move === null || Math.abs(move) < MOVE_SEMITONES) return '';
  return move > 0 ? '↗' : '↘';
}

function ordinal(number: number): string {
  return number === 1 ? 'first' : number === 2 ? 'second' : number === 3 ? 'third' : `${number}th`;
}

/** A line of text that is written at columns; what meets another piece moves right instead of over it. */
function line(): { put(column: number, text: string): void; text(): string } {
  let written = '';
  return {
    put(column, text) {
      const at = written.length === 0 ? column : Math.max(column, written.length);
      written = written.padEnd(at) + text;
    },
    text: () => written,
  };
}
