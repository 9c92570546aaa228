/** Independent normal beliefs about the coefficients. */
export interface LogisticPrior {
  mean: Float64Array;
  /** 1 / variance. */
  precision: Float64Array;
}

/** One message with what came of it. */
export interface Example {
  features: Float64Array;
  returned: boolean;
  /** How many such examples this one stands for. Default 1. */
  times?: number;
}

/** The coefficients after the examples: a normal distribution around the mode (Laplace's approximation). */
export interface LogisticPosterior {
  mode: Float64Array;
  /** Lower triangular factor of the precision at the mode, row by row. */
  factor: Float64Array;
}

const MOST_STEPS = 50;
/** Newton's decrement, squared: the mode is then within a hundredth of a standard deviation. */
const SMALLEST_STEP = 1e-4;

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Cholesky's factor of a symmetric positive definite matrix, row by row. */
function factorOf(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k += 1) rest -= (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0);
      factor[row * size + column] = row === column ? Math.sqrt(rest) : rest / (factor[column * size + column] ?? 1);
    }
  }
  return factor;
}

/** Solves `factor x = right`. */
function forward(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const solved = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let rest = right[row] ?? 0;
    for (let k = 0; k < row; k += 1) rest -= (factor[row * size + k] ?? 0) * (solved[k] ?? 0);
    solved[row] = rest / (factor[row * size + row] ?? 1);
  }
  return solved;
}

/** Solves `factor' x = right`. */
function backward(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const solved = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = right[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) rest -= (factor[k * size + row] ?? 0) * (solved[k] ?? 0);
    solved[row] = rest / (factor[row * size + row] ?? 1);
  }
  return solved;
}

/** Slope and precision (lower triangle) of the log posterior at a point. */
function slopeAt(
  point: Float64Array,
  examples: readonly Example[],
  prior: LogisticPrior,
): { slope: Float64Array; precision: Float64Array } {
  const size = point.length;
  const slope = Float64Array.from(point, (value, i) => (prior.precision[i] ?? 0) * ((prior.mean[i] ?? 0) - value));
  const precision = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) precision[i * size + i] = prior.precision[i] ?? 0;
  for (const { features, returned, times = 1 } of examples) {
    const chance = logistic(dot(point, features));
    const spread = times * chance * (1 - chance);
    const error = times * ((returned ? 1 : 0) - chance);
    for (let i = 0; i < size; i += 1) {
      const x = features[i] ?? 0;
      slope[i] = (slope[i] ?? 0) + error * x;
      const scaled = spread * x;
      for (let j = 0; j <= i; j += 1) precision[i * size + j] = (precision[i * size + j] ?? 0) + scaled * (features[j] ?? 0);
    }
  }
  return { slope, precision };
}

/**
 * Bayesian logistic regression by Laplace's approximation (MacKay 1992; Bishop 2006, 4.4): Newton's method to the mode, the curvature
 * there as the spread. The log posterior is concave, so steps from near a mode lead to it; each is halved until it no longer overshoots.
 * @param start Where to begin, such as the mode for fewer examples; the prior's mean by default.
 */
export function fitLogistic(examples: readonly Example[], prior: LogisticPrior, start: Float64Array = prior.mean): LogisticPosterior {
  const size = prior.mean.length;
  let mode = Float64Array.from(start);
  let at = slopeAt(mode, examples, prior);
  let factor = factorOf(at.precision, size);
  for (let turn = 0; turn < MOST_STEPS; turn += 1) {
    let step = backward(factor, forward(factor, at.slope));
    const length = dot(step, at.slope);
    if (length < SMALLEST_STEP) break;
    let next = mode.map((value, i) => value + (step[i] ?? 0));
    let there = slopeAt(next, examples, prior);
    // Along the step the slope falls from `length`; where it has turned further than it was steep, the step went too far.
    while (dot(step, there.slope) < -length) {
      step = step.map((value) => value / 2);
      next = mode.map((value, i) => value + (step[i] ?? 0));
      there = slopeAt(next, examples, prior);
    }
    mode = next;
    at = there;
    factor = factorOf(at.precision, size);
  }
  return { mode, factor };
}

/** Chance of a return with the doubt about the coefficients in it, by MacKay's approximation (1992; Bishop 2006, 4.5.2). */
export function predict({ mode, factor }: LogisticPosterior, features: Float64Array): number {
  const half = forward(factor, features);
  const variance = dot(half, half);
  return logistic(dot(mode, features) / Math.sqrt(1 + (Math.PI * variance) / 8));
}
