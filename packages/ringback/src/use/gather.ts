import type { Artifacts } from '@ringback/core';
import { type DecodeLimits, type GatherOptions, gatherSound, type RawFormat, type Waveform } from '@ringback/speech';
import { decodeRecording } from '@ringback/speech/node';

/** How a file is gathered. */
export interface FileGatherOptions extends GatherOptions {
  limits?: Partial<DecodeLimits>;
  /** What the file is where it has no header and its name does not say. */
  raw?: RawFormat;
}

/**
 * Gathers all that judging needs from one recording file: decodes it, recognises its words with times, measures the sound.
 * @param bytes The recording as a file holds it; its format is told by the bytes, and by its name only where they have no header.
 * @throws RingbackError when the bytes are no recording that can be decoded (kind "input"); what breaks on our side comes through as it is.
 */
export async function gatherRecording(
  bytes: Uint8Array,
  options: FileGatherOptions,
): Promise<{ artifacts: Artifacts; waveform: Waveform }> {
  const { name, raw, limits, signal } = options;
  const sound = await decodeRecording(bytes, { name, ...(raw && { raw }), ...(limits && { limits }), ...(signal && { signal }) });
  return { artifacts: await gatherSound(sound, options), waveform: sound.waveform };
}
