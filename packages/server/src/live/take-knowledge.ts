import { type Review, type ReviewSettings, spokenText } from '@ringback/core';
import type { ScriptStore, TakeStore } from '../ports/stores.ts';

const SECONDS_PER_MINUTE = 60;

/** What is known of the speaker from other takes of the same script. */
export async function reviewOptions(takes: TakeStore, id: string): Promise<ReviewSettings> {
  const take = await takes.find(id);
  if (take?.scriptId == null) return {};
  const others = await takes.deliveriesOf(take.scriptId, id);
  if (others.length === 0) return {};
  const pace = paceOf(others);
  return { otherTakes: others, ...(pace !== null && { paceWordsPerMinute: pace }) };
}

function paceOf(deliveries: readonly Review['delivery'][]): number | null {
  const words = deliveries.reduce((sum, { wordsPerMinute, durationSec }) => sum + (wordsPerMinute * durationSec) / SECONDS_PER_MINUTE, 0);
  const seconds = deliveries.reduce((sum, { durationSec }) => sum + durationSec, 0);
  return seconds > 0 ? (words * SECONDS_PER_MINUTE) / seconds : null;
}

/** The words that were to be said in a take of this script; null where there is none any more. */
export async function scriptText(scripts: ScriptStore, scriptId: string | null): Promise<string | null> {
  const script = scriptId === null ? null : await scripts.find(scriptId);
  return script && spokenText(script.text, { name: script.name });
}
