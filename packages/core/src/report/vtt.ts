import type { Review } from '../documents/review.ts';
import type { Word } from '../documents/transcript.ts';

/** Most characters of one cue, after the usual advice for captions. */
const MAX_CUE_CHARS = 42;
/** Silence after which a new cue begins, in seconds. */
const NEW_CUE_AFTER_SEC = 0.8;

/** The words as WebVTT captions; each timed finding is a note before the cue it falls in. */
export function renderVtt(review: Review): string {
  const notes = review.tips.flatMap((tip) =>
    tip.findings
      .filter((finding) => !finding.good && finding.start !== undefined)
      .map((finding) => ({ at: finding.start ?? 0, text: `${tip.id}: ${finding.message} ${finding.fix}` })),
  );
  notes.sort((a, b) => a.at - b.at);
  const blocks = ['WEBVTT'];
  if (review.source.estimated) blocks.push('NOTE The times are estimated from the text.');
  for (const cue of cuesOf(review.transcript.words)) {
    const [first, last] = [cue[0], cue.at(-1)];
    if (first === undefined || last === undefined) continue;
    while (notes[0] !== undefined && notes[0].at < last.end) blocks.push(`NOTE ${plain(notes.shift()?.text ?? '')}`);
    blocks.push(
      `${stamp(first.start)} --> ${stamp(Math.max(last.end, first.start + 0.001))}\n${escapeCue(cue.map((word) => word.text).join(' '))}`,
    );
  }
  return `${blocks.join('\n\n')}\n`;
}

function cuesOf(words: readonly Word[]): Word[][] {
  const cues: Word[][] = [];
  let chars = 0;
  for (const word of words) {
    const cue = cues.at(-1);
    const previous = cue?.at(-1);
    const full = chars + 1 + word.text.length > MAX_CUE_CHARS;
    const ends = previous !== undefined && (/[.!?]$/.test(previous.text) || word.start - previous.end > NEW_CUE_AFTER_SEC);
    if (cue === undefined || full || ends) {
      cues.push([word]);
      chars = word.text.length;
    } else {
      cue.push(word);
      chars += 1 + word.text.length;
    }
  }
  return cues;
}

/** "00:01:02.500" */
function stamp(sec: number): string {
  const ms = Math.round(sec * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}

function escapeCue(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A note is one line and must not hold an arrow. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('-->', '->').trim();
}
