import type { ScriptDifference } from '../documents/following.ts';
import type { Word } from '../documents/transcript.ts';
import { type DifferingWords, likenessOf } from './align.ts';
import { piecesOf } from './pieces.ts';
import type { FollowingThresholds } from './thresholds.ts';

/** The words of a difference on both sides; either may be empty. */
export interface BothSides {
  script: readonly Word[];
  heard: readonly Word[];
}

/** So many times more words in the script than were said are a part left out, whatever was said at its edges. House rule. */
const MANY_TIMES = 3;

/** What kind of difference it is. */
export function kindOf({ script, heard }: BothSides): ScriptDifference['kind'] {
  if (script.length === 0) return 'added';
  return script.length >= MANY_TIMES * heard.length && script.length > MANY_TIMES ? 'left-out' : 'otherwise';
}

/** Words without a meaning of their own: another one in their place is no difference that anybody minds. */
const SLIGHT = new Set(
  ('a an the and or but so if that this these those there here it its i me my you your he she him her his we us our they them their to of in on at by for ' +
    'from with as is am are was were be been do does did have has had will would can could may might should just well then now also again please up out ' +
    'not s t d m ll ve re um uh er oh ok yes no').split(' '),
);

/** Whether a difference is surely one, so that it may be told. `place` is where the heard words are among `words`. */
export function sureOf(
  kind: ScriptDifference['kind'],
  both: BothSides,
  words: readonly Word[],
  place: DifferingWords,
  thresholds: FollowingThresholds,
): boolean {
  const [script, heard] = [piecesOf(both.script), piecesOf(both.heard)];
  if (kind === 'added') return both.heard.length >= thresholds.addedWords && meanConfidence(both.heard) >= thresholds.heardFrom;
  if ([...script, ...heard].some(({ numeral }) => numeral) && heard.length > 0) {
    const [written, said] = [script, heard].map((pieces) => pieces.filter(({ numeral }) => numeral).map(({ norm }) => norm));
    if (written?.join() !== said?.join()) return sureOfDigits(written ?? [], said ?? [], both.heard, thresholds);
  }
  if (script.every(({ norm }) => SLIGHT.has(norm))) return false;
  if (kind === 'left-out' && both.script.length < thresholds.leftOutWords) return false;
  const weighed = weighedAt(words, place);
  if (weighed !== null) {
    const { log, tokens } = weighed;
    if (log > -(thresholds.against + thresholds.againstPerToken * tokens)) return false;
    return kind === 'left-out' || meanConfidence(both.heard) >= thresholds.heardFrom;
  }
  // Nothing was weighed: the words were put right by hand, or an engine heard them that cannot weigh.
  if (words.some(({ refused }) => refused !== undefined)) return false;
  if (kind === 'left-out') return true;
  const [a, b] = [script, heard].map((pieces) => pieces.map(({ norm }) => norm).join(''));
  return meanConfidence(both.heard) >= thresholds.heardFrom && likenessOf(a ?? '', b ?? '') <= thresholds.likeAtMost;
}

/** A digit that is said otherwise is told where every digit was heard well; one digit too few or too many may be the ear's fault. */
function sureOfDigits(written: readonly string[], said: readonly string[], heard: readonly Word[], thresholds: FollowingThresholds): boolean {
  if (written.length !== said.length) return false;
  const confidences = heard.flatMap(({ digits, confidence }) => digits?.map((digit) => digit.confidence ?? confidence) ?? [confidence]);
  return Math.min(...confidences) >= thresholds.heardFrom;
}

function meanConfidence(words: readonly Word[]): number {
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length);
}

/** What the sound says against the script's words, over all that was weighed there; null where nothing was. */
function weighedAt(words: readonly Word[], { heard }: DifferingWords): { log: number; tokens: number } | null {
  const near = words.slice(Math.max(0, heard.from - 1), heard.to + 1).flatMap(({ refused }, i) => {
    const index = Math.max(0, heard.from - 1) + i;
    if (refused === undefined) return [];
    const belongs = index < heard.from ? refused.place === 'after' : index >= heard.to ? refused.place === 'before' : true;
    return belongs ? [refused] : [];
  });
  if (near.length === 0) return null;
  return { log: near.reduce((sum, { log }) => sum + log, 0), tokens: near.reduce((sum, { tokens }) => sum + tokens, 0) };
}
