import { createHash } from 'node:crypto';
import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Adapter, type Caller, type HandedMessage, NEVER_SENDS, UNKNOWN_CALLER } from './adapter.ts';
import { filesIn, readLying, troubleWith } from './lying-files.ts';

/** Asterisk's and FreePBX's spool: `<context>/<mailbox>/<folder>/msgNNNN.txt` with the sound beside it. */
export interface AsteriskSource {
  /** Usually /var/spool/asterisk/voicemail. */
  folder: string;
  /** Mailboxes to take from, as "context/mailbox"; all where none is named. */
  mailboxes: readonly string[];
}

const TEXT = /^msg\d{4}\.txt$/;
/** The formats of one message, the one that lost least first. */
const SOUNDS = ['.wav', '.WAV', '.gsm', '.ulaw', '.alaw'] as const;
/** Largest text that is read, bytes; a true one has some 400. */
const LARGEST_TEXT = 65_536;

/** Fields of the `[message]` section. */
export function messageFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let within = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) within = line.trim() === '[message]';
    const pair = /^([a-z_]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (within && pair?.[1] !== undefined && pair[2] !== undefined) fields.set(pair[1], pair[2]);
  }
  return fields;
}

/** `"NAME" <number>`, a bare number, or `Unknown`. */
export function callerIn(text: string): Caller {
  const both = /^\s*"?([^"<]*?)"?\s*<([^>]*)>\s*$/.exec(text);
  const [name, number] = both ? [both[1] ?? '', both[2] ?? ''] : ['', text.trim()];
  const dialled = number.replace(/[^\d+*#]/g, '');
  return {
    number: /\d{2}/.test(dialled) ? dialled : UNKNOWN_CALLER.number,
    name: name === '' || /^(?:unknown|anonymous|private|unavailable)$/i.test(name) ? null : name,
  };
}

const SECONDS = /^\d{1,10}$/;

/** When it was left: `origtime` counts seconds since 1970. */
function momentOf(fields: ReadonlyMap<string, string>): string | null {
  const seconds = fields.get('origtime') ?? '';
  return SECONDS.test(seconds) ? new Date(Number(seconds) * 1000).toISOString() : null;
}

/** Messages are numbered anew and moved between folders: what stays is their id, or in versions without one where, when and whence they came. */
function keyOf(fields: ReadonlyMap<string, string>, mailbox: string): string {
  const id = fields.get('msg_id');
  if (id) return `${mailbox} ${id}`;
  const told = ['origtime', 'callerchan', 'callerid', 'duration'].map((name) => fields.get(name) ?? '');
  return `${mailbox} ${createHash('sha256').update(told.join('\n')).digest('hex')}`;
}

async function soundBeside(textPath: string): Promise<string | null> {
  const stem = textPath.slice(0, -'.txt'.length);
  const beside = new Set(await readdir(dirname(textPath)).catch((): string[] => []));
  for (const ending of SOUNDS) {
    const path = stem + ending;
    if (!beside.has(path.slice(dirname(textPath).length + 1))) continue;
    const found = await lstat(path).catch(() => null);
    if (found?.isFile() && found.size > 0) return path;
  }
  return null;
}

/** Takes from the spool of Asterisk or FreePBX. A message is complete only when its duration stands: Asterisk writes that last. */
export function asterisk({ folder, mailboxes }: AsteriskSource): Adapter {
  const wanted = new Set(mailboxes);
  return {
    ...NEVER_SENDS,
    async check() {
      const trouble = await troubleWith(folder);
      if (trouble !== null) return [trouble];
      const missing = await Promise.all(mailboxes.map((mailbox) => troubleWith(join(folder, mailbox))));
      return missing.filter((one) => one !== null);
    },
    async *lying(): AsyncGenerator<HandedMessage> {
      for await (const { path, relative, size } of filesIn(folder, (name) => TEXT.test(name))) {
        const mailbox = relative.split('/').slice(0, 2).join('/');
        if ((wanted.size > 0 && !wanted.has(mailbox)) || size > LARGEST_TEXT) continue;
        const fields = messageFields(new TextDecoder().decode(await readLying(path).catch(() => new Uint8Array(0))));
        if (!SECONDS.test(fields.get('duration') ?? '')) continue;
        const sound = await soundBeside(path);
        if (sound === null) continue;
        yield {
          key: keyOf(fields, mailbox),
          caller: callerIn(fields.get('callerid') ?? ''),
          at: momentOf(fields),
          bytes: () => readLying(sound),
        };
      }
    },
  };
}
