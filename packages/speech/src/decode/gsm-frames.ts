/** Bytes of one GSM 06.10 frame in a raw stream: 20 ms. */
export const GSM_FRAME_BYTES = 33;
/** Bytes of two frames as Microsoft packs them in WAV ("WAV49"). */
export const GSM_PAIR_BYTES = 65;

/** Frames that must carry the signature before a headerless stream is believed. House rule: 1 in 16 each by chance. */
const MIN_SIGNED_FRAMES = 10;
/** Bits of each parameter before the sub-frames: eight log-area ratios. */
const LAR_BITS = [6, 6, 5, 5, 4, 4, 3, 3];
const SUBFRAMES = 4;
const PULSES = 13;

/** The quantised parameters of one frame, ETSI EN 300 961 table 1.1. */
export interface GsmFrame {
  logAreaRatios: number[];
  subframes: GsmSubframe[];
}

/** The parameters of 5 ms. */
export interface GsmSubframe {
  lag: number;
  gain: number;
  grid: number;
  blockMaximum: number;
  pulses: number[];
}

/** A raw GSM 06.10 stream has no header, but each 33-byte frame starts with the half-byte 0xD. */
export function isGsmStream(bytes: Uint8Array): boolean {
  const frames = Math.floor(bytes.length / GSM_FRAME_BYTES);
  if (frames < MIN_SIGNED_FRAMES) return false;
  for (let i = 0; i < frames; i += 1) if ((bytes[i * GSM_FRAME_BYTES] ?? 0) >> 4 !== 0xd) return false;
  return true;
}

/** Reads a raw frame: a signature of four bits, then the parameters with their highest bit first. */
export function readGsmFrame(bytes: Uint8Array, at: number): GsmFrame {
  let bit = at * 8 + 4;
  return readParameters((count) => {
    let value = 0;
    for (let i = 0; i < count; i += 1, bit += 1) value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    return value;
  });
}

/** Reads a WAV49 pair: no signature, parameters with their lowest bit first. */
export function readGsmPair(bytes: Uint8Array, at: number): [GsmFrame, GsmFrame] {
  let bit = at * 8;
  const read = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i += 1, bit += 1) value += (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) * 2 ** i;
    return value;
  };
  return [readParameters(read), readParameters(read)];
}

function readParameters(read: (bits: number) => number): GsmFrame {
  return {
    logAreaRatios: LAR_BITS.map((bits) => read(bits)),
    subframes: Array.from({ length: SUBFRAMES }, () => ({
      lag: read(7),
      gain: read(2),
      grid: read(2),
      blockMaximum: read(6),
      pulses: Array.from({ length: PULSES }, () => read(3)),
    })),
  };
}
