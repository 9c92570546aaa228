// Marked text of the corpus, as the label guide defines it: text with tags that may nest.

/** Splits marked text into plain pieces and tags, in order. */
export function piecesOf(marked) {
  return marked.split(/(<[^>]*>)/).map((raw, index) => (index % 2 === 0 ? { text: raw } : { tag: raw }));
}

/** The plain text of the pieces and the spans of their tags: `{tag, attributes, charStart, charEnd}` in UTF-16 offsets. */
export function readPieces(pieces) {
  let text = '';
  const open = [];
  const spans = [];
  for (const piece of pieces) {
    if (piece.text !== undefined) text += piece.text;
    else if (piece.tag.startsWith('</')) {
      const { name, attributes, charStart } = open.pop();
      spans.push({ tag: name, attributes, charStart, charEnd: text.length });
    } else {
      const name = /^<([a-z]+)/.exec(piece.tag)[1];
      const attributes = Object.fromEntries([...piece.tag.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
      open.push({ name, attributes, charStart: text.length });
    }
  }
  return { text, spans };
}

/** Applies `change` to every plain piece, the tags left where they are. */
export const mapText = (pieces, change) => pieces.map((piece) => (piece.text === undefined ? piece : { text: change(piece.text) }));
