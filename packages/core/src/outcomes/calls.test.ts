import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RingbackError } from '../documents/failure.ts';
import { addOutcome, beginCall, type Call, changeCall, OUTCOME_KINDS, parseCall } from './call.ts';
import { callOn, day, idOf } from './calls.fixture.ts';
import { logFromJson, logToCsv, logToJson } from './import/exchange.ts';

describe('a call', () => {
  it('needs no more than a name', () => {
    expect(beginCall(idOf(1), { whom: { name: 'Nora Castell' } }, day(3))).toMatchObject({
      leftAt: day(3),
      objective: 'other',
      outcomes: [],
      history: [],
    });
  });

  it('keeps what was there before each change', () => {
    const first = callOn(1, { note: 'left with the assistant' });
    const second = changeCall(first, { note: 'left on the mobile', objective: 'job' }, day(2));
    const third = addOutcome(second, 'phone', day(4), day(5));
    expect(third).toMatchObject({ note: 'left on the mobile', objective: 'job', outcomes: [{ kind: 'phone', at: day(4) }] });
    expect(third.history).toEqual([
      { at: day(2), before: { note: 'left with the assistant', objective: 'other' } },
      { at: day(5), before: { outcomes: [] } },
    ]);
    expect(changeCall(third, { note: 'left on the mobile' }, day(6))).toBe(third);
  });

  it('takes "nothing" back when something came after all, and keeps a later meeting beside the return', () => {
    const call = addOutcome(addOutcome(callOn(1), 'nothing', day(9), day(9)), 'email', day(12), day(12));
    expect(addOutcome(call, 'met', day(20), day(20)).outcomes.map(({ kind }) => kind)).toEqual(['email', 'met']);
  });

  it('refuses an outcome from before the call, and names no value', () => {
    const attempt = () => addOutcome(callOn(5), 'phone', day(4), day(6));
    expect(attempt).toThrow(RingbackError);
    expect(attempt).toThrow(/"outcomes" must not be earlier/);
    expect(() => parseCall({ ...callOn(1), whom: { name: 'Nora', shoe: 'Castell 42' } })).not.toThrow(/Castell/);
  });
});

/** Calls with any text and any history. */
const someCall: fc.Arbitrary<Call> = fc
  .record({
    number: fc.integer({ min: 1, max: 28 }),
    name: fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }).filter((text) => text.trim() !== ''),
    note: fc.string({ maxLength: 40, unit: 'binary' }),
    kinds: fc.array(fc.constantFrom(...OUTCOME_KINDS), { maxLength: 3 }),
  })
  .map(({ number, name, note, kinds }) => {
    const call = callOn(number, { whom: { name }, note });
    return kinds.reduce((before, kind) => addOutcome(before, kind, day(28), day(28)), call);
  });

describe('the log as a file', () => {
  it('comes back the same from JSON, history and all', () => {
    fc.assert(
      fc.property(fc.array(someCall, { maxLength: 5 }), (calls) => {
        const back = logFromJson(JSON.parse(logToJson(calls)));
        expect(back).toMatchObject({ calls, problems: [] });
      }),
      { numRuns: 50 },
    );
  });

  it('names the calls of a damaged file by their place', () => {
    const { calls } = JSON.parse(logToJson([callOn(1), callOn(2)])) as { calls: Call[] };
    const back = logFromJson({ logVersion: 1, calls: [calls[0], { ...calls[1], leftAt: 'yesterday' }] });
    expect(back.problems).toEqual([{ row: 2, problem: expect.stringContaining('"leftAt"') }]);
    expect(() => logFromJson({ calls })).toThrow(/no log of version 1/);
  });

  it('guards a spreadsheet against formulas', () => {
    expect(logToCsv([callOn(1, { whom: { name: '=HYPERLINK("x")' } })])).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
