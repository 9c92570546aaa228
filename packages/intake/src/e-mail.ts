import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { type Adapter, type Caller, type HandedMessage, NEVER_SENDS, UNKNOWN_CALLER } from './adapter.ts';
import { callerIn } from './asterisk.ts';
import { filesIn, readLying, troubleWith } from './lying-files.ts';

/** Voicemail that a telephone system sends by e-mail. */
export interface EmailSource {
  /** A Maildir, a folder of .eml files, one .eml file, or an mbox. */
  path: string;
}

const SOUND_NAME = /\.(?:wav|mp3|ogg|opus|gsm|amr|m4a|flac)$/i;

/** Where telephone systems write who called, first match; each with the two groups `name` and `number`, either of which may be missing. */
const CALLER_LINES: readonly RegExp[] = [
  // FreePBX: "From: "NAME" <number>" in the body.
  /^\s*From:\s*(?:"?(?<name>[^"<\n]*?)"?\s*)<(?<number>[^>\n]+)>/im,
  // Asterisk: "in mailbox 103 from "NAME" <number>, on ..."
  /\bfrom\s+(?:"(?<name>[^"\n]*)"\s*)?<?(?<number>\+?[\d(][\d() .-]{5,})>?/i,
  // FreeSWITCH: "Voicemail from "NAME" <number> 00:00:27"
  /\bvoicemail from\s+"?(?<name>[^"<\n]*?)"?\s*<(?<number>[^>\n]+)>/i,
];

function headerOf({ headers }: Email, name: string): string | null {
  return headers.find(({ key }) => key === name)?.value.trim() || null;
}

/** Who called, from the headers where Asterisk writes them, else from the subject or the body. */
function callerOf(mail: Email): Caller {
  const number = headerOf(mail, 'x-asterisk-vm-caller-id-num');
  const name = headerOf(mail, 'x-asterisk-vm-caller-id-name');
  if (number !== null) return callerIn(`"${name ?? ''}" <${number}>`);
  for (const text of [mail.subject ?? '', mail.text ?? '']) {
    for (const line of CALLER_LINES) {
      const groups = line.exec(text)?.groups;
      if (groups?.number) return callerIn(`"${groups.name ?? ''}" <${groups.number}>`);
    }
  }
  return UNKNOWN_CALLER;
}

function momentOf(mail: Email): string | null {
  const seconds = Number(headerOf(mail, 'x-asterisk-vm-orig-time') ?? Number.NaN);
  const date = new Date(Number.isInteger(seconds) ? seconds * 1000 : (mail.date ?? ''));
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

/** The voicemail in an e-mail; null where no sound is attached. */
export async function mailedMessage(raw: Uint8Array): Promise<HandedMessage | null> {
  const mail = await PostalMime.parse(raw);
  const sound = mail.attachments.find(({ mimeType, filename }) => mimeType.startsWith('audio/') || SOUND_NAME.test(filename ?? ''));
  if (sound === undefined) return null;
  return {
    key: mail.messageId?.trim() || createHash('sha256').update(raw).digest('hex'),
    caller: callerOf(mail),
    at: momentOf(mail),
    bytes: async () => bytesOf(sound),
  };
}

const LINE_END = 10;
const FROM = new TextEncoder().encode('From ');
const beginsAt = (bytes: Uint8Array, at: number): boolean => FROM.every((byte, i) => bytes[at + i] === byte);

/** How a mail begins that stands in a file by itself (RFC 5322). */
const HEADER = /^[!-9;-~]+[ \t]*:/;
const HEAD_BYTES = 998;
const headOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');

/** The mails of an mbox (mboxrd): each begins with a line "From ". */
export function mailsIn(mbox: Uint8Array): Uint8Array[] {
  const begins: number[] = [];
  let at = 0;
  do {
    if (beginsAt(mbox, at)) begins.push(at);
    at = mbox.indexOf(LINE_END, at) + 1;
  } while (at > 0);
  return begins.map((begin, i) => unquoted(mbox.subarray(mbox.indexOf(LINE_END, begin) + 1, begins[i + 1] ?? mbox.length)));
}

/** A line of a mail that begins with "From " was written with a ">" before it. */
function unquoted(mail: Uint8Array): Uint8Array {
  const lines = Buffer.from(mail).toString('latin1').split('\n');
  return new Uint8Array(Buffer.from(lines.map((line) => (/^>+From /.test(line) ? line.slice(1) : line)).join('\n'), 'latin1'));
}

/** Mails in the order of their files; those that a Maildir still writes (`tmp`) are left alone. */
async function* rawMails(path: string): AsyncGenerator<Uint8Array> {
  const found = await lstat(path).catch(() => null);
  if (found?.isFile()) {
    const bytes = await readLying(path);
    if (beginsAt(bytes, 0)) yield* mailsIn(bytes);
    else yield bytes;
    return;
  }
  for await (const { path: file, relative } of filesIn(path, () => true)) {
    const isMaildir = /(?:^|\/)(?:new|cur)\/[^/]+$/.test(relative);
    if (!isMaildir && !/\.eml$/i.test(relative)) continue;
    const bytes = await readLying(file).catch(() => null);
    if (bytes !== null) yield bytes;
  }
}

/** Takes voicemail out of e-mails: the attached recording, the caller and the time. */
export function eMail({ path }: EmailSource): Adapter {
  return {
    ...NEVER_SENDS,
    async check() {
      const found = await lstat(path).catch(() => null);
      if (!found?.isFile()) {
        const trouble = await troubleWith(path);
        return trouble === null ? [] : [trouble];
      }
      return await readLying(path).then(
        // An mbox to which nothing has come yet is empty.
        (bytes) =>
          bytes.length === 0 || beginsAt(bytes, 0) || HEADER.test(headOf(bytes))
            ? []
            : [`The file "${path}" is neither an mbox nor an e-mail.`],
        () => [`The file "${path}" may not be read: let the user that Ringback runs as into its group.`],
      );
    },
    async *lying() {
      for await (const raw of rawMails(path)) {
        const message = await mailedMessage(raw).catch(() => null);
        if (message !== null) yield message;
      }
    },
  };
}
