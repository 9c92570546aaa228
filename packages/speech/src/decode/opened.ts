import type { MonoMix } from './mono.ts';

/** What a container says of itself before a codec runs. */
export interface Header {
  /** For example "wav", "mp3", "webm". */
  container: string;
  /** For example "pcm_s16le", "mulaw", "opus". */
  codec: string;
  /** Hz, of the original. */
  sampleRate: number;
  /** Hz of the decoded samples, where the codec always gives the same (Opus: 48,000). */
  decodedRate: number;
  channels: number;
  /** Seconds by the header or by walking the frames; null when only decoding can tell. */
  durationSec: number | null;
  /** Seconds it lasts at least, where `durationSec` is null: what is too long is refused, and room is made, before decoding. */
  leastSec?: number;
  /** What was odd and survived, in plain words. */
  warnings: string[];
  /** Set where the file ends before its recording does, at the latest when it was decoded. */
  cut?: Cut;
}

/** What is known of a recording whose file was cut off. */
export interface Cut {
  /** Seconds of the whole, about; null where nothing tells. */
  wholeSec: number | null;
}

/** A recording whose header was read and whose sound was not yet. */
export interface OpenedRecording {
  header: Header;
  /** Hands every sample to the mix, in order. */
  decode(mix: MonoMix): Promise<void> | void;
}
