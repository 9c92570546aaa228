import { RingbackError } from '@ringback/core';
import { z } from 'zod';
import type { ModelService } from './models-file.ts';

/** One turn of a talk with a chat service. */
export interface ChatTurn {
  role: 'system' | 'user';
  content: string;
}

/** Largest answer that is read, characters. House rule: three voicemails are a fiftieth of it. */
const LARGEST_ANSWER = 100_000;

const answerSchema = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/**
 * Asks any service that speaks OpenAI's `/chat/completions`. What is in the turns leaves this machine: only where the person switched it on.
 * @throws RingbackError "remote-failed" when it does not answer in time, refuses, or answers otherwise than asked.
 */
export async function askChat(service: ModelService, turns: readonly ChatTurn[], ask: typeof fetch = fetch): Promise<string> {
  try {
    const response = await ask(`${service.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(service.apiKey && { authorization: `Bearer ${service.apiKey}` }) },
      body: JSON.stringify({ model: service.model, messages: turns }),
      signal: AbortSignal.timeout(service.timeoutMs),
      // A key must not follow where another address points.
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const text = await response.text();
    if (text.length > LARGEST_ANSWER) throw new Error('an answer without end');
    return answerSchema.parse(JSON.parse(text)).choices[0]?.message.content ?? '';
  } catch (cause) {
    throw new RingbackError(
      'remote-failed',
      'The chat service gave no answer that can be used: check its address, key and model in models.json. What was made here stands.',
      { cause },
    );
  }
}
