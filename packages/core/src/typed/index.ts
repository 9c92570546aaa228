export { type Affiliation, readAffiliation } from './affiliation.ts';
export { type ReadMinutes, readMinutes } from './minutes.ts';
export { type Address, addressOf, type PersonName, readName } from './person.ts';
export { askAboutNumber, regionOfLocale } from './phone.ts';
export { tidyBrief } from './tidy-brief.ts';
