import type { Artifacts } from '@ringback/core';
import { type DecodeLimits, type GatherOptions, gatherSound, type Waveform } from '@ringback/speech';
import { decodeRecording } from '@ringback/speech/node';

/** How a file is gathered. */
export interface FileGatherOptions extends GatherOptions {
  limits?: Partial<DecodeLimits>;
}

/**
 * Gathers all that judging needs from one recording file: decodes it, recognises its words with times, measures the sound.
 * @param bytes The recording as a file holds it; its format is told by the bytes.
 * @throws RingbackError when the bytes are no recording that can be decoded (kind "input"); what breaks on our side comes through as it is.
 */
export async function gatherRecording(
  bytes: Uint8Array,
  options: FileGatherOptions,
): Promise<{ artifacts: Artifacts; waveform: Waveform }> {
  const { limits, signal } = options;
  const sound = await decodeRecording(bytes, { ...(limits && { limits }), ...(signal && { signal }) });
  return { artifacts: await gatherSound(sound, options), waveform: sound.waveform };
}
