/** Token that starts every transcript. */
export const START_TOKEN = 1;
/** Token that ends every transcript. */
export const END_TOKEN = 2;

/** Marks the beginning of a word in Llama's vocabulary. */
const WORD_START = '\u2581';
const BYTE_TOKEN = /^<0x([0-9A-F]{2})>$/;

/** Turns tokens into text: Llama's 32,000 tokens; Moonshine's 768 specials above them are silent. */
export class Vocabulary {
  readonly #tokens: readonly string[];
  #ids: ReadonlyMap<string, number> | null = null;

  /** `tokens[id]` is the token's spelling with U+2581 for a blank and `<0xHH>` for a single byte. */
  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  /** Every token's spelling, in the order of the ids. */
  get spellings(): readonly string[] {
    return this.#tokens;
  }

  /** The token spelled so (a blank as " "), or -1 when the vocabulary has none. */
  find(spelling: string): number {
    // The first of two with the same spelling is the one that the model uses.
    this.#ids ??= new Map([...this.#tokens.entries()].reverse().map(([id, token]) => [token, id]));
    return this.#ids.get(spelling.replaceAll(' ', WORD_START)) ?? -1;
  }

  /** UTF-8 bytes a token adds to the text; none for specials. */
  bytes(token: number): Uint8Array {
    if (token <= END_TOKEN) return new Uint8Array(0);
    const spelling = this.#tokens[token] ?? '';
    const byte = BYTE_TOKEN.exec(spelling)?.[1];
    if (byte !== undefined) return Uint8Array.of(Number.parseInt(byte, 16));
    return new TextEncoder().encode(spelling.replaceAll(WORD_START, ' '));
  }

  /**
   * Text of a token sequence and, for each of its UTF-16 code units, the index of the token that completed it.
   * A character spelled in single bytes belongs to the token of its last byte.
   */
  read(tokens: readonly number[]): { text: string; tokenOf: number[] } {
    const decoder = new TextDecoder();
    const tokenOf: number[] = [];
    let text = '';
    tokens.forEach((token, index) => {
      const piece = decoder.decode(this.bytes(token), { stream: true });
      for (let i = 0; i < piece.length; i++) tokenOf.push(index);
      text += piece;
    });
    return { text, tokenOf };
  }
}

/** Llama's vocabulary, loaded on the first call. */
export async function llamaVocabulary(): Promise<Vocabulary> {
  const { LLAMA_TOKENS } = await import('./llama-tokens.ts');
  return new Vocabulary(LLAMA_TOKENS.split('\n'));
}
