import { RingbackError } from '@ringback/core';

/** A file's text, and what was done to read it. */
export interface DecodedText {
  text: string;
  /** In plain words, for example that the file was not UTF-8. */
  warnings: string[];
}

/** Bytes looked at to tell what kind of file it is. */
const SNIFFED_BYTES = 4096;
/** More control characters than this share of the first bytes means that the file is no text. House rule. */
const LARGEST_CONTROL_SHARE = 0.02;

const LINE_FEED = 10;

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const head = bytes.subarray(0, SNIFFED_BYTES);
  let [even, odd] = [0, 0];
  for (let index = 0; index < head.length; index += 1) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  // Latin letters in UTF-16 have a zero in every second byte.
  const most = head.length / 4;
  if (odd > most && even < odd / 8) return 'utf-16le';
  if (even > most && odd < even / 8) return 'utf-16be';
  return undefined;
}

function refuseBinary(bytes: Uint8Array, name: string): void {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new RingbackError(
      'not-contacts',
      `"${name}" is a spreadsheet or a zip archive: export it as CSV, or unpack it, and give that file.`,
    );
  }
  const head = bytes.subarray(0, SNIFFED_BYTES);
  const control = head.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0), 0);
  if (control > head.length * LARGEST_CONTROL_SHARE) {
    throw new RingbackError('not-contacts', `"${name}" is not text: give contacts as CSV or vCard (.vcf).`);
  }
}

/** Line by line, since files pasted together may hold two encodings. */
function decodeLines(bytes: Uint8Array, utf8: { decode(bytes: Uint8Array): string }): { text: string; odd: number } {
  const windows = new TextDecoder('windows-1252');
  const lines: string[] = [];
  let odd = 0;
  for (let from = 0; from <= bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end);
    try {
      lines.push(utf8.decode(line));
    } catch {
      lines.push(windows.decode(line));
      odd += 1;
    }
    from = end < 0 ? bytes.length + 1 : end + 1;
  }
  return { text: lines.join('\n'), odd };
}

/**
 * Decodes a text file: UTF-8 with or without a byte order mark, UTF-16, and Windows-1252 (which any bytes
 * fit) for the lines that are neither.
 * @throws RingbackError `not-contacts` for a file that is no text, `empty-file` for one with nothing in it.
 */
export function decodeText(bytes: Uint8Array, name: string): DecodedText {
  if (bytes.length === 0) throw new RingbackError('empty-file', `"${name}" is empty: export your contacts again.`);
  const wide = utf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), warnings: [] };
  refuseBinary(bytes, name);
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  try {
    return { text: utf8.decode(bytes), warnings: [] };
  } catch {
    const { text, odd } = decodeLines(bytes, utf8);
    return { text, warnings: [`"${name}" is not UTF-8 throughout: ${odd} lines were read as Windows-1252; check names with accents.`] };
  }
}
