// Logistic regression over features that are there or not, by L-BFGS.

const ROUNDS = 60;
const MEMORY = 8;
/** Share of the expected fall that a step must bring, and how often it may be halved. */
const ENOUGH = 1e-4;
const HALVINGS = 20;

const dot = (a, b) => {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
};

/** The loss of `x` (the weights, then the bias) and its gradient, for rows that count 1 / sqrt(their features). */
function lossOf(rows, labels, ridge, positive, x) {
  const width = x.length - 1;
  const gradient = Float64Array.from(x, (value, k) => (k === width ? 0 : 2 * ridge * value));
  let loss = 0;
  for (let k = 0; k < width; k++) loss += ridge * x[k] * x[k];
  rows.forEach((row, n) => {
    const scale = 1 / Math.sqrt(Math.max(1, row.length));
    let sum = 0;
    for (const k of row) sum += x[k];
    const z = x[width] + sum * scale;
    const weight = labels[n] ? positive : 1;
    const signed = labels[n] ? z : -z;
    loss += weight * (signed > 0 ? Math.log1p(Math.exp(-signed)) : -signed + Math.log1p(Math.exp(signed)));
    const slope = weight * (1 / (1 + Math.exp(-z)) - labels[n]);
    gradient[width] += slope;
    for (const k of row) gradient[k] += slope * scale;
  });
  return { loss, gradient };
}

/** The direction of the next step from the last ones (two loops). */
function direction(gradient, steps) {
  const q = Float64Array.from(gradient);
  const shares = [];
  for (const { s, y, rho } of steps.toReversed()) {
    const a = rho * dot(s, q);
    shares.push(a);
    for (let k = 0; k < q.length; k++) q[k] -= a * y[k];
  }
  const last = steps.at(-1);
  const scale = last === undefined ? 1 / Math.sqrt(dot(gradient, gradient)) : 1 / (last.rho * dot(last.y, last.y));
  for (let k = 0; k < q.length; k++) q[k] *= scale;
  for (const { s, y, rho } of steps) {
    const b = shares.pop() - rho * dot(y, q);
    for (let k = 0; k < q.length; k++) q[k] += b * s[k];
  }
  return q.map((value) => -value);
}

/** Weights and bias for `rows` (lists of the features that are there, of `width`) and labels 0 or 1, which count `positive` where 1. */
export function fitSparse(rows, labels, width, ridge, positive) {
  let x = new Float64Array(width + 1);
  let now = lossOf(rows, labels, ridge, positive, x);
  const steps = [];
  for (let round = 0; round < ROUNDS; round++) {
    const way = direction(now.gradient, steps);
    const fall = dot(way, now.gradient);
    let next;
    let reached;
    let size = 1;
    for (let halving = 0; halving < HALVINGS; halving++, size /= 2) {
      next = x.map((value, k) => value + size * way[k]);
      reached = lossOf(rows, labels, ridge, positive, next);
      if (reached.loss <= now.loss + ENOUGH * size * fall) break;
    }
    if (now.loss - reached.loss < 1e-6 * now.loss) break;
    const s = next.map((value, k) => value - x[k]);
    const y = reached.gradient.map((value, k) => value - now.gradient[k]);
    const curve = dot(s, y);
    if (curve > 1e-12) steps.push({ s, y, rho: 1 / curve });
    if (steps.length > MEMORY) steps.shift();
    [x, now] = [next, reached];
  }
  return { weights: x.subarray(0, width), bias: x[width] };
}
