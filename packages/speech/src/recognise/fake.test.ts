import { describe } from 'vitest';
import { fakeRecogniser } from './fake.ts';
import { holdsRecogniserContract } from './recogniser.contract.ts';

const transcript = {
  text: 'Call 555.',
  words: [
    { text: 'Call', start: 0.1, end: 0.3, charStart: 0, charEnd: 4, confidence: 0.9, method: 'attention' as const },
    {
      text: '555.',
      start: 0.4,
      end: 1,
      charStart: 5,
      charEnd: 9,
      confidence: 0.8,
      method: 'attention' as const,
      digits: [0.4, 0.6, 0.8].map((start) => ({ digit: '5', start, end: start + 0.2 })),
    },
  ],
};

describe('fakeRecogniser', () => {
  holdsRecogniserContract(
    async () => fakeRecogniser(transcript),
    async () => ({ samples: new Float32Array(32_000).fill(0.1), sampleRate: 16_000 }),
  );
});
