// Logistic regression with a small ridge, by Newton's method.

const ROUNDS = 30;
const RIDGE = 0.5;

/** Weights of `rows` (lists of numbers) for `labels` (0 or 1); the last weight is the bias, which is not held back. */
export function fitLogistic(rows, labels, ridge = RIDGE) {
  const width = (rows[0]?.length ?? 0) + 1;
  let weights = new Array(width).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, k) => (k === width - 1 ? 0 : ridge * weight));
    const hessian = Array.from({ length: width }, (_, j) =>
      Array.from({ length: width }, (__, k) => (j === k ? (j === width - 1 ? 1e-6 : ridge) : 0)),
    );
    rows.forEach((row, n) => {
      const x = [...row, 1];
      const chance = 1 / (1 + Math.exp(-x.reduce((sum, value, k) => sum + value * weights[k], 0)));
      for (let j = 0; j < width; j++) {
        gradient[j] += (chance - labels[n]) * x[j];
        for (let k = 0; k < width; k++) hessian[j][k] += chance * (1 - chance) * x[j] * x[k];
      }
    });
    const step = solve(hessian, gradient);
    weights = weights.map((weight, k) => weight - step[k]);
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

/** Solves a small system by elimination with pivots. */
function solve(matrix, right) {
  const rows = matrix.map((row, k) => [...row, right[k]]);
  rows.forEach((_, column) => {
    const pivot = rows
      .slice(column)
      .reduce((best, row, k) => (Math.abs(row[column]) > Math.abs(rows[best][column]) ? column + k : best), column);
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let other = 0; other < rows.length; other++) {
      if (other === column) continue;
      const factor = rows[other][column] / rows[column][column];
      for (let k = column; k <= rows.length; k++) rows[other][k] -= factor * rows[column][k];
    }
  });
  return rows.map((row, k) => row[rows.length] / row[k]);
}
