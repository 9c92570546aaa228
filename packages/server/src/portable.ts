// What of a server needs no Node: the page without a server is made of it.
export { type Answers, hearingBy, type Listener } from './adapters/hearing/hearing-by.ts';
export { HearingDesk } from './adapters/hearing/hearing-desk.ts';
export type { HearingAnswer, HearingRequest } from './adapters/hearing/messages.ts';
export { jobsInProcess } from './adapters/in-process/jobs.ts';
export type { Database } from './adapters/postgres/database.ts';
export { ownDesks } from './adapters/postgres/own-desks.ts';
export { allTakes } from './adapters/postgres/takes.ts';
export { apiOf } from './http/api.ts';
export { openEntry } from './http/entry.ts';
export { type Carrier, type Conversation, converse } from './live/conversation.ts';
export { clearLeftBehind } from './live/left-behind.ts';
export { LiveDesk } from './live/live-desk.ts';
export type { ModelState } from './live/model-state.ts';
export { takeSound } from './live/take-sound.ts';
export { TakeWork } from './live/take-work.ts';
export type { BlobStore, GrowingBlob } from './ports/blobs.ts';
export type { Hearing } from './ports/hearing.ts';
export { LOCAL_OWNER } from './ports/owner.ts';
