import { readSpokenNumbers } from './digit-recordings.ts';
import { dictationTable } from './legibility-dictation.ts';
import type { Answer, Job } from './legibility-jobs.ts';
import { layoutStudy, paceStudy, repeatabilityStudy } from './legibility-study.ts';
import { doJobs } from './legibility-threads.ts';
import type { Section } from './section.ts';

/** The number: how well its dictation is measured, and how survival in noise depends on how it is said. */
export const legibilitySection: Section = {
  name: 'legibility',
  title: 'The number: dictation and the drive test',
  onlyWhenNamed: true,
  async run(context) {
    const recordings = await readSpokenNumbers(context.dataFolder, context.signal);
    const dictation = recordings.map((_, recording): Job => ({ kind: 'dictation', recording }));
    const studies = [paceStudy(recordings), layoutStudy(recordings), repeatabilityStudy(recordings)];
    const answers = await doJobs([...dictation, ...studies.flatMap(({ jobs }) => jobs)], context);
    const parts = ['### Dictation', dictationTable(answers.flatMap((answer) => (answer.kind === 'dictation' ? [answer.results] : [])))];
    let from = dictation.length;
    for (const { heading, jobs, tell } of studies) {
      parts.push(`### ${heading}`, tell(tests(answers.slice(from, from + jobs.length))));
      from += jobs.length;
    }
    return parts.join('\n\n');
  },
};

function tests(answers: readonly Answer[]) {
  return answers.flatMap((answer) => (answer.kind === 'drive' ? [answer.test] : []));
}
