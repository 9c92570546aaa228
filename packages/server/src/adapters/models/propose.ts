import { type Brief, type CheckedProposal, checkProposal, checkRewording, parseBrief, type Reader, RingbackError } from '@ringback/core';
import { askChat, type ChatTurn } from './chat.ts';
import type { ModelService } from './models-file.ts';

/** What is proposed for: a plan, or a script that is to be said better. */
export type ProposalFor = { brief: unknown } | { script: string };

/** What came of asking. */
export interface Proposals {
  /** Those that pass every tip they can and say nothing that the person did not. */
  proposals: { text: string }[];
  /** Proposals that are not shown, by why. */
  unshown: { unsaid: number; tips: number };
  /** Name of the model. */
  model: string;
}

/** What the proposer works with. */
export interface ProposerOptions {
  chat: ModelService | null;
  reader: () => Promise<Reader>;
  /** For tests; default the global `fetch`. */
  fetch?: typeof fetch;
}

/** Proposals that are asked for. House rule, as many as the composer writes. */
const WANTED = 3;

const RULES = `You write voicemail messages. Answer with JSON only: {"proposals": ["...", "..."]}, ${WANTED} messages of at most 70 words.
Say nothing that is not given: no fact, name, number, date or praise of your own. Give the caller's and the listener's names, one small question,
the phone number in groups of digits twice, and the other way to answer if there is one. Spell e-mail addresses as "name at example dot com".`;

function turnsFor(what: { brief: Brief } | { script: string }): ChatTurn[] {
  const content =
    'brief' in what ? `All that may be said:\n${JSON.stringify(what.brief)}` : `Say this better, and nothing else:\n${what.script}`;
  return [
    { role: 'system', content: RULES },
    { role: 'user', content },
  ];
}

/** The texts in an answer; empty where it is no such JSON. Services like to wrap it in a fence. */
function textsIn(answer: string): string[] {
  try {
    const { proposals } = JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)) as { proposals?: unknown };
    return Array.isArray(proposals) ? proposals.filter((text): text is string => typeof text === 'string').slice(0, WANTED) : [];
  } catch {
    return [];
  }
}

/**
 * Asks the person's own chat model for scripts or rewordings and lets through what may be shown.
 * @throws RingbackError "no-service" when none is switched on, "remote-failed" when it fails or answers nonsense.
 */
export async function propose(what: ProposalFor, { chat, reader, fetch: ask }: ProposerOptions): Promise<Proposals> {
  if (chat === null) throw new RingbackError('no-service', 'No chat service is switched on: docs/models.md says how.');
  const given = 'brief' in what ? { brief: parseBrief(what.brief) } : what;
  const texts = textsIn(await askChat(chat, turnsFor(given), ask));
  if (texts.length === 0) {
    throw new RingbackError('remote-failed', 'The chat service answered something else than messages. What was made here stands.');
  }
  const trained = await reader();
  const check = (text: string): CheckedProposal =>
    'brief' in given ? checkProposal(text.trim(), given.brief, trained) : checkRewording(text.trim(), given.script, trained);
  const checked = texts.map(check);
  const unfit = checked.filter(({ fit }) => !fit);
  const saysMore = unfit.filter(({ unsaid }) => unsaid.length > 0).length;
  return {
    proposals: checked.filter(({ fit }) => fit).map(({ text }) => ({ text })),
    unshown: { unsaid: saysMore, tips: unfit.length - saysMore },
    model: chat.model,
  };
}
