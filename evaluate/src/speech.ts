import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSherpa } from '@ringback/bench/sherpa';
import { RingbackError } from '@ringback/core';
import { resample, type Waveform } from '@ringback/speech';
import { createMoonshine, createSpeechDetector, modelsFolder } from '@ringback/speech/node';
import { hear, readWaveform } from './hearing.ts';
import { type Judged, reliabilityTable } from './reliability.ts';
import { type Section, type SectionContext, table } from './section.ts';
import { telephone } from './telephone.ts';
import { alignWords, type ComparedWord, compared, comparedText, errorsIn, quantile, seconds } from './wording.ts';

/** One line of `speech/manifest.jsonl`, as far as it is measured. */
interface SpeechRecording {
  file: string;
  kind: string;
  transcript: string | null;
  transcriptQuality: string;
  wordTimings?: { word: string; start: number; end: number }[];
}

/** What was heard in one recording, once as it is and once through a telephone line. */
interface SpeechResult {
  recording: SpeechRecording;
  group: string;
  reference: string[];
  ours: ComparedWord[];
  peer: string[];
}

const TELEPHONE_GROUP = 'telephone line (made from all above: 300 to 3400 Hz, 8 kHz mu-law)';

/** Real speech: word errors beside the peer with the same weights, word times, empty transcripts, confidence. */
export const speechSection: Section = {
  name: 'speech',
  title: 'Words and their times',
  async run(context) {
    const unread: string[] = [];
    const results = await measure(context, unread);
    const referenced = results.filter(({ reference }) => reference.length > 0);
    const groups = [...new Set(referenced.map(({ group }) => group))];
    const rows = groups.map((group) => {
      const some = referenced.filter((result) => result.group === group);
      const words = some.reduce((sum, { reference }) => sum + reference.length, 0);
      const ours = some.reduce(
        (sum, result) =>
          sum +
          errors(
            result,
            result.ours.map(({ text }) => text),
          ),
        0,
      );
      const peer = some.reduce((sum, result) => sum + errors(result, result.peer), 0);
      return [group, some.length, words, percent(ours / words), percent(peer / words)];
    });
    const empty = results.filter(({ ours }) => ours.length === 0);
    const peerEmpty = results.filter(({ peer }) => peer.length === 0);
    const starts = results.flatMap(startErrors);
    return [
      table(['group', 'recordings', 'words', 'word error rate', 'of sherpa-onnx'], rows),
      unread.length === 0 ? '' : `Not read: ${unread.join(', ')}.`,
      `Recordings without words: ${empty.length} of ${results.length} (sherpa-onnx: ${peerEmpty.length}).${empty.map(({ recording, group }) => ` ${recording.file} (${group})`).join(',')}`,
      `Word start error on recordings with word times (${starts.length} words): median ${seconds(quantile(starts, 0.5))} s, 90th percentile ${seconds(quantile(starts, 0.9))} s.`,
      'Confidence of words:',
      reliabilityTable(referenced.flatMap(judged)),
    ].join('\n\n');
  },
};

async function measure({ dataFolder, signal, progress }: SectionContext, unread: string[]): Promise<SpeechResult[]> {
  const folder = join(dataFolder, 'speech');
  const lines = (await readFile(join(folder, 'manifest.jsonl'), 'utf8')).split('\n').filter((line) => line.trim().length > 0);
  const [recogniser, detector] = await Promise.all([createMoonshine(), createSpeechDetector()]);
  const sherpa = await openSherpa(modelsFolder(process.env));
  const results: SpeechResult[] = [];
  const listen = async (recording: SpeechRecording, group: string, waveform: Waveform) => {
    progress(`${recording.file} ${group}`);
    results.push({
      recording,
      group,
      reference: comparedText(recording.transcript ?? ''),
      ours: compared((await hear(recogniser, waveform, signal, detector)).words),
      peer: comparedText(sherpa.recognise((await resample(waveform, 16_000)).samples)),
    });
  };
  for (const line of lines) {
    const recording = JSON.parse(line) as SpeechRecording;
    const waveform = await readWaveform(join(folder, recording.file), signal).catch((error: unknown) => {
      if (!(error instanceof RingbackError)) throw error;
      unread.push(`${recording.file} (${error.code})`);
      return null;
    });
    if (waveform === null) continue;
    await listen(recording, groupOf(recording), waveform);
    if (recording.transcript !== null) await listen(recording, TELEPHONE_GROUP, await telephone(waveform));
  }
  await Promise.all([recogniser.close(), detector.close()]);
  return results;
}

function groupOf({ kind }: SpeechRecording): string {
  return kind.split(/[,;:]/)[0] ?? kind;
}

/** The reference of one recording is only its opening. */
function stopsEarly({ recording }: SpeechResult): boolean {
  return recording.transcriptQuality.startsWith('opening');
}

function errors(result: SpeechResult, heard: readonly string[]): number {
  return errorsIn(alignWords(result.reference, heard, stopsEarly(result)), result.reference, heard);
}

function startErrors({ recording, ours, group }: SpeechResult): number[] {
  const timings = recording.wordTimings;
  if (!timings || group === TELEPHONE_GROUP) return [];
  const reference = timings.map(({ word }) => comparedText(word).join(' '));
  const heard = ours.map(({ text }) => text);
  return alignWords(reference, heard).flatMap(([r, h]) => {
    if (r === null || h === null || reference[r] !== heard[h]) return [];
    const error = Math.abs((ours[h]?.start ?? Number.NaN) - (timings[r]?.start ?? Number.NaN));
    return Number.isFinite(error) ? [error] : [];
  });
}

function judged(result: SpeechResult): Judged[] {
  const heard = result.ours.map(({ text }) => text);
  const pairs = alignWords(result.reference, heard, stopsEarly(result));
  return pairs.flatMap(([r, h]) => {
    if (h === null) return [];
    return [{ confidence: result.ours[h]?.confidence ?? 0, right: r !== null && result.reference[r] === heard[h] }];
  });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
