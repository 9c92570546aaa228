import { ask, askJson, jsonBody } from './client.ts';

/** The way in for a phone on the same network. */
export type PhoneDoor =
  | { open: false }
  | { open: true; url: string; fingerprint: string; scriptId: string | null; paired: boolean; takeIds: string[] };

/** Opens and shuts it. Every call throws a {@link Refusal}. */
export const phoneDoor = {
  state: () => askJson<PhoneDoor>('/phone'),
  open: (scriptId: string | null) => askJson<PhoneDoor>('/phone', jsonBody('PUT', { scriptId })),
  shut: () => ask('/phone', { method: 'DELETE' }),
};
