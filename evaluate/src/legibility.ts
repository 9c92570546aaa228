import { createMoonshine } from '@ringback/speech/node';
import { readSpokenNumbers } from './digit-recordings.ts';
import { dictationTable } from './legibility-dictation.ts';
import { layoutTable, paceTable, repeatabilityTable } from './legibility-study.ts';
import type { Section } from './section.ts';

/** The number: how well its dictation is measured, and how survival in noise depends on how it is said. */
export const legibilitySection: Section = {
  name: 'legibility',
  title: 'The number: dictation and the drive test',
  onlyWhenNamed: true,
  async run(context) {
    const recordings = await readSpokenNumbers(context);
    const recogniser = await createMoonshine();
    try {
      return [
        '### Dictation',
        await dictationTable(recordings, recogniser, context),
        '### As recorded',
        await paceTable(recordings, recogniser, context),
        '### The same digits, other silences',
        await layoutTable(recordings, recogniser, context),
        '### Repeatability',
        await repeatabilityTable(recordings, recogniser, context),
      ].join('\n\n');
    } finally {
      await recogniser.close();
    }
  },
};
