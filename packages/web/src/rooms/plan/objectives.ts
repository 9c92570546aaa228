import type { PlanForm } from './form.ts';

/** What the person calls about; empty until it is said. */
export type ObjectiveChoice = PlanForm['objective'];

/** The calls people make, what each is, and examples of what belongs into its fields. */
export const CALLS: readonly { objective: Exclude<ObjectiveChoice, ''>; name: string; about: string }[] = [
  { objective: 'job', name: 'After a job', about: 'You applied, or would like to.' },
  { objective: 'client', name: 'A new client', about: 'You open a conversation.' },
  { objective: 'meeting', name: 'A meeting', about: 'You need some minutes of theirs.' },
  { objective: 'other', name: 'Something else', about: 'A question, a favour, news.' },
];

/** Examples in the empty fields. */
export interface Examples {
  organisation: string;
  question: string;
  topic: string;
}

const USUAL: Examples = { organisation: 'Harbour Foods', question: 'Is the role still open?', topic: 'the operations role' };
const EXAMPLES: Readonly<Record<ObjectiveChoice, Examples>> = {
  '': USUAL,
  other: { organisation: 'Harbour Foods', question: 'Was my parcel handed in at your desk?', topic: 'the parcel of last Friday' },
  job: { organisation: 'recent nursing graduate', question: 'Is the operations role still open?', topic: 'the operations role' },
  client: { organisation: 'Alder Labs', question: 'Who decides on your packaging?', topic: 'packaging that can be composted' },
  meeting: { organisation: 'Harbour Foods', question: 'Do you have ten minutes on Thursday?', topic: 'the plans for the new ward' },
};

/** Examples for this kind of call. */
export const examplesFor = (objective: ObjectiveChoice): Examples => EXAMPLES[objective];
