import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBriefDraft } from '../brief/schema.ts';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from '../verdict/review.ts';
import { applyEdits } from './edit.ts';
import { renderRewrites } from './render-rewrites.ts';
import { proposeRewrites } from './rewrite.ts';
import { splitSentences } from './sentences.ts';

const openOf = (text: string) =>
  review(scriptArtifacts(text, { name: 'x' }), { reader })
    .tips.filter(({ status }) => status === 'fail' || status === 'improve')
    .map(({ id }) => id);

const GOOD =
  'Hi Martin, this is Nora Castell. Dana Whitfield suggested I call you. I have one question about the operations role: is it still open? Please call me back by Thursday at 415, 555, 0142. Or e-mail me at nora at example dot com. Again, that is 415, 555, 0142.';

describe('proposeRewrites', () => {
  it('leaves a script that passes as it is', () => {
    expect(openOf(GOOD)).toEqual([]);
    expect(proposeRewrites(GOOD, { review: { reader } })).toEqual({ rewrites: [], needs: [], rewritten: GOOD, stillOpen: [] });
  });

  it('groups a number written in one run, and touches nothing else', () => {
    const { rewrites, rewritten } = proposeRewrites(GOOD.replaceAll('415, 555, 0142', '4155550142'), { review: { reader } });
    expect(rewrites.map(({ tip, before, after }) => [tip, before, after])).toContainEqual(['number', '4155550142', '415, 555, 0142']);
    expect(rewritten).toBe(GOOD);
  });

  it('says a number again that was said once', () => {
    const { rewrites, stillOpen } = proposeRewrites(GOOD.replace(' Again, that is 415, 555, 0142.', ''), { review: { reader } });
    expect(stillOpen).toEqual([]);
    expect(rewrites.map(({ tip, after }) => [tip, after])).toEqual([['number', "Again, that's 415, 555, 0142."]]);
  });

  it('asks for a reply where nothing is asked', () => {
    const text = 'Hi Martin, this is Nora Castell. I will be in Leeds on Friday. My number is 415, 555, 0142. Again, 415, 555, 0142.';
    const { rewrites } = proposeRewrites(text, { review: { reader } });
    expect(rewrites.find(({ tip }) => tip === 'goal')?.after).toMatch(/call me back/);
  });

  it('takes flattery out and keeps the sentence that asks', () => {
    const text = GOOD.replace('I have one', 'You are a genius, the greatest of all, and I worship you. I have one');
    const { rewrites, rewritten, stillOpen } = proposeRewrites(text, { review: { reader } });
    expect(stillOpen).toEqual([]);
    expect(rewrites.every(({ tip, after }) => tip === 'tone' && after === '')).toBe(true);
    expect(rewritten).toContain('I have one question');
  });

  it('never makes up a tie: it asks for one, or takes the brief’s', () => {
    const text = GOOD.replace('Dana Whitfield suggested I call you. ', '');
    const without = proposeRewrites(text, { review: { reader } });
    expect(without.rewrites).toEqual([]);
    expect(without.needs.map(({ tip }) => tip)).toEqual(['bridge']);
    const brief = parseBriefDraft({ bridge: { tie: 'referrer', person: 'Dana Whitfield' } });
    expect(proposeRewrites(text, { review: { reader }, brief }).rewritten).toBe(GOOD);
  });

  it('cuts what does nothing when it is too long, and no more than needed', () => {
    const idle = 'The weather here has been dry for weeks and the harvest is early this year. ';
    const text = GOOD.replace('Please', `${idle.repeat(2)}We painted the shed green last autumn after a long debate. Please`);
    const { rewritten, stillOpen } = proposeRewrites(text, { review: { reader } });
    expect(stillOpen).toEqual([]);
    expect(rewritten.split(/\s+/).length).toBeLessThanOrEqual(75);
    expect(rewritten).toContain('415, 555, 0142');
  });

  it('ties every edit to a finding, at its place, and tells it as a diff', () => {
    const text =
      'Hello Martin, this is Nora Castell. Could we talk for 15 minutes to half an hour about the operations role? Call me on 4155550142.';
    const proposal = proposeRewrites(text, { review: { reader } });
    expect(proposal.rewrites.length).toBeGreaterThan(1);
    for (const { charStart, charEnd, before, finding } of proposal.rewrites) {
      expect(text.slice(charStart, charEnd)).toBe(before);
      expect(finding).not.toBe('');
    }
    const shown = renderRewrites(text, proposal);
    for (const { number } of proposal.rewrites) expect(shown).toContain(`[${number}]`);
  });

  it('opens no tip that was closed, whichever edits are taken', () => {
    const text =
      'Hello Martin, this is Nora Castell. Could we talk for 15 minutes to half an hour about the operations role? Call me on 4155550142.';
    const { rewrites } = proposeRewrites(text, { review: { reader } });
    const before = openOf(text);
    for (const rewrite of rewrites) {
      for (const tip of openOf(applyEdits(text, [rewrite]))) expect(before).toContain(tip);
    }
  });
});

describe('applyEdits', () => {
  it('gives the same text in whatever order the edits come', () => {
    const text = 'One two three. Four five six. Seven eight nine.';
    const places = [
      { charStart: 4, charEnd: 7, before: 'two', after: 'zwei' },
      { charStart: 15, charEnd: 29, before: 'Four five six.', after: '' },
      { charStart: 47, charEnd: 47, before: '', after: 'Ten.' },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(places, { minLength: 3 }), (edits) => {
        expect(applyEdits(text, edits)).toBe('One zwei three. Seven eight nine. Ten.');
      }),
    );
  });
});

describe('splitSentences', () => {
  it('does not split addresses, figures and titles', () => {
    const text = 'Hi Mr. Poe, it is Jo. Write to jo@example.com, or call 415.555.0142! Is 2.5 fine? Bye';
    expect(splitSentences(text).map((sentence) => sentence.text)).toEqual([
      'Hi Mr. Poe, it is Jo.',
      'Write to jo@example.com, or call 415.555.0142!',
      'Is 2.5 fine?',
      'Bye',
    ]);
  });
});
