import { applyFilter, type Filter, highPass, lowPass } from '../signal/filter.ts';
import { throughMuLaw } from '../signal/g711.ts';

/** Hz: the rate of a telephone line. */
export const LINE_RATE = 8_000;
/** Hz: the band of a telephone line (ITU-T G.712). */
export const LINE_BAND = { lowHz: 300, highHz: 3_400 } as const;
/** Order of each edge of the band: 24 dB an octave. */
const BAND_ORDER = 4;

/** The band-pass of a telephone line at {@link LINE_RATE}. */
export function lineBand(): Filter {
  return [...highPass(BAND_ORDER, LINE_BAND.lowHz, LINE_RATE), ...lowPass(BAND_ORDER, LINE_BAND.highHz, LINE_RATE)];
}

/** The lines that can be simulated: a landline or voice over IP, a GSM call, a call over a later mobile network. */
export const PHONE_LINES = ['g711', 'gsm', 'amr'] as const;

/** One of {@link PHONE_LINES}. */
export type PhoneLineId = (typeof PHONE_LINES)[number];

/** The name of each line's codec in a result's `method`. */
export const PHONE_LINE_NAMES: Readonly<Record<PhoneLineId, string>> = {
  g711: 'G.711 mu-law',
  gsm: 'GSM 6.10',
  amr: 'AMR-NB 12.2',
};

/** A telephone line: what it makes of samples at {@link LINE_RATE}. */
export interface PhoneLine {
  /** For the result's `method`, such as "G.711 mu-law". */
  name: string;
  /** As many samples as were given, at the same times. */
  carry(samples: Float32Array, signal?: AbortSignal): Promise<Float32Array>;
}

/** Band 300 to 3400 Hz, then G.711 mu-law. */
export function muLawLine(): PhoneLine {
  const band = lineBand();
  return { name: PHONE_LINE_NAMES.g711, carry: async (samples) => throughMuLaw(applyFilter(band, samples)) };
}
