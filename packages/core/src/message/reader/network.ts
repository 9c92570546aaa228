import { openEmbedding } from './embedding.ts';
import { dot, linear, softmax } from './matrix.ts';
import type { ReaderToken } from './reader-tokens.ts';
import { inputBias, inputWeights, recurrentLayer, runRecurrent } from './recurrent.ts';
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

interface Heads {
  tags: Head;
  attributes: Head;
  attention: Head;
  whole: Matrix;
  wholeBias: Float64Array;
}

interface Head {
  weights: Matrix;
  bias: Float64Array;
}

/** The network of the weights. */
export function openNetwork(weights: Weights): Network {
  const statesOf = openLayers(weights);
  const head = (name: string): Head => ({ weights: weights.matrix(`${name}.weight`), bias: weights.matrix(`${name}.bias`).values });
  const heads: Heads = {
    tags: head('tags'),
    attributes: head('attributes'),
    attention: head('attention'),
    whole: weights.matrix('whole'),
    wholeBias: weights.matrix('bias').values,
  };
  return {
    run(tokens) {
      const count = tokens.length;
      const states = statesOf(tokens);
      const tags = linear(states, count, heads.tags.weights, heads.tags.bias);
      toChances(tags);
      const facts = weights.header.facts.length;
      const whole = wholeMessage(states, count, heads, facts);
      return {
        tags,
        attributes: linear(states, count, heads.attributes.weights, heads.attributes.bias),
        facts: whole.slice(0, facts),
        verdict: whole.slice(facts),
      };
    },
  };
}

/** Both layers over the tokens, their states added. The first one's input weights are taken into the word vectors. */
function openLayers(weights: Weights): (tokens: readonly ReaderToken[]) => Float64Array {
  const [first, second] = [recurrentLayer(weights, 'first'), recurrentLayer(weights, 'second')];
  const embedded = openEmbedding(weights).through(inputWeights(first), inputBias(first));
  const [above, aboveBias] = [inputWeights(second), inputBias(second)];
  return (tokens) => {
    const count = tokens.length;
    const below = runRecurrent(first, embedded(tokens), count);
    const states = runRecurrent(second, linear(below, count, above, aboveBias), count);
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
function wholeMessage(states: Float64Array, count: number, heads: Heads, facts: number): number[] {
  const width = heads.tags.weights.columns;
  const pools = heads.attention.weights.rows;
  const scores = linear(states, count, heads.attention.weights, heads.attention.bias);
  const pooled = Array.from({ length: pools }, (_, pool) => {
    const shares = softmax(
      Float64Array.from({ length: count }, (__, token) => scores[token * pools + pool] as number),
      0,
      count,
    );
    const sum = new Float64Array(width);
    shares.forEach((share, token) => {
      for (let k = 0; k < width; k++) sum[k] = (sum[k] as number) + share * (states[token * width + k] as number);
    });
    return sum;
  });
  const most = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  for (let k = 0; k < states.length; k++) most[k % width] = Math.max(most[k % width] as number, states[k] as number);
  return Array.from({ length: heads.whole.rows }, (_, output) => {
    const own = pooled[Math.min(output, facts)] ?? most;
    const from = output * heads.whole.columns;
    const { values } = heads.whole;
    return (heads.wholeBias[output] as number) + dot(values, from, own, 0, width) + dot(values, from + width, most, 0, width);
  });
}
