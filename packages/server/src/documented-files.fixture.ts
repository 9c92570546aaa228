import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { documentsOn } from './documented-pages.fixture.ts';

const RATE = 16_000;
const BYTES_PER_SAMPLE = 2;
const WAV_HEADER_BYTES = 44;
/** Seconds of a sample call that are enough for its number: what is documented is run, not measured. */
const TAIL_SEC = 6;

/** The end of a sample call, as 16-bit mono samples. */
function tailOf(sample: string): Buffer {
  const wav = readFileSync(join('fixtures', 'recordings', `${sample}.wav`));
  return wav.subarray(-TAIL_SEC * RATE * BYTES_PER_SAMPLE);
}

function wavOf(samples: Buffer): Buffer {
  const header = Buffer.alloc(WAV_HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(WAV_HEADER_BYTES - 8 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * BYTES_PER_SAMPLE, 28);
  header.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  header.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

const CONTACTS =
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nDana,Whitfield,,,Quarry Textiles,Buyer,12 Mar 2024\n';
const CARD = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ole Berg\r\nORG:Copper Media\r\nEND:VCARD\r\n';
const CALLS = 'whom,when,outcome,outcome at\nBen Example,2026-10-02,phone,2026-10-03\n';
const TO = { name: 'Martin Oyelaran', organisation: 'Copper Media', knows: ['Dana Whitfield'] };
/** As Asterisk's voicemail application writes it. */
const MESSAGE = '[message]\ncallerid="IVES MORGAN" <6175550123>\norigtime=1795435200\nmsg_id=1795435200-00000007\nduration=6\n';

const script = () => readFileSync('fixtures/scripts/consultant.txt');
const [take, other] = [() => wavOf(tailOf('consultant')), () => wavOf(tailOf('reference'))];

/** What the pages call their reader's own files. */
const FILES: Readonly<Record<string, () => string | Buffer>> = {
  'script.txt': script,
  'my-script.txt': script,
  'take.wav': take,
  'my-take.wav': take,
  // The bytes tell the format, not the name.
  'my-take.mp3': take,
  'take1.wav': take,
  'take2.wav': other,
  'attempt.wav': take,
  'street.wav': other,
  'msg0001.raw': () => tailOf('consultant'),
  'calls/first.txt': script,
  'calls/second.wav': other,
  'calls.csv': () => CALLS,
  'Connections.csv': () => CONTACTS,
  'contacts.vcf': () => CARD,
  'me.json': () => documentsOn('docs/plan.md', 'basics')[0] ?? '',
  'to.json': () => JSON.stringify(TO),
  'brief.json': () => documentsOn('docs/plan.md', 'caller')[0] ?? '',
  'review.json': () => readFileSync('fixtures/golden/reference.json'),
  'spool/default/201/INBOX/msg0000.txt': () => MESSAGE,
  'spool/default/201/INBOX/msg0000.wav': take,
};

/** Lays out a folder as the reader of a page has it: their files, the checkout's own folders, and the page's configuration in `data`. */
export function layOut(folder: string, page: string): void {
  for (const [name, content] of Object.entries(FILES)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content());
  }
  symlinkSync(resolve('packages'), join(folder, 'packages'));
  cpSync('deploy', join(folder, 'deploy'), { recursive: true });
  mkdirSync(join(folder, 'data'));
  const [intake] = page.startsWith('docs/how-to/') ? documentsOn(page, 'intakeVersion') : [];
  if (intake !== undefined) {
    writeFileSync(join(folder, 'data', 'intake.json'), intake.replaceAll('/var/spool/asterisk/voicemail', join(folder, 'spool')));
  }
}
