import type { ReadFact } from '../../documents/message.ts';
import { expandContractions, type Mask, tokenise } from '../tokens/index.ts';
import { countAsks, isAnotherWay } from './count-asks.ts';
import { findBridges } from './moves/bridge.ts';
import { READ_DEFAULTS, type Reading } from './moves/context.ts';
import { findDeadlines } from './moves/deadline.ts';
import { findPeople } from './moves/people.ts';
import { findReplyOptions } from './moves/reply-options.ts';
import { findRequests } from './moves/requests.ts';
import { findTimeBoxes } from './moves/time-box.ts';
import { findTone } from './moves/tone.ts';
import { dropFillers } from './stream/fillers.ts';
import { collapseNames } from './stream/names.ts';
import { createStream } from './stream/stream.ts';
import type { WordList } from './words/lexicon.ts';

/** What the patterns make of each fact. They teach nothing and decide nothing: the calibration weighs them as one clue among others. */
export function patternFacts(text: string, masks: readonly Mask[], wordList: WordList): Record<ReadFact, boolean> {
  const tokens = tokenise(text, masks);
  const stream = createStream(text, collapseNames(dropFillers(expandContractions(tokens)), wordList));
  const reading: Reading = { stream, words: [], options: READ_DEFAULTS };
  const people = findPeople(reading).names;
  const options = findReplyOptions(reading);
  const all = findRequests(reading);
  const requests = all.length > 1 ? all.filter((request) => !isAnotherWay(request, options)) : all;
  const tone = findTone(reading);
  return {
    goal: requests.length > 0 && countAsks(requests) < READ_DEFAULTS.pileOfAsks,
    bridge: findBridges(reading).some(
      (move) => move.kind === 'bridge' && move.tie !== 'false-tie' && move.confidence >= READ_DEFAULTS.bridgeConfidence,
    ),
    obsequious: tone.reduce((sum, move) => sum + ('strength' in move ? move.strength : 0), 0) >= READ_DEFAULTS.grovelling,
    narrowRequest: requests.some(({ narrow }) => narrow) && countAsks(requests) < READ_DEFAULTS.pileOfAsks,
    timeBox: findTimeBoxes(reading).length > 0,
    deadline: findDeadlines(reading).length > 0,
    replyOption: options.length > 0,
    callerName: people.caller !== null,
    recipientName: people.recipient !== null,
  };
}
