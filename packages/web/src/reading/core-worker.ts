import {
  type BriefDraft,
  composeScripts,
  type MissingPart,
  missingParts,
  openReader,
  parseBrief,
  proposeRewrites,
  type Reader,
  RingbackError,
  review,
  scriptArtifacts,
} from '@ringback/core';
import weightsUrl from '@ringback/core/reader.bin?url';
import type { CoreAnswer, CoreQuestion, TimedComposition } from './core-messages.ts';

let opening: Promise<Reader> | undefined;

self.onmessage = async ({ data }: MessageEvent<CoreQuestion>) => {
  opening ??= fetchReader();
  try {
    self.postMessage(answerTo(data, await opening));
  } catch {
    opening = undefined;
    self.postMessage({
      kind: 'refusal',
      turn: data.turn,
      message: 'The reader could not be loaded: is the server still running? Type on to try again.',
    });
  }
};

/** The trained reader, from the same server as the page. */
async function fetchReader(): Promise<Reader> {
  const answer = await fetch(weightsUrl);
  if (!answer.ok) throw new Error(`weights: ${answer.status}`);
  return openReader(new Uint8Array(await answer.arrayBuffer()));
}

function answerTo(question: CoreQuestion, reader: Reader): CoreAnswer {
  const { turn } = question;
  try {
    if (question.kind === 'review') return { kind: 'review', turn, review: reviewed(question.text, reader) };
    if (question.kind === 'rewrite') {
      const { rewrites, needs } = proposeRewrites(question.text, { review: { reader } });
      return { kind: 'rewrites', turn, rewrites, needs };
    }
    return composed(turn, question.draft, question.seed, reader);
  } catch (error) {
    if (error instanceof RingbackError) return { kind: 'refusal', turn, message: error.message };
    return { kind: 'refusal', turn, message: 'This could not be read because of a fault on our side.' };
  }
}

const scriptOf = (text: string) => scriptArtifacts(text, { name: 'script' });
const reviewed = (text: string, reader: Reader) => review(scriptOf(text), { reader });

function composed(turn: number, draft: BriefDraft, seed: number, reader: Reader): CoreAnswer {
  try {
    return { kind: 'composition', turn, ...scriptsFrom(draft, seed, reader), badNumber: false };
  } catch (error) {
    if (!(error instanceof RingbackError)) throw error;
    // One field that cannot be used must not keep back what the others say.
    if (error.code === 'bad-number')
      return { kind: 'composition', turn, ...scriptsFrom({ ...draft, numbers: [] }, seed, reader), badNumber: true };
    return { kind: 'refusal', turn, message: 'No script can be made of this yet: look at what is filled in.' };
  }
}

function scriptsFrom(draft: BriefDraft, seed: number, reader: Reader): { missing: MissingPart[]; composition: TimedComposition | null } {
  const missing = missingParts(draft);
  if (missing.some(({ needed }) => needed)) return { missing, composition: null };
  const composition = composeScripts(parseBrief(draft), { reader, seed });
  const scripts = composition.scripts.map((script) => ({ ...script, seconds: scriptOf(script.text).source.durationSec }));
  return { missing, composition: { ...composition, scripts } };
}
