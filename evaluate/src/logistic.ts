/** One thing that is so or not, and what tells of it. */
export interface Example {
  features: readonly number[];
  isSo: boolean;
}

/** Logarithm of odds for one of each feature; `rest` is for all others. */
export interface LogisticModel {
  weights: readonly number[];
  rest: number;
}

const MOST_STEPS = 40;
const SMALL_STEP = 1e-7;

/**
 * Logistic regression by Newton's method with a ridge penalty on the weights of features brought to one spread: half the penalty times the
 * sum of their squares is added to the loss. The constant is free.
 */
export function fitLogistic(examples: readonly Example[], ridge: number): LogisticModel {
  const width = examples[0]?.features.length ?? 0;
  const column = (k: number) => examples.map(({ features }) => features[k] ?? 0);
  const means = Array.from({ length: width }, (_, k) => mean(column(k)));
  const spreads = means.map((middle, k) => Math.sqrt(mean(column(k).map((x) => (x - middle) ** 2))) || 1);
  const rows = examples.map(({ features, isSo }) => ({
    x: [...means.map((middle, k) => ((features[k] ?? 0) - middle) / (spreads[k] ?? 1)), 1],
    y: Number(isSo),
  }));
  const penalty = (k: number) => (k < width ? ridge : SMALL_STEP);
  let found: number[] = Array.from({ length: width + 1 }, () => 0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = found.map((weight, k) => -penalty(k) * weight);
    const curve = found.map((_, k) => found.map((__, l) => (k === l ? penalty(k) : 0)));
    for (const { x, y } of rows) {
      const share = 1 / (1 + Math.exp(-dot(x, found)));
      for (const [k, a] of x.entries()) {
        slope[k] = (slope[k] ?? 0) + (y - share) * a;
        const line = curve[k] ?? [];
        for (const [l, b] of x.entries()) line[l] = (line[l] ?? 0) + share * (1 - share) * a * b;
      }
    }
    const moved = solved(curve, slope);
    found = found.map((weight, k) => weight + (moved[k] ?? 0));
    if (moved.every((by) => Math.abs(by) < SMALL_STEP)) break;
  }
  const weights = means.map((_, k) => (found[k] ?? 0) / (spreads[k] ?? 1));
  return { weights, rest: (found[width] ?? 0) - dot(weights, means) };
}

/** Logarithm of the odds. */
export const scoreOf = ({ weights, rest }: LogisticModel, features: readonly number[]): number => rest + dot(weights, features);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);

/** x of the linear equations matrix · x = right, by elimination with pivots. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k] ?? 0]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 0; i < rows.length; i++) {
    let pivot = i;
    for (let k = i + 1; k < rows.length; k++) if (Math.abs(at(k, i)) > Math.abs(at(pivot, i))) pivot = k;
    [rows[i], rows[pivot]] = [rows[pivot] ?? [], rows[i] ?? []];
    for (let k = i + 1; k < rows.length; k++) {
      const factor = at(k, i) / at(i, i);
      rows[k] = (rows[k] ?? []).map((value, j) => value - factor * at(i, j));
    }
  }
  const x: number[] = right.map(() => 0);
  for (let i = rows.length - 1; i >= 0; i--) {
    const known = x.reduce((sum, value, j) => (j > i ? sum + value * at(i, j) : sum), 0);
    x[i] = (at(i, rows.length) - known) / at(i, i);
  }
  return x;
}
