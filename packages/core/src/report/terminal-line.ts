/** How text is marked on a terminal. */
export type Paint = (text: string, style: Style) => string;

/** A meaning, not a colour. */
export type Style = 'good' | 'warn' | 'bad' | 'strong' | 'faint';

const CODES: Readonly<Record<Style, string>> = { good: '32', warn: '33', bad: '31', strong: '1', faint: '2' };
const ESCAPE = '\u001b[';

/** Marks with ANSI codes. */
export const colourPaint: Paint = (text, style) => `${ESCAPE}${CODES[style]}m${text}${ESCAPE}0m`;

/** Leaves text as it is. */
export const plainPaint: Paint = (text) => text;

/** Characters that could move the cursor or change colours: never let a message write them to a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that is safe on a terminal: one line, no control characters. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(CONTROL, '').trim();
}

/** Breaks text into lines of at most `width` characters; the first begins with `first`, the others with blanks as wide. */
export function wrap(text: string, width: number, first: string): string[] {
  const indent = ' '.repeat(first.length);
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of oneLine(text).split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += (empty ? '' : ' ') + word;
    empty = false;
  }
  return [...lines, line];
}

/** Seconds as a place in a recording: "0:07.4". */
export function clock(sec: number): string {
  const tenths = Math.round(sec * 10);
  const minutes = Math.floor(tenths / 600);
  const rest = (tenths - minutes * 600) / 10;
  return `${minutes}:${rest < 10 ? '0' : ''}${rest.toFixed(1)}`;
}
