/** Frames of one token: first and one past the last. */
export interface FrameRange {
  first: number;
  end: number;
}

/**
 * Places each token on the sound: mean attention of the heads, normalised per frame across tokens,
 * then the monotone path of highest attention (dynamic time warping).
 * `rows[token][head * frames + frame]`; the result has one range per token, in order, without overlap, covering every frame.
 */
export function alignTokens(rows: readonly Float32Array[], frames: number): FrameRange[] {
  if (rows.length === 0 || frames === 0) return rows.map(() => ({ first: 0, end: 0 }));
  return monotonePath(
    normalisePerFrame(
      rows.map((row) => meanOfHeads(row, frames)),
      frames,
    ),
    frames,
  );
}

function meanOfHeads(row: Float32Array, frames: number): Float64Array {
  const heads = Math.floor(row.length / frames);
  const mean = new Float64Array(frames);
  for (let i = 0; i < heads * frames; i++) mean[i % frames] = (mean[i % frames] ?? 0) + (row[i] ?? 0) / heads;
  return mean;
}

/** Each frame's attention over the tokens gets mean 0 and deviation 1, so that a frame all tokens look at (silence, edges) decides nothing. */
function normalisePerFrame(rows: Float64Array[], frames: number): Float64Array[] {
  for (let frame = 0; frame < frames; frame++) {
    const mean = rows.reduce((sum, row) => sum + (row[frame] ?? 0), 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + ((row[frame] ?? 0) - mean) ** 2, 0) / rows.length;
    const deviation = Math.sqrt(variance) || 1;
    for (const row of rows) row[frame] = ((row[frame] ?? 0) - mean) / deviation;
  }
  return rows;
}

/** Best path that gives every token at least one frame when there are enough frames: each frame stays with its token or moves to the next. */
function monotonePath(scores: readonly Float64Array[], frames: number): FrameRange[] {
  const tokens = scores.length;
  if (frames < tokens)
    return scores.map((_, i) => ({ first: Math.floor((i * frames) / tokens), end: Math.floor(((i + 1) * frames) / tokens) }));
  const moved = new Uint8Array(tokens * frames);
  let best = new Float64Array(tokens).fill(Number.NEGATIVE_INFINITY);
  best[0] = scores[0]?.[0] ?? 0;
  for (let frame = 1; frame < frames; frame++) {
    const now = new Float64Array(tokens);
    for (let token = 0; token < tokens; token++) {
      const stay = best[token] ?? Number.NEGATIVE_INFINITY;
      const move = token > 0 ? (best[token - 1] ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY;
      if (move > stay) moved[token * frames + frame] = 1;
      now[token] = Math.max(stay, move) + (scores[token]?.[frame] ?? 0);
    }
    best = now;
  }
  return readBack(moved, tokens, frames);
}

function readBack(moved: Uint8Array, tokens: number, frames: number): FrameRange[] {
  const ranges: FrameRange[] = Array.from({ length: tokens }, () => ({ first: 0, end: frames }));
  let token = tokens - 1;
  for (let frame = frames - 1; frame > 0 && token > 0; frame--) {
    if (moved[token * frames + frame] !== 1) continue;
    const here = ranges[token];
    const before = ranges[token - 1];
    if (here) here.first = frame;
    if (before) before.end = frame;
    token--;
  }
  return ranges;
}
