import { client, told } from './client.ts';

/** The way in for a phone on the same network. */
export type PhoneDoor =
  | { open: false }
  | { open: true; url: string; fingerprint: string; scriptId: string | null; paired: boolean; takeIds: string[] };

/** Opens and shuts it. Every call throws a {@link Refusal}. */
export const phoneDoor = {
  state: () => told<PhoneDoor>(client.GET('/phone')),
  open: (scriptId: string | null) => told<PhoneDoor>(client.PUT('/phone', { body: { scriptId } })),
  shut: () => client.DELETE('/phone'),
};
