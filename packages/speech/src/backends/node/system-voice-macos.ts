import type { SpeechSystem } from './speech-system.ts';

/** Words per minute at which `say` speaks by itself. */
const OWN_PACE = 175;
/** "Samantha            en_US    # Hello, my name is Samantha." */
const VOICE_LINE = /^(.+?)\s+([a-z]{2}[_-][A-Z]{2})\s+#/;

/** macOS: the program `say`, which every Mac has. */
export const MACOS: SpeechSystem = {
  list: { command: 'say', args: ['-v', '?'] },
  voicesOf: (printed) =>
    printed.split('\n').flatMap((line) => {
      const [, name, locale] = VOICE_LINE.exec(line) ?? [];
      return name && locale ? [{ name, locale: locale.replace('_', '-') }] : [];
    }),
  speak: (text, { voice, stretch, file }) => ({
    command: 'say',
    args: [
      '-v',
      voice,
      '-r',
      String(Math.round(OWN_PACE / stretch)),
      '-o',
      file,
      '--file-format=WAVE',
      '--data-format=LEI16@22050',
      '-f',
      '-',
    ],
    // Two brackets begin a command to the synthesiser.
    input: text.replaceAll('[[', ' ').replaceAll(']]', ' '),
  }),
  preferred: ['Samantha', 'Alex', 'Daniel', 'Karen', 'Moira'],
};
