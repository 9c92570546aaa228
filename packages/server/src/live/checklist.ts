import type { ChecklistItem, Review, TipId } from '@ringback/core';

/** What of the things to say was said, for a person who is speaking: states and a few words, no judgement of style. */
export function checklistOf(review: Review): ChecklistItem[] {
  const { facts, message } = review;
  const [number] = message.phoneNumbers;
  const saidTimes = number?.mentions.length ?? 0;
  return [
    { id: 'name', state: facts.callerName ? 'said' : 'open', note: '' },
    { id: 'bridge', state: facts.bridge ? 'said' : 'open', note: '' },
    { id: 'ask', ...ask(review) },
    { id: 'number', ...numberState(review, saidTimes) },
    { id: 'reply-option', state: facts.replyOption ? 'said' : 'open', note: '' },
  ];
}

function ask({ facts, message }: Review): Pick<ChecklistItem, 'state' | 'note'> {
  if (facts.goal && facts.narrowRequest) return { state: 'said', note: '' };
  if (message.moves.some(({ kind }) => kind === 'request')) return { state: 'mind', note: facts.goal ? 'make it smaller' : 'one ask only' };
  return { state: 'open', note: '' };
}

function numberState(review: Review, saidTimes: number): Pick<ChecklistItem, 'state' | 'note'> {
  if (!review.facts.phone) return { state: 'open', note: '' };
  const rate = findingOf(review, 'number')?.measure;
  if (rate !== undefined && rate.unit === 'digits/s') return { state: 'mind', note: 'too fast: slow down, group it' };
  if (saidTimes < 2) return { state: 'mind', note: 'said once: say it again' };
  return { state: 'said', note: '' };
}

function findingOf(review: Review, tip: TipId) {
  const findings = review.tips.find(({ id }) => id === tip)?.findings ?? [];
  return findings.find(({ good, severity, measure }) => !good && severity !== 'hint' && measure !== undefined);
}
