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
import { here } from '../place.ts';
import { Refusal } from './problem.ts';

/** Where the interface is. */
export const base = (): string => `${here().root}api/v1`;

/** Whether the speech model is there. */
export interface ModelState {
  state: 'ready' | 'loading' | 'missing';
  share: number;
  message: string;
}

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
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`${base()}${path}`, init);
  } catch {
    throw new Refusal('server-gone', 'Ringback does not answer: is it still running? Start it again as you started it before.');
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => null)) as { code?: string; detail?: string } | null;
  const code = problem?.code ?? 'internal';
  if (code === 'no-token') window.dispatchEvent(new Event(SIGNED_OUT));
  throw new Refusal(code, FOR_PROGRAMS[code] ?? problem?.detail ?? 'The server met a fault of its own: try again.');
}

/** The JSON of an answer. */
export async function askJson<T>(path: string, init?: RequestInit): Promise<T> {
  return (await (await ask(path, init)).json()) as T;
}

/** All rows of a list that comes in pages. */
async function askAll<T>(path: string): Promise<T[]> {
  const rows: T[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const answer = await ask(next);
    rows.push(...((await answer.json()) as T[]));
    next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1]?.replace(/^.*\/api\/v1/, '');
  }
  return rows;
}

/** A JSON body to send. */
export function jsonBody(method: string, value: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** "?a=b" of what is given. */
export const query = (values: Record<string, string | null | undefined>): string => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] != null);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

/** Shows a token once; the browser comes in by cookie from then on. */
export const signIn = (token: string) => ask('/session', { method: 'POST', headers: { authorization: `Bearer ${token}` } });

/** The server's documents. Every call throws a {@link Refusal}. */
export const api = {
  scripts: () => askAll<Script>('/scripts'),
  saveScript: ({ id, name, text }: Pick<Script, 'id' | 'name' | 'text'>, { last = false } = {}) =>
    askJson<Script>(`/scripts/${id}`, { ...jsonBody('PUT', { name, text }), keepalive: last && text.length < MOST_AT_LAST }),
  removeScript: (id: string) => ask(`/scripts/${id}`, { method: 'DELETE' }),
  takes: (scriptId?: string) => askAll<TakeSummary>(`/takes${query({ script: scriptId })}`),
  take: (id: string) => askJson<Take>(`/takes/${id}`),
  peaks: (id: string) => askJson<number[]>(`/takes/${id}/peaks`),
  changeTake: (id: string, change: { name?: string; kept?: boolean }) => askJson<Take>(`/takes/${id}`, jsonBody('PATCH', change)),
  removeTake: (id: string) => ask(`/takes/${id}`, { method: 'DELETE' }),
  hearAgain: (id: string) => askJson<Take>(`/takes/${id}/hearing`, { method: 'POST' }),
  correct: (id: string, transcript: Transcript) => askJson<Review>(`/takes/${id}/transcript`, jsonBody('PUT', transcript)),
  upload: (id: string, name: string, sound: Blob, scriptId: string | null) =>
    askJson<Take>(`/takes/${id}/audio${query({ name, script: scriptId })}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: sound,
    }),
  sampleTake: (name: string, id: string, scriptId: string | null) =>
    askJson<Take>(`/samples/${name}/takes${query({ id, script: scriptId })}`, { method: 'POST' }),
  sampleScript: (name: string) => askJson<{ name: string; text: string }>(`/samples/${name}/script`),
  ranking: (scriptId: string) => askJson<Ranking>(`/scripts/${scriptId}/ranking`),
  briefs: () => askAll<KeptBrief>('/briefs'),
  removeBrief: (id: string) => ask(`/briefs/${id}`, { method: 'DELETE' }),
  saveBrief: (id: string, draft: BriefDraft) => askJson<KeptBrief>(`/briefs/${id}`, jsonBody('PUT', draft)),
  findBridges: (form: FormData) => askJson<FoundBridges>('/bridge', { method: 'POST', body: form }),
  preview: async (what: { text: string; tune?: Tune }) => (await ask('/previews', jsonBody('POST', what))).blob(),
  model: () => askJson<ModelState>('/model'),
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
