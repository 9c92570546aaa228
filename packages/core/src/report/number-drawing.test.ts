import { describe, expect, it } from 'vitest';
import { measureDictation } from '../dictation/index.ts';
import type { Review } from '../documents/review.ts';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from '../verdict/review.ts';
import { renderHtml } from './html.ts';
import { renderText } from './text.ts';

const DIGITS = '4155550142';

/** A review whose number was said in groups, half a second a digit, from second 10 on. */
function reviewed(written?: string): Review {
  const base = review(scriptArtifacts('Hi, this is Lee Park. Call me back on 415-555-0142. That is 415-555-0142.', { name: 'a' }), {
    reader,
  });
  let time = 10;
  const digits = [...DIGITS].map((digit, place) => {
    if (place === 3 || place === 6) time += 0.5;
    time += 0.5;
    return { digit, start: time - 0.5, end: time - 0.1 };
  });
  const number = { e164: `+1${DIGITS}`, digits: DIGITS, confidence: 1, mentions: [{ quote: DIGITS, charStart: 0, charEnd: 10, digits }] };
  const dictation = measureDictation({ number, durationSec: 20 });
  if (dictation === null) throw new Error('no dictation');
  return { ...base, number: { e164: number.e164, dictation, ...(written === undefined ? {} : { written: [...written] }) } };
}

describe('the number in a review', () => {
  it('is drawn on its timeline in the text, within the width', () => {
    const lines = renderText(reviewed()).split('\n');
    const at = lines.findIndex((line) => line.replace(/\s/g, '') === DIGITS);
    expect(at).toBeGreaterThan(0);
    expect(lines[at + 1]).toMatch(/^\s+└─+┘\s+└─+┘\s+└─+┘/);
    expect(lines[at + 2]).toContain('10.0');
    for (const width of [60, 80])
      for (const line of renderText(reviewed(), { width }).split('\n')) expect(line.length).toBeLessThanOrEqual(width);
  });

  it('shows under the digits what a listener would write where that is something else', () => {
    const lines = renderText(reviewed('41555501?2')).split('\n');
    const at = lines.findIndex((line) => line.replace(/\s/g, '') === DIGITS);
    expect(lines[at + 1]?.replace(/\s/g, '')).toBe('41555501?2inacar');
    expect(lines[at + 1]?.indexOf('?')).toBe(lines[at]?.lastIndexOf('4'));
    expect(renderText(reviewed(DIGITS))).not.toContain('in a car');
  });

  it('is drawn in the page, with the lost digit marked', () => {
    const page = renderHtml(reviewed('41555501?2'));
    expect(page.match(/class="rb-digit"/g)).toHaveLength(9);
    expect(page.match(/class="rb-lost"/g)).toHaveLength(1);
    expect(page.indexOf('rb-number"')).toBeGreaterThan(page.indexOf('Seven tips'));
  });

  it('is not drawn where there is none to draw', () => {
    const { number: _, ...bare } = reviewed();
    expect(renderHtml(bare)).not.toContain('class="rb-number"');
    expect(renderText(bare)).not.toContain('└');
  });
});
