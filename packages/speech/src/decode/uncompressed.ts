import { badHeader, damaged } from './failures.ts';
import type { OpenedRecording } from './opened.ts';
import { bytesPerSample, decodePcm, type PcmCoding } from './pcm.ts';

/** Uncompressed samples found in some container. */
export interface Uncompressed {
  container: string;
  data: Uint8Array;
  coding: PcmCoding;
  channels: number;
  sampleRate: number;
}

/** Opens uncompressed samples. Throws `bad-header` for no channels or no rate, `damaged` for no samples. */
export function openPcm({ container, data, coding, channels, sampleRate }: Uncompressed): OpenedRecording {
  if (channels === 0) throw badHeader(container, 'claims no channel at all');
  if (!(sampleRate > 0)) throw badHeader(container, 'claims a sample rate of 0 Hz');
  if (data.length === 0) throw damaged(container);
  return {
    header: {
      container,
      codec: coding === 'mulaw' || coding === 'alaw' ? coding : `pcm_${coding}`,
      sampleRate,
      decodedRate: sampleRate,
      channels,
      durationSec: Math.floor(data.length / (bytesPerSample(coding) * channels)) / sampleRate,
      warnings: [],
    },
    decode: (mix) => decodePcm(data, coding, channels, mix),
  };
}
