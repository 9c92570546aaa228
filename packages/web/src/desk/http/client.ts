import type {
  BridgeReport,
  BriefDraft,
  Difference,
  Review,
  Script,
  Take,
  TakeSummary,
  TipId,
  TipStatus,
  Transcript,
  Tune,
} from '@ringback/core';
import createClient from 'openapi-fetch';
import { here } from '../place.ts';
import type { paths } from './interface.gen.ts';
import { Refusal } from './problem.ts';

/** Where the interface is. */
export const base = (): string => `${here().root}api/v1`;

/** Whether the speech model is there. */
export interface ModelState {
  state: 'ready' | 'loading' | 'missing';
  share: number;
  message: string;
}

type SampleName = paths['/samples/{name}/script']['get']['parameters']['path']['name'];

/** Characters that a browser still sends while a tab closes, with room for what they become as JSON. */
const MOST_AT_LAST = 15_000;

/** Refusals whose own sentences name fields of a document: what a person is told instead. */
const FOR_PROGRAMS: Readonly<Record<string, string>> = {
  'bad-request': 'That could not be used as it stands: it is empty, too long, or not what belongs here.',
  'bad-brief': 'A part of this plan could not be used: see the fields that are marked.',
  'bad-person': 'Both names are needed, and each place at most a line long: see what is typed above.',
  'bad-call': 'This could not be kept as it stands: it needs a name, and nothing can have come of a call before it was made.',
  'not-calls': 'This file does not say whom and when: choose below which of its columns do.',
  'bad-columns': 'Two columns cannot be told apart by their names: rename them in the file and choose it again.',
  'no-token': 'This server lets in who has a token: give yours above.',
  'bad-transcript': 'The words could not be put right: open the review again and try once more.',
};

/** Told to the window where the server wants a token that is good. */
export const SIGNED_OUT = 'ringback-signed-out';

/** Asks the interface. Throws a {@link Refusal}. */
async function asked(request: Request): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(request);
  } catch {
    throw new Refusal('server-gone', 'Ringback does not answer: is it still running? Start it again as you started it before.');
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => null)) as { code?: string; detail?: string } | null;
  const code = problem?.code ?? 'internal';
  if (code === 'no-token') window.dispatchEvent(new Event(SIGNED_OUT));
  throw new Refusal(code, FOR_PROGRAMS[code] ?? problem?.detail ?? 'The server met a fault of its own: try again.');
}

/** The interface: its routes and what each takes are those of its OpenAPI document. */
export const client = createClient<paths>({ baseUrl: base(), fetch: asked });

/** The document of an answer, of which core knows more than the interface tells. */
export const told = async <T>(answer: Promise<{ data?: unknown }>): Promise<T> => (await answer).data as T;

/** Bytes or a form, sent as they are. */
export const asItIs = <T>(body: T): T => body;

/** All rows of a list that comes in pages; `page` asks for the one after a place. */
export async function all<T>(page: (after: { after?: string }) => Promise<{ data?: unknown; response: Response }>): Promise<T[]> {
  const rows: T[] = [];
  let after: string | undefined;
  do {
    const { data, response } = await page(after === undefined ? {} : { after });
    rows.push(...(data as T[]));
    const next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
    after = next === undefined ? undefined : (new URL(next, location.origin).searchParams.get('after') ?? undefined);
  } while (after !== undefined);
  return rows;
}

/** "?a=b" of what is given. */
export const query = (values: Record<string, string | null | undefined>): string => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] != null);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

/** Shows a token once; the browser comes in by cookie from then on. */
export const signIn = (token: string) => client.POST('/session', { headers: { authorization: `Bearer ${token}` } });

const path = (id: string) => ({ path: { id } });
const ofScript = (scriptId: string | null | undefined) => (scriptId ? { script: scriptId } : {});

/** The server's documents. Every call throws a {@link Refusal}. */
export const api = {
  scripts: () => all<Script>((after) => client.GET('/scripts', { params: { query: after } })),
  saveScript: ({ id, name, text }: Pick<Script, 'id' | 'name' | 'text'>, { last = false } = {}) =>
    told<Script>(client.PUT('/scripts/{id}', { params: path(id), body: { name, text }, keepalive: last && text.length < MOST_AT_LAST })),
  removeScript: (id: string) => client.DELETE('/scripts/{id}', { params: path(id) }),
  takes: (scriptId?: string) =>
    all<TakeSummary>((after) => client.GET('/takes', { params: { query: { ...ofScript(scriptId), ...after } } })),
  take: (id: string) => told<Take>(client.GET('/takes/{id}', { params: path(id) })),
  peaks: (id: string) => told<number[]>(client.GET('/takes/{id}/peaks', { params: path(id) })),
  changeTake: (id: string, change: { name?: string; kept?: boolean }) =>
    told<Take>(client.PATCH('/takes/{id}', { params: path(id), body: change })),
  removeTake: (id: string) => client.DELETE('/takes/{id}', { params: path(id) }),
  hearAgain: (id: string) => told<Take>(client.POST('/takes/{id}/hearing', { params: path(id) })),
  correct: (id: string, transcript: Transcript) =>
    told<Review>(client.PUT('/takes/{id}/transcript', { params: path(id), body: transcript as never })),
  upload: (id: string, name: string, sound: Blob, scriptId: string | null) =>
    told<Take>(
      client.PUT('/takes/{id}/audio', {
        params: { ...path(id), query: { name, ...ofScript(scriptId) } },
        headers: { 'content-type': 'application/octet-stream' },
        body: sound as never,
        bodySerializer: asItIs,
      }),
    ),
  sampleTake: (name: SampleName, id: string, scriptId: string | null) =>
    told<Take>(client.POST('/samples/{name}/takes', { params: { path: { name }, query: { id, ...ofScript(scriptId) } } })),
  sampleScript: (name: SampleName) =>
    told<{ name: string; text: string }>(client.GET('/samples/{name}/script', { params: { path: { name } } })),
  ranking: (scriptId: string) => told<Ranking>(client.GET('/scripts/{id}/ranking', { params: path(scriptId) })),
  briefs: () => all<KeptBrief>((after) => client.GET('/briefs', { params: { query: after } })),
  removeBrief: (id: string) => client.DELETE('/briefs/{id}', { params: path(id) }),
  saveBrief: (id: string, draft: BriefDraft) => told<KeptBrief>(client.PUT('/briefs/{id}', { params: path(id), body: draft as never })),
  findBridges: (form: FormData) => told<FoundBridges>(client.POST('/bridge', { body: form as never, bodySerializer: asItIs })),
  preview: (what: { text: string; tune?: Tune }) => told<Blob>(client.POST('/previews', { body: what, parseAs: 'blob' })),
  model: () => told<ModelState>(client.GET('/model')),
};

/** Where a take's sound is. */
export function soundUrl(id: string, as?: '16k' | '8k-mulaw'): string {
  return `${base()}/takes/${id}/audio.wav${query({ as })}`;
}

/** Where a take's report to share is. */
export function reportUrl(id: string): string {
  return `${base()}/takes/${id}/report.html`;
}

/** The reviewed takes of a script, best first. */
export interface Ranking {
  takes: RankedTake[];
  /** From the last take but one to the last; null when there are fewer than two. In `lost`, `better` is what the earlier one had. */
  change: { from: string; to: string; gained: Difference[]; lost: Difference[] } | null;
}

/** A take in a ranking, with what put it there. */
export interface RankedTake {
  takeId: string;
  rank: number;
  /** Why it is ahead of the next one, most important first. */
  ahead: Difference[];
  behind: Difference[];
  /** The one thing to mend next; null when nothing is left. */
  next: { message: string; fix: string } | null;
  durationSec: number;
  wordsPerMinute: number;
  digitsPerSecond: number | null;
  tips: { id: TipId; status: TipStatus }[];
}

/** A brief in the making, as the server keeps it. */
export interface KeptBrief {
  id: string;
  draft: BriefDraft;
  updatedAt: string;
}

/** What the bridge finder found, with what it survived on the way. */
export type FoundBridges = BridgeReport & { warnings: string[] };
