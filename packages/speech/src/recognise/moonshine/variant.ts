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
