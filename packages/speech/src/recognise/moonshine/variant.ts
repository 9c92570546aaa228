/** One head of the decoder's attention to the sound. */
export interface AttentionHead {
  layer: number;
  head: number;
  /** Seconds from the beginning of a word to the place this head looks at when the decoder chooses the word. */
  lagSec: number;
}

/** The shape of a Moonshine model. */
export interface MoonshineVariant {
  id: 'tiny' | 'base';
  layers: number;
  /** Attention heads in each layer. */
  headCount: number;
  /** Width of one head. */
  headSize: number;
  /** Heads that look near the beginning of a word when it is chosen; in the order of the layers. */
  heads: readonly AttentionHead[];
}

/** Sample rate of the model's input in Hz. */
export const MODEL_RATE = 16_000;
/** Samples per frame of the encoder: strides 64, 3 and 2 of its three convolutions. */
export const FRAME_SAMPLES = 384;
/** Frames per second of the encoder's output, about 41.7. */
export const FRAME_RATE = MODEL_RATE / FRAME_SAMPLES;

/** Moonshine Tiny. Heads and lags: the smallest spread of 48 heads on digits with exact times and on synthetic speech. */
export const TINY: MoonshineVariant = {
  id: 'tiny',
  layers: 6,
  headCount: 8,
  headSize: 36,
  heads: [
    { layer: 3, head: 0, lagSec: 0.02 },
    { layer: 3, head: 1, lagSec: -0.02 },
    { layer: 4, head: 0, lagSec: -0.033 },
    { layer: 4, head: 3, lagSec: 0.078 },
    { layer: 4, head: 6, lagSec: 0.02 },
  ],
};

const BASE_LAYERS = 8;
const BASE_HEADS = 8;

/**
 * Moonshine Base. Its heads were never measured (its weights were not at hand), so the times come from the mean of all heads of the
 * upper half of the layers. The same rule on Tiny: digits 0.008 s off in the median and 0.018 s at the 90th percentile, words 0.048
 * and 0.157 s (five chosen heads: 0.008 and 0.016, 0.028 and 0.229 s).
 */
export const BASE: MoonshineVariant = {
  id: 'base',
  layers: BASE_LAYERS,
  headCount: BASE_HEADS,
  headSize: 52,
  heads: Array.from({ length: (BASE_LAYERS / 2) * BASE_HEADS }, (_, i) => ({
    layer: BASE_LAYERS / 2 + Math.floor(i / BASE_HEADS),
    head: i % BASE_HEADS,
    lagSec: 0,
  })),
};
