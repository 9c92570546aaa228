import { describe, expect, it } from 'vitest';
import { parseBrief } from '../brief/schema.ts';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { LENGTH_SEC, spokenLength } from '../spoken/length.ts';
import { composeScripts } from './compose.ts';

describe('composeScripts', () => {
  const brief = parseBrief({
    objective: 'job',
    caller: { name: 'Nora Castell' },
    whom: { name: 'Martin Oyelaran' },
    question: 'Is the role still open?',
    numbers: [{ number: '+14155550142' }],
  });

  it('gives the same scripts for a seed, others for another', () => {
    const texts = (seed: number) => composeScripts(brief, { reader, seed }).scripts.map(({ text }) => text);
    expect(texts(4)).toEqual(texts(4));
    expect(texts(4)).not.toEqual(texts(5));
  });

  it('names the tips that the brief cannot pass', () => {
    expect(composeScripts(brief, { reader }).notAllowed).toEqual(['bridge', 'reply-option']);
  });

  it('does not promise a narrow ask for a long talk', () => {
    expect(composeScripts({ ...brief, minutes: 45 }, { reader }).notAllowed).toContain('request');
  });

  it('refuses a brief with nothing to ask, saying what is lacking and why', () => {
    const { question: _, ...empty } = brief;
    expect(() => composeScripts(empty, { reader })).toThrow(/"question".*one question/i);
  });

  it('hangs no second date on a request for a day', () => {
    const dated = { ...brief, question: 'Can you lend us one truck for the 14th of December?', deadline: { by: 'Friday' } };
    const texts = Array.from({ length: 8 }, (_, seed) => composeScripts(dated, { reader, seed }).scripts.map(({ text }) => text)).flat();
    for (const text of texts) expect(text).not.toMatch(/December by Friday/);
    expect(texts.some((text) => text.includes('by Friday'))).toBe(true);
  });

  it('turns questions round only where that is safe', () => {
    const texts = Array.from(
      { length: 12 },
      (_, seed) => composeScripts({ ...brief, question: 'Should I send the plan?' }, { reader, seed }).scripts,
    )
      .flat()
      .map(({ text }) => text)
      .join(' ');
    expect(texts).toMatch(/whether I should send the plan/);
    expect(texts).toMatch(/should I send the plan\?/);
  });

  it('keeps within a budget of the person’s own', () => {
    for (const { seconds } of composeScripts(brief, { reader, budgetSec: 20 }).scripts) expect(seconds).toBeLessThanOrEqual(20);
    const slow = composeScripts(brief, { reader, pace: 110 });
    for (const { text, seconds } of slow.scripts) {
      expect(seconds).toBe(spokenLength(text, 110).seconds);
      expect(seconds).toBeLessThanOrEqual(LENGTH_SEC.heardOut);
    }
  });
});
