import { RingbackError, type Transcript, type Word } from '@ringback/core';
import { encodeWav } from '../../signal/encode-wav.ts';
import { resample } from '../../signal/resample.ts';
import { durationOf, type Waveform } from '../../signal/waveform.ts';
import type { RecogniseOptions, Recogniser } from '../recogniser.ts';

/** A service that the person has switched on; nothing is sent anywhere without one. */
export interface TranscriptionService {
  /** Address of the API up to and without "/audio/transcriptions", for example "http://localhost:8000/v1". */
  baseUrl: string;
  /** Name of the model as the service knows it. */
  model: string;
  /** Sent as a bearer token when given. */
  apiKey?: string;
  /** Milliseconds after which the service is given up; default 120,000. */
  timeoutMs?: number;
  /** For tests; default the global `fetch`. */
  fetch?: typeof fetch;
}

const DEFAULT_TIMEOUT_MS = 120_000;
/** What speech services are trained on; more only takes longer to send. */
const SENT_RATE = 16_000;

/** A word as the service returns it. */
interface RemoteWord {
  word: string;
  start: number;
  end: number;
}

/**
 * Any service that speaks OpenAI's `/v1/audio/transcriptions` with word times (`verbose_json`, `timestamp_granularities[]=word`).
 * The recording leaves this machine: use it only where the person has configured it.
 * Throws "remote-failed" when the service does not answer or not as asked, "not-understood" when it hears nothing in sound.
 */
export function remoteRecogniser(service: TranscriptionService): Recogniser {
  return {
    capabilities: { id: `remote:${service.model}`, remote: true, languages: ['en'], wordTimes: true, digitTimes: false, confidence: false },
    recognise: (waveform, options = {}) => recognise(service, waveform, options),
    async close() {},
  };
}

async function recognise(service: TranscriptionService, waveform: Waveform, { signal, onProgress }: RecogniseOptions): Promise<Transcript> {
  signal?.throwIfAborted();
  if (waveform.samples.every((sample) => sample === 0)) return { text: '', words: [] };
  const words = await ask(service, await resample(waveform, SENT_RATE), signal);
  onProgress?.(1);
  if (words.length === 0) {
    throw new RingbackError('not-understood', 'The speech service heard no words in the recording: record again closer to the microphone.');
  }
  return transcriptOf(words, durationOf(waveform));
}

async function ask(service: TranscriptionService, sound: Waveform, signal: AbortSignal | undefined): Promise<RemoteWord[]> {
  const body = new FormData();
  body.append('file', new Blob([encodeWav(sound)], { type: 'audio/wav' }), 'recording.wav');
  body.append('model', service.model);
  body.append('response_format', 'verbose_json');
  body.append('timestamp_granularities[]', 'word');
  const timeout = AbortSignal.timeout(service.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    const response = await (service.fetch ?? fetch)(`${service.baseUrl.replace(/\/+$/, '')}/audio/transcriptions`, {
      method: 'POST',
      body,
      headers: service.apiKey === undefined ? {} : { authorization: `Bearer ${service.apiKey}` },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return wordsIn(await response.json());
  } catch (error) {
    signal?.throwIfAborted();
    throw new RingbackError(
      'remote-failed',
      'The speech service did not give words with times: check its address, key and model, or use the local model.',
      {
        cause: error,
      },
    );
  }
}

/** Checked, since it comes from outside. */
function wordsIn(answer: unknown): RemoteWord[] {
  const words = typeof answer === 'object' && answer !== null && 'words' in answer ? answer.words : undefined;
  if (!Array.isArray(words)) throw new Error('no words in the answer');
  return words.map((word: unknown) => {
    const { word: text, start, end } = (word ?? {}) as Partial<RemoteWord>;
    if (typeof text !== 'string' || !Number.isFinite(start) || !Number.isFinite(end)) throw new Error('a word without text or time');
    return { word: text.trim(), start: Number(start), end: Number(end) };
  });
}

/** Some services return several words at once; they share the time evenly. */
function singleWords({ word, start, end }: RemoteWord): RemoteWord[] {
  const pieces = word.split(/\s+/).filter((piece) => piece.length > 0);
  const step = (end - start) / Math.max(1, pieces.length);
  return pieces.map((piece, i) => ({ word: piece, start: start + i * step, end: start + (i + 1) * step }));
}

/** Words in order, within the recording; the text is theirs, since the service's own may differ from them in punctuation. */
function transcriptOf(remote: readonly RemoteWord[], durationSec: number): Transcript {
  let text = '';
  let last = 0;
  const words: Word[] = [];
  for (const { word, start, end } of remote.flatMap(singleWords)) {
    const charStart = text.length === 0 ? 0 : text.length + 1;
    text = text.length === 0 ? word : `${text} ${word}`;
    const from = Math.min(durationSec, Math.max(last, start));
    words.push({
      text: word,
      start: from,
      end: Math.min(durationSec, Math.max(from, end)),
      charStart,
      charEnd: text.length,
      confidence: 1,
      method: 'aligned',
    });
    last = from;
  }
  return { text, words };
}
