/** One head of the decoder's attention to the sound. */
export interface AttentionHead {
  layer: number;
  head: number;
}

/** The shape of a Moonshine model. */
export interface MoonshineVariant {
  id: 'tiny' | 'base';
  layers: number;
  /** Attention heads in each layer. */
  headCount: number;
  /** Width of one head. */
  headSize: number;
  /** Heads whose attention runs forward through the sound as the words do; their mean gives the times. */
  heads: readonly AttentionHead[];
}

/** Sample rate of the model's input in Hz. */
export const MODEL_RATE = 16_000;
/** Samples per frame of the encoder: strides 64, 3 and 2 of its three convolutions. */
export const FRAME_SAMPLES = 384;
/** Frames per second of the encoder's output, about 41.7. */
export const FRAME_RATE = MODEL_RATE / FRAME_SAMPLES;

/** Moonshine Tiny. The heads are those whose attention is monotone on read speech and on spoken digits. */
export const TINY: MoonshineVariant = {
  id: 'tiny',
  layers: 6,
  headCount: 8,
  headSize: 36,
  heads: [
    { layer: 2, head: 1 },
    { layer: 3, head: 0 },
    { layer: 3, head: 1 },
    { layer: 3, head: 5 },
    { layer: 4, head: 3 },
    { layer: 4, head: 6 },
  ],
};
