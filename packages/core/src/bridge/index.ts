export { type BridgeSearch, findBridges } from './find.ts';
export * from './organisation.ts';
export * from './person.ts';
export { type NameKey, nameKey, namesAgree } from './person-name.ts';
export { readPerson } from './read-person.ts';
export { type NamedOrganisation, Organisations, type Sameness } from './same-organisation.ts';
export { termsOfPerson } from './terms.ts';
export * from './tie.ts';
