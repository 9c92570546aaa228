import { describe, expect, it } from 'vitest';
import type { Review } from '../documents/review.ts';
import { type HandReading, handRead } from '../tips/hand-read.fixture.ts';
import { compareReviews } from '../verdict/compare.ts';
import { judgeMessage } from '../verdict/judge-message.ts';
import { csvRow, renderCsv } from './csv.ts';
import { renderHtml } from './html.ts';
import { renderRanking } from './ranking.ts';
import { FORMATS, render } from './render.ts';
import { renderSarif } from './sarif.ts';
import { renderText } from './text.ts';
import { renderTextGrid } from './textgrid.ts';
import { renderVtt } from './vtt.ts';

const TEXT =
  'Hello Ms. Okoro, this is Lee Park.\nAnn Wu sent me. You are a god & a "saint" <b>to me</b>. Is the post open? Call 4155550142.';

const HAND: HandReading = {
  text: TEXT,
  caller: 'Lee Park',
  recipient: 'Ms. Okoro',
  moves: [
    { kind: 'bridge', quote: 'Ann Wu sent me', tie: 'referrer', via: 'Ann Wu' },
    { kind: 'flattery', quote: 'You are a god & a "saint" <b>to me</b>', strength: 0.9 },
    { kind: 'request', quote: 'Is the post open?', ask: 'answer', narrow: true },
  ],
  phones: [{ e164: '+14155550142', digits: '4155550142', said: ['4155550142'] }],
};

const sample = (options = {}): Review => judgeMessage(handRead(HAND), options);

describe('text', () => {
  it('begins with the verdict and the first fix, in 80 columns', () => {
    const lines = renderText(sample()).split('\n');
    expect(lines[1]).toMatch(/^This message /);
    expect(lines.findIndex((line) => line.startsWith('Mend first:'))).toBeLessThan(8);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('never lets a message move the cursor', () => {
    const evil = { ...HAND, text: `${TEXT} \u001b[2J`, moves: [{ kind: 'flattery' as const, quote: '\u001b[2J', strength: 0.9 }] };
    expect(renderText(judgeMessage(handRead(evil)))).not.toContain('\u001b');
    expect(renderText(sample(), { colour: true })).toContain('\u001b[31m');
  });

  it('shows a waiver and its reason', () => {
    const text = renderText(sample({ waivers: [{ tip: 'tone', reason: 'an old joke of ours' }] }));
    expect(text).toContain('waived: an old joke of ours');
  });
});

describe('html', () => {
  it('escapes everything that was said', () => {
    const page = renderHtml(sample());
    expect(page).not.toContain('<b>to me');
    expect(page).toContain('&lt;b&gt;to me');
  });

  it('needs nothing from anywhere and runs nothing', () => {
    const page = renderHtml(sample());
    expect(page).not.toMatch(/<script|javascript:|\son\w+=|<link|<img|url\(|https?:\/\//i);
    expect(page).not.toMatch(/\sstyle=/);
  });

  it('draws every word on the timeline', () => {
    const drawn = renderHtml(sample()).match(/<rect class="word"/g) ?? [];
    expect(drawn.length).toBeGreaterThanOrEqual(sample().transcript.words.length);
  });

  it('gives no room on a line of the timeline to rows with nothing on it', () => {
    const lines = [...renderHtml(sample()).matchAll(/<svg viewBox="0 0 \d+ (\d+)"[^>]*>(.*?)<\/svg>/g)];
    expect(lines.length).toBeGreaterThan(1);
    const heights = lines.map(([, height, drawn = '']) => ({ height: Number(height), rows: (drawn.match(/<g /g) ?? []).length }));
    expect(renderHtml(sample())).not.toContain('<g transform="translate(0 16)"></g>');
    // 16 for the ruler, 22 for each row, 6 below.
    for (const { height, rows } of heights) expect(height).toBe(16 + 22 * Math.max(1, rows) + 6);
    expect(new Set(heights.map(({ height }) => height)).size).toBeGreaterThan(1);
  });
});

describe('sarif', () => {
  it('points at the words by line and column', () => {
    const log = JSON.parse(renderSarif(sample()));
    const result = log.runs[0].results.find((entry: { ruleId: string }) => entry.ruleId === 'tone');
    const { region } = result.locations[0].physicalLocation;
    const line = TEXT.split('\n')[region.startLine - 1] ?? '';
    expect(line.slice(region.startColumn - 1, region.endColumn - 1)).toBe('You are a god & a "saint" <b>to me</b>');
    expect(result.level).toBe('error');
    expect(log.runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)).toContain(result.ruleId);
  });

  it('suppresses a waived result with its reason', () => {
    const log = JSON.parse(renderSarif(sample({ waivers: [{ tip: 'tone', reason: 'a joke' }] })));
    const result = log.runs[0].results.find((entry: { ruleId: string }) => entry.ruleId === 'tone');
    expect(result.suppressions).toEqual([{ kind: 'external', justification: 'a joke' }]);
  });
});

describe('vtt', () => {
  it('has every word once, in order, in cues that move forward', () => {
    const vtt = renderVtt(sample());
    const cues = [...vtt.matchAll(/(\S+) --> (\S+)\n(.+)/g)];
    expect(cues.map((cue) => cue[3]).join(' ')).toBe(
      TEXT.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    );
    for (const cue of cues) expect((cue[1] ?? '') < (cue[2] ?? '')).toBe(true);
  });
});

describe('textgrid', () => {
  it('fills every tier from 0 to the end without gap or overlap', () => {
    const grid = renderTextGrid(sample());
    const [, ...tiers] = grid.split(/item \[\d+\]:/);
    expect(tiers.length).toBeGreaterThanOrEqual(4);
    for (const tier of tiers) {
      const spans = [...tier.matchAll(/xmin = (\S+)\n\s+xmax = (\S+)/g)].map((match) => [Number(match[1]), Number(match[2])]);
      const [whole, ...intervals] = spans;
      expect(intervals[0]?.[0]).toBe(0);
      expect(intervals.at(-1)?.[1]).toBe(whole?.[1]);
      for (const [index, interval] of intervals.entries()) {
        expect(interval[1]).toBeGreaterThan(interval[0] ?? 0);
        if (index > 0) expect(interval[0]).toBe(intervals[index - 1]?.[1]);
      }
    }
  });

  it('doubles quotation marks', () => {
    expect(renderTextGrid(sample())).toContain('""saint""');
  });
});

describe('csv', () => {
  it('has as many cells in the row as in the header', () => {
    const [header = '', row = ''] = renderCsv(sample()).split('\r\n');
    expect(row.split(',').length).toBe(header.split(',').length);
  });

  it('does not let a name run as a formula', () => {
    const review = sample();
    expect(csvRow({ ...review, source: { ...review.source, name: '=1+1.txt' } })).toMatch(/^'=1\+1/);
  });
});

describe('comparing', () => {
  it('ranks the better first and says what decided', () => {
    const better = judgeMessage(handRead({ ...HAND, moves: (HAND.moves ?? []).filter((move) => move.kind !== 'flattery') }));
    const { ranking } = compareReviews([sample(), better]);
    expect(ranking.map((entry) => entry.index)).toEqual([1, 0]);
    expect(ranking[0]?.ahead[0]).toMatchObject({ element: 'tone' });
    expect(ranking[1]?.ahead).toEqual([]);
    expect(renderRanking(compareReviews([sample(), better]))).toContain('tone: It speaks as an equal');
  });

  it('puts the shorter of two equals first and says so', () => {
    const review = sample();
    const longer = { ...review, source: { ...review.source, durationSec: review.source.durationSec + 1 } };
    expect(compareReviews([longer, review]).ranking.map((entry) => entry.index)).toEqual([1, 0]);
  });
});

it('renders each format as something', () => {
  for (const format of FORMATS) expect(render(sample(), format).length).toBeGreaterThan(100);
});
