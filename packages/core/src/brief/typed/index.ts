export { readAffiliation, type Standing } from './affiliation.ts';
export { type ReadMinutes, readMinutes } from './minutes.ts';
export { type Address, addressOf, type PersonName, readName } from './person.ts';
export { askAboutNumber } from './phone.ts';
export { draftOfPlan, type TypedPlan } from './plan.ts';
export { briefNotes, type FieldNote, planNotes } from './plan-notes.ts';
export { regionOfLocale } from './region.ts';
export { tidyBrief } from './tidy-brief.ts';
