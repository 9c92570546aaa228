import { applyEdits, type Edit } from './edit.ts';
import { splitSentences } from './sentences.ts';

/** Words that no sentence ends in. */
const DANGLING =
  /(?:^|\s)(?:a|an|the|and|or|but|so|to|of|for|from|with|about|because|if|when|while|as|than|my|your|our|his|her|their|its|very|really|just|who|which|I|i'm|I'm|I'd|I've|we|is|are|was|were|be|been|would|could|should|will|can)[.?!…]*$/;
/** A sentence that a cut left without its head. */
const HEADLESS = /^(?:[,;:–—-]|\p{Ll}|(?:And|Or|But|So|Because|Which|Who|Than|That|To|Of|With|By) )/u;
/** Fewest words that a sentence which was cut may keep. House rule. */
const FEWEST_WORDS = 2;

const tails = (text: string) => text.match(/[.!?] (?=\p{Ll})/gu)?.length ?? 0;

/** Whether what the edits leave is whole sentences: only those that were not there before are looked at. */
export function readsWell(text: string, edits: readonly Edit[]): boolean {
  // A cut that leaves the tail of a sentence behind the end of another one.
  if (tails(applyEdits(text, edits)) > tails(text)) return false;
  const before = new Set(splitSentences(text).map((sentence) => sentence.text));
  return splitSentences(applyEdits(text, edits))
    .filter((sentence) => !before.has(sentence.text))
    .every(({ text: now }) => {
      const own = edits.some(({ after }) => after.includes(now));
      return (
        own ||
        (!DANGLING.test(now) &&
          !HEADLESS.test(now) &&
          !/[,;:]\s*[,;:.?!]|[.?!]\.(?!\.)\B|^[.?!]/.test(now) &&
          now.split(/\s+/).length >= FEWEST_WORDS)
      );
    });
}
