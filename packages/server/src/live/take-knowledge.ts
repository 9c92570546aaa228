import { type KnownWords, type Review, type ReviewSettings, spokenText, termsOfBrief } from '@ringback/core';
import type { MeantWords } from '../ports/hearing.ts';
import type { BriefStore, ScriptStore, TakeStore } from '../ports/stores.ts';

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

/** Briefs whose names may come up in a take without a script: the latest ones. House rule. */
const BRIEFS_IN_MIND = 3;
/** Takes whose corrections are known. House rule. */
const CORRECTED_IN_MIND = 50;

/** Where what is known before a take is heard is kept. */
export interface WordStores {
  takes: Pick<TakeStore, 'corrections'>;
  scripts: ScriptStore;
  briefs: Pick<BriefStore, 'list'>;
}

/** What is known of the words of a take before it is heard: its script, else names of the latest plans and what was put right before. */
export async function meantWords(stores: WordStores, scriptId: string | null): Promise<MeantWords> {
  const script = await scriptText(stores.scripts, scriptId);
  return script === null ? { script, known: await knownWords(stores) } : { script };
}

async function knownWords({ takes, briefs }: WordStores): Promise<KnownWords> {
  const latest = await briefs.list({ limit: BRIEFS_IN_MIND });
  return {
    terms: [...new Set(latest.flatMap(({ draft }) => termsOfBrief(draft)))],
    corrections: await takes.corrections(CORRECTED_IN_MIND),
  };
}

/** The words that were to be said in a take of this script; null where there is none any more. */
export async function scriptText(scripts: ScriptStore, scriptId: string | null): Promise<string | null> {
  const script = scriptId === null ? null : await scripts.find(scriptId);
  return script && spokenText(script.text, { name: script.name });
}
