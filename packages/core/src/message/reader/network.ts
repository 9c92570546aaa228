import { openEmbedding } from './embedding.ts';
import type { Kernel, Step } from './kernel.ts';
import { dot, softmax } from './matrix.ts';
import type { ReaderToken } from './reader-tokens.ts';
import { inputBias, inputWeights, recurrentLayer } from './recurrent.ts';
import { openKernel } from './vector-kernel.ts';
import type { Matrix, Weights } from './weights.ts';

/** What the network says of a message, before anything is decided. */
export interface Scores {
  /** Chance that tag `tag` begins at token `token`, or goes on there: `2 * (token * tags + tag)` and the place after it. */
  tags: Float64Array;
  /** Attribute logits, `attributes` numbers a token in the order of the header. */
  attributes: Float64Array;
  /** Logit of each fact. */
  facts: number[];
  /** Logits of delete, toss-up, return. */
  verdict: number[];
}

/** The trained network: word vectors, two recurrent layers in both directions, heads for moves, attributes and the whole message. */
export interface Network {
  run(tokens: readonly ReaderToken[]): Scores;
}

/** What the whole message is judged by: each token's weight in each pool, then a row of numbers an output. */
interface Whole {
  attention: Step;
  pools: number;
  outputs: Matrix;
  bias: Float64Array;
}

/** The network of the weights, its sums done by `kernel`. */
export function openNetwork(weights: Weights, kernel: Kernel = openKernel()): Network {
  const statesOf = openLayers(weights, kernel);
  const head = (name: string): Step => kernel.linear(weights.matrix(`${name}.weight`), weights.matrix(`${name}.bias`).values);
  const [tagsOf, attributesOf] = [head('tags'), head('attributes')];
  const whole: Whole = {
    attention: head('attention'),
    pools: weights.matrix('attention.weight').rows,
    outputs: weights.matrix('whole'),
    bias: weights.matrix('bias').values,
  };
  return {
    run(tokens) {
      const count = tokens.length;
      const states = statesOf(tokens);
      const tags = tagsOf(states, count);
      toChances(tags);
      const facts = weights.header.facts.length;
      const logits = wholeMessage(states, count, whole, facts);
      return {
        tags,
        attributes: attributesOf(states, count),
        facts: logits.slice(0, facts),
        verdict: logits.slice(facts),
      };
    },
  };
}

/** Both layers over the tokens, their states added. The first one's input weights are taken into the word vectors. */
function openLayers(weights: Weights, kernel: Kernel): (tokens: readonly ReaderToken[]) => Float64Array {
  const [first, second] = [recurrentLayer(weights, 'first'), recurrentLayer(weights, 'second')];
  const embedded = openEmbedding(weights).through(inputWeights(first), inputBias(first));
  const between = kernel.linear(inputWeights(second), inputBias(second));
  const [lower, upper] = [kernel.recurrent(first), kernel.recurrent(second)];
  return (tokens) => {
    const count = tokens.length;
    const below = lower(embedded(tokens), count);
    const states = upper(between(below, count), count);
    return states.map((value, k) => value + (below[k] as number));
  };
}

/** Two logits a tag (begins, goes on; the third, absent, is 0) to chances, in place. */
function toChances(logits: Float64Array): void {
  for (let k = 0; k < logits.length; k += 2) {
    const begins = Math.exp(logits[k] as number);
    const goesOn = Math.exp(logits[k + 1] as number);
    const total = 1 + begins + goesOn;
    logits[k] = begins / total;
    logits[k + 1] = goesOn / total;
  }
}

/** Logits of the facts and the verdict: each looks at the tokens by its own attention, and at the largest value of every unit. */
function wholeMessage(states: Float64Array, count: number, { attention, pools, outputs, bias }: Whole, facts: number): number[] {
  const width = outputs.columns / 2;
  const scores = attention(states, count);
  const pooled = Array.from({ length: pools }, (_, pool) => {
    const own = new Float64Array(count);
    for (let token = 0; token < count; token++) own[token] = scores[token * pools + pool] as number;
    const shares = softmax(own, 0, count);
    const sum = new Float64Array(width);
    for (let token = 0; token < count; token++) {
      const [share, from] = [shares[token] as number, token * width];
      for (let k = 0; k < width; k++) sum[k] = (sum[k] as number) + share * (states[from + k] as number);
    }
    return sum;
  });
  const most = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  for (let k = 0; k < states.length; k++) most[k % width] = Math.max(most[k % width] as number, states[k] as number);
  return Array.from({ length: outputs.rows }, (_, output) => {
    const own = pooled[Math.min(output, facts)] ?? most;
    const from = output * outputs.columns;
    return (bias[output] as number) + dot(outputs.values, from, own, 0, width) + dot(outputs.values, from + width, most, 0, width);
  });
}
