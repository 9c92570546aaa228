import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PLAINLY, placesOf } from '@ringback/core';
import { z } from 'zod';

/** Name of the file in the data folder. Without it nothing leaves the machine. */
const MODELS_FILE = 'models.json';

/** Longest wait for a service, seconds: after it the local result stands. House rule. */
const LONGEST_WAIT_SEC = 600;

/** One service that speaks OpenAI's protocol. Strict: a key that is written into the file is refused, not used. */
const serviceSchema = z.strictObject({
  /** Address up to and without "/chat/completions" or "/audio/transcriptions": "https://api.example.com/v1". */
  baseUrl: z.url({ protocol: /^https?$/ }),
  /** Name of the model as the service knows it. */
  model: z.string().min(1).max(200),
  /** Name of the environment variable that holds the key. */
  keyFrom: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .exactOptional(),
  timeoutSec: z.number().min(1).max(LONGEST_WAIT_SEC).exactOptional(),
});

/** The schema of models.json, version 1. Each part that is left out is off. */
export const modelsFileSchema = z.strictObject({
  /** Where an editor finds this schema. Not read. */
  $schema: z.string().exactOptional(),
  modelsVersion: z.literal(1),
  transcription: serviceSchema.exactOptional(),
  chat: serviceSchema.exactOptional(),
});

/** The JSON Schema of models.json (draft 2020-12); docs/models.schema.json is its copy for editors. */
export function modelsJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(modelsFileSchema, { io: 'input' });
}

/** A service that the person has switched on. */
export interface ModelService {
  baseUrl: string;
  model: string;
  apiKey?: string;
  timeoutMs: number;
}

/** The services of this person. */
export interface OwnModels {
  transcription: ModelService | null;
  chat: ModelService | null;
  /** Why the file is not used, in a sentence; null when all is well or there is none. */
  problem: string | null;
}

/** Nothing switched on. */
export const NO_MODELS: OwnModels = { transcription: null, chat: null, problem: null };

/** Seconds a service is waited for unless the file says otherwise. House rule. */
const WAIT_SEC = 60;
const SECOND_MS = 1000;

type Env = Readonly<Record<string, string | undefined>>;
type Entry = z.infer<typeof serviceSchema>;

function serviceOf({ baseUrl, model, keyFrom, timeoutSec = WAIT_SEC }: Entry, env: Env): ModelService {
  const apiKey = keyFrom === undefined ? undefined : env[keyFrom];
  return { baseUrl: baseUrl.replace(/\/+$/, ''), model, timeoutMs: timeoutSec * SECOND_MS, ...(apiKey && { apiKey }) };
}

const off = (problem: string): OwnModels => ({ ...NO_MODELS, problem });

/** Reads models.json of a data folder. A file that is off switches nothing on, and says so; it never stops the server. */
export async function loadOwnModels(dataDir: string, env: Env): Promise<OwnModels> {
  const text = await readFile(join(dataDir, MODELS_FILE), 'utf8').catch(() => null);
  if (text === null) return NO_MODELS;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return off(`${MODELS_FILE} is not JSON, so no service is used.`);
  }
  const parsed = modelsFileSchema.safeParse(value, PLAINLY);
  if (!parsed.success) {
    return off(`${MODELS_FILE} cannot be used (${placesOf(parsed.error, 'file')}), so no service is used.`);
  }
  const { transcription, chat } = parsed.data;
  const unset = [transcription, chat].flatMap((entry) => (entry?.keyFrom && !env[entry.keyFrom] ? [entry.keyFrom] : []));
  if (unset.length > 0) return off(`${MODELS_FILE} takes a key from ${unset[0]}, which is not set, so no service is used.`);
  return { transcription: transcription ? serviceOf(transcription, env) : null, chat: chat ? serviceOf(chat, env) : null, problem: null };
}
