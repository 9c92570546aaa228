import { type Duration, durationAt } from '../times/durations.ts';
import { pointAt } from '../times/points.ts';
import { dropHesitations, expandContractions, type Mask, type Token, tokenise } from '../tokens/index.ts';

/** One token as the reader sees it: a word, a stop, or one of the closed classes as a placeholder in capitals. */
export interface ReaderToken extends Token {
  /** Set on a DURATION. */
  duration?: Duration;
}

/** From this ratio of its ends on a range of minutes has no end to it: "fifteen minutes to half an hour". House rule of the label guide. */
export const OPEN_RATIO = 1.8;

/** Minutes: what is longer is a time to answer in ("the next 48 hours"), never the length of a talk. House rule. */
const LONGEST_TALK = 180;

/** The text as the reader sees it: contractions opened, hesitations left out, numbers, addresses, durations and times masked. Linear. */
export function readerTokens(text: string, masks: readonly Mask[]): ReaderToken[] {
  const tokens = dropHesitations(expandContractions(tokenise(text, masks)));
  const out: ReaderToken[] = [];
  let index = 0;
  while (index < tokens.length) {
    const first = tokens[index];
    if (first === undefined) break;
    const duration = durationAt(tokens, index);
    const length = duration?.length ?? pointAt(tokens, index);
    const last = tokens[index + length - 1];
    if (length > 0 && last !== undefined) {
      const place = { capital: false, stop: false, charStart: first.charStart, charEnd: last.charEnd };
      if (duration === undefined || duration.maxMinutes > LONGEST_TALK) out.push({ norm: 'TIME', ...place });
      else out.push({ norm: isOpen(duration) ? 'OPENDURATION' : 'DURATION', ...place, duration });
      index += length;
    } else {
      out.push(first);
      index++;
    }
  }
  return out;
}

const isOpen = ({ minMinutes, maxMinutes }: Duration): boolean => maxMinutes >= minMinutes * OPEN_RATIO && maxMinutes > minMinutes;
