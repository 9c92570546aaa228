import { expect, it } from 'vitest';
import { type Example, fitLogistic, scoreOf } from './logistic.ts';

it('the odds of a group are its share where nothing else tells', () => {
  const group = (x: number, so: number, count: number): Example[] =>
    Array.from({ length: count }, (_, i) => ({ features: [x], isSo: i < so }));
  const model = fitLogistic([...group(0, 1, 4), ...group(1, 3, 4)], 0);
  expect(scoreOf(model, [0])).toBeCloseTo(Math.log(1 / 3), 5);
  expect(scoreOf(model, [1])).toBeCloseTo(Math.log(3), 5);
});

it('a penalty draws the weights together and leaves the share of the whole', () => {
  const examples = [...Array(30)].map((_, i): Example => ({ features: [i, i % 3], isSo: i >= 20 }));
  const [free, drawn] = [fitLogistic(examples, 0.1), fitLogistic(examples, 10)];
  expect(Math.abs(drawn.weights[0] ?? 0)).toBeLessThan(Math.abs(free.weights[0] ?? 0));
  const shares = examples.map(({ features }) => 1 / (1 + Math.exp(-scoreOf(drawn, features))));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(10, 3);
});
