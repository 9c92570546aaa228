import type { SpeechSystem } from './speech-system.ts';

const OPEN = 'Add-Type -AssemblyName System.Speech; $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;';
const LIST = `${OPEN} $voice.GetInstalledVoices() | Where-Object { $_.Enabled } | ForEach-Object { $_.VoiceInfo.Name + "\`t" + $_.VoiceInfo.Culture.Name }`;
const SPEAK = `${OPEN} $voice.SelectVoice($env:RINGBACK_VOICE); $voice.SetOutputToWaveFile($env:RINGBACK_VOICE_FILE); $voice.SpeakSsml([Console]::In.ReadToEnd()); $voice.Dispose()`;

/** PowerShell reads a program as base64 of UTF-16, which no quoting can spoil. */
const powershell = (program: string) => ({
  command: 'powershell',
  args: ['-NoProfile', '-NonInteractive', '-EncodedCommand', Buffer.from(program, 'utf16le').toString('base64')],
});

/** Only ASCII goes through the pipe: the console's code page is anyone's guess. */
const inXml = (text: string) => text.replace(/[^\x20-\x7e]|[<>&"']/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** Windows: its SAPI voices, by the PowerShell that every Windows has. */
export const WINDOWS: SpeechSystem = {
  list: powershell(LIST),
  voicesOf: (printed) =>
    printed.split(/\r?\n/).flatMap((line) => {
      const [name, locale] = line.split('\t');
      return name && locale ? [{ name, locale: locale.trim() }] : [];
    }),
  speak: (text, { voice, stretch, file }) => ({
    ...powershell(SPEAK),
    input:
      '<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-US">' +
      `<prosody rate="${Math.round((1 / stretch - 1) * 100)}%">${inXml(text)}</prosody></speak>`,
    env: { RINGBACK_VOICE: voice, RINGBACK_VOICE_FILE: file },
  }),
  preferred: ['Microsoft Zira', 'Microsoft Hazel', 'Microsoft David'],
};
