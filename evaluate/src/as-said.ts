import { findContacts, type Transcript } from '@ringback/core';
import { carCabin, type Waveform } from '@ringback/speech';
import { createMoonshine, createSpeechDetector, openPhoneLine } from '@ringback/speech/node';
import { SAID_KINDS, type SaidItem, type SaidKind, saidItem } from './as-said-texts.ts';
import { hear } from './hearing.ts';
import { keptTranscript } from './kept-transcripts.ts';
import { overLine } from './script-lines.ts';
import { MEASURED_VOICES, type SyntheticVoice, spokenBy, TUNING_VOICES } from './script-voices.ts';
import { type Section, type SectionContext, table } from './section.ts';

/** Items of each kind from each voice, every second one over a telephone line from a car. */
const ITEMS = 2;
/** dB: of the car. */
const CAR_SNR_DB = 20;
const VOICES = { tuning: TUNING_VOICES, measured: MEASURED_VOICES } as const;

type VoiceSet = keyof typeof VOICES;

interface Heard {
  item: SaidItem;
  voice: string;
  set: VoiceSet;
  text: string;
  /** What is told: the digits of each number, each address. */
  told: string[];
}

/** Numbers and addresses said as people say them, by voices that rules were chosen on and by others: is just the one meant told? */
export const asSaidSection: Section = {
  name: 'as-said',
  title: 'Numbers and addresses as people say them, by synthetic voices',
  onlyWhenNamed: true,
  async run(context) {
    const heard = await hearAll(context);
    const sets = Object.keys(VOICES) as VoiceSet[];
    const cell = (kind: SaidKind, set: VoiceSet) => {
      const some = heard.filter((one) => one.item.kind === kind && one.set === set);
      return `${some.filter(isRight).length} of ${some.length}`;
    };
    const wrong = heard.filter((one) => !isRight(one));
    return [
      `Every second one as it is, every second one over G.711 with a car at ${CAR_SNR_DB} dB. Voices that rules are chosen on: ${namesOf('tuning')}; others: ${namesOf('measured')}.`,
      table(
        ['said', 'voices of the rules', 'other voices'],
        SAID_KINDS.map((kind) => [kind, ...sets.map((set) => cell(kind, set))]),
      ),
      table(
        ['not right', 'voice', 'meant', 'told', 'heard'],
        wrong.map(({ item, voice, text, told }) => [item.kind, voice, meantBy(item), told.join(', ') || 'nothing', text]),
      ),
    ].join('\n\n');
  },
};

async function hearAll({ heardFolder, signal, progress }: SectionContext): Promise<Heard[]> {
  const [recogniser, detector, line] = await Promise.all([createMoonshine(), createSpeechDetector(), openPhoneLine('g711')]);
  const all: Heard[] = [];
  for (const [set, voices] of Object.entries(VOICES) as [VoiceSet, readonly SyntheticVoice[]][]) {
    for (const [kind, voice, seed] of SAID_KINDS.flatMap((one) => combined(one, voices))) {
      progress(`${kind}, ${voice.name}`);
      const item = saidItem(kind, seed);
      const sound = async (): Promise<Waveform> => {
        const spoken = await spokenBy(voice, item.text, signal);
        return seed % 2 === 0 ? spoken : overLine(spoken, CAR_SNR_DB, { line, noise: carCabin(), seed, signal });
      };
      const listen = async (): Promise<Transcript> => hear(recogniser, await sound(), signal, detector);
      const transcript = await keptTranscript(heardFolder, `as-said-${set}-${kind.replaceAll(' ', '-')}-${seed}`, listen);
      const { phoneNumbers, emails } = findContacts(transcript, { region: 'US' });
      const told = [...phoneNumbers.map(({ digits }) => digits), ...emails.map(({ address }) => address)];
      all.push({ item, voice: voice.name, set, text: transcript.text, told });
    }
  }
  await Promise.all([recogniser.close(), detector.close()]);
  return all;
}

/** The kind by every voice; the seed is another for each. */
function combined(kind: SaidKind, voices: readonly SyntheticVoice[]): [SaidKind, SyntheticVoice, number][] {
  return voices.flatMap((voice, place) =>
    Array.from({ length: ITEMS }, (_, i): [SaidKind, SyntheticVoice, number] => [kind, voice, place * ITEMS + i]),
  );
}

function meantBy({ digits, address }: SaidItem): string {
  return digits ?? address ?? '';
}

function isRight({ item, told }: Heard): boolean {
  return told.length === 1 && told[0] === meantBy(item);
}

function namesOf(set: VoiceSet): string {
  return VOICES[set].map(({ name }) => name).join(', ');
}
