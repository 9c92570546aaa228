/**
 * Takes out of a script what is not said aloud. Every removed character becomes a blank (line ends stay), so that
 * every offset into the result is an offset into the original.
 */
export function blankMarkup(text: string, kind: 'markdown' | 'plain'): string {
  const withoutComments = text.replace(/<!--[\s\S]*?(?:-->|$)/g, blank);
  return kind === 'plain' ? withoutComments : blankMarkdown(withoutComments);
}

/** Blanks of the same length; line ends stay. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const CODE_FENCE = /^[ \t]*(?:```|~~~).*$/gm;
const HEADING = /^[ \t]{0,3}#{1,6}[ \t].*$/gm;
const UNDERLINED_HEADING = /^[^\r\n]+\r?\n[ \t]{0,3}(?:={3,}|-{3,})[ \t]*$/gm;
const RULE = /^[ \t]*(?:[-*_][ \t]*){3,}$/gm;
const LINE_MARK = /^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,2}[.)][ \t]+)+/gm;
const IMAGE = /!\[[^\]\r\n]*\]\([^)\r\n]*\)/g;
const LINK = /\[([^\]\r\n]*)\]\([^)\r\n]*\)/g;
const EMPHASIS = /(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)([^*_\r\n]+?)(?<=\S)\1(?![\w*_])/g;
const TAG = /<\/?[a-zA-Z][^<>\r\n]*>/g;

function blankMarkdown(text: string): string {
  let result = text.replace(FRONT_MATTER, blank);
  for (const pattern of [CODE_FENCE, HEADING, UNDERLINED_HEADING, RULE, LINE_MARK, IMAGE, TAG]) result = result.replace(pattern, blank);
  result = result.replace(LINK, (whole: string, label: string) => ` ${label}${blank(whole.slice(label.length + 1))}`);
  result = result.replace(EMPHASIS, (_whole: string, mark: string, inner: string) => blank(mark) + inner + blank(mark));
  return result.replaceAll('`', ' ');
}
