import type { BriefDraft } from '@ringback/core';
import { client, told } from './client.ts';

/** A service that the person has switched on. */
export interface OwnService {
  model: string;
  host: string;
  /** Whether it is another machine. */
  leaves: boolean;
}

/** The services of this person. */
export interface OwnModels {
  transcription: OwnService | null;
  chat: OwnService | null;
  problem: string | null;
}

/** What a chat service proposed and may be shown. */
export interface Proposals {
  proposals: { text: string }[];
  unshown: { unsaid: number; tips: number };
  model: string;
}

let asked: Promise<OwnModels> | null = null;

/** The services, asked for once a visit: the file is read when the server starts. */
export function ownModels(): Promise<OwnModels> {
  asked ??= told<OwnModels>(client.GET('/models')).catch((error: unknown) => {
    asked = null;
    throw error;
  });
  return asked;
}

/** Asks the chat service; what is sent leaves this machine. */
export const propose = (what: { brief: BriefDraft } | { script: string }): Promise<Proposals> =>
  told<Proposals>(client.POST('/proposals', { body: what as never }));
