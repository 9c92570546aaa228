import { describe, expect, it } from 'vitest';
import { addOutcome } from '../call.ts';
import { callOn, day, idOf } from '../calls.fixture.ts';
import { logToCsv } from './exchange.ts';
import { type ImportPreview, type ReadCallsOptions, readCalls } from './read-calls.ts';

/** Reads a small table; no cell of these tests holds a comma or a quote. */
function read(text: string, options: Partial<ReadCallsOptions> = {}): ImportPreview {
  let next = 0;
  const lines = text.trim().split(/\r?\n/);
  const newId = () => {
    next += 1;
    return idOf(next);
  };
  return readCalls(
    lines.map((line, index) => ({ line: index + 1, cells: line.split(',').map((cell) => cell.trim()) })),
    { newId, ...options },
  );
}

const HUBSPOT = `
Record ID,Call title,Call direction,Call outcome,Activity date,Associated contact,To number
901,Call with Ada,Outbound,Left voicemail,2026-11-02 10:15 UTC,Ada Example,+1 617 555 0101
902,Call with Ben,Outbound,No answer,2026-11-02 10:20 UTC,Ben Example,+1 617 555 0102
903,Call with Ada,Inbound,Connected,2026-11-04 09:00 UTC,Ada Example,+1 617 555 0101
904,Call with Cem,Outbound,Left live message,2026-11-05 16:00 UTC,Cem Example,+1 617 555 0103`;

const SALESFORCE = `
Activity ID,Subject,Name,Company / Account,Call Type,Call Result,Date
00T1,Call,Ada Example,Harbour Foods,Outbound,Left Voicemail,11/20/2026
00T2,Call,Ben Example,Harbour Foods,Outbound,Busy,11/21/2026`;

describe('exports of other programs', () => {
  it("reads HubSpot's, and takes an incoming call as the return of the message before it", () => {
    const { program, calls, leftOut, problems, warnings } = read(HUBSPOT);
    expect({ program, leftOut, problems, warnings }).toEqual({ program: 'hubspot', leftOut: 2, problems: [], warnings: [] });
    expect(calls).toMatchObject([
      {
        whom: { name: 'Ada Example', number: '+1 617 555 0101' },
        leftAt: '2026-11-02T10:15:00.000Z',
        outcomes: [{ kind: 'phone', at: '2026-11-04T09:00:00.000Z' }],
        followed: true,
        source: { program: 'hubspot', key: '901' },
      },
      { whom: { name: 'Cem Example' }, outcomes: [], followed: true },
    ]);
  });

  it("reads Salesforce's, and says that it tells nothing of returns", () => {
    const { program, calls, leftOut, warnings } = read(SALESFORCE);
    expect({ program, leftOut }).toEqual({ program: 'salesforce', leftOut: 1 });
    expect(calls).toMatchObject([{ whom: { name: 'Ada Example', organisation: 'Harbour Foods' }, followed: false }]);
    expect(warnings[0]).toMatch(/count in no statistics/);
    expect(read(SALESFORCE, { followed: true }).calls[0]?.followed).toBe(true);
  });

  it('reads any table by a column map', () => {
    const { calls } = read('Wen,Am,Was wurde\nAda Example,3.4.2026,declined', {
      columns: { whom: 'wen', leftAt: 'AM', outcome: 'Was wurde', outcomeAt: 'Am' },
      dateOrder: 'day-first',
    });
    expect(calls[0]?.leftAt).toBe(new Date(2026, 3, 3).toISOString());
    expect(calls[0]?.outcomes).toMatchObject([{ kind: 'declined' }]);
    expect(() => read('a,b\n1,2')).toThrow(/No column says whom and when/);
    expect(() => read('whom,when\nAda,2026-11-02', { columns: { note: 'absent' } })).toThrow(/column map/);
  });

  it('asks how a date is meant that can be read both ways, and sees it from one that cannot', () => {
    expect(read('whom,when,outcome\nAda,03/04/2026,').warnings.join()).toMatch(/both ways/);
    const { calls, warnings } = read('whom,when,outcome\nAda,03/04/2026,\nBen,25/04/2026,');
    expect(warnings).toEqual([]);
    expect(calls[0]?.leftAt).toBe(new Date(2026, 3, 3).toISOString());
  });
});

describe('a malformed file', () => {
  it('names each bad row and no value', () => {
    const { calls, problems } = read(`
whom,when,objective,outcome,outcome at
Ada,2026-11-02,job,phone,2026-11-03
,2026-11-02,job,,
Ben,2026-02-31,job,,
Cem,2026-11-02,fishing,,
Dee,2026-11-02,job,sung,2026-11-03
Eve,2026-11-02,job,phone,
Fay,2026-11-02,job,phone,2026-11-01
Gus,2026-11-02,job,phone,2026-11-03,extra`);
    expect(calls.map(({ whom }) => whom.name)).toEqual(['Ada']);
    expect(problems.map(({ row }) => row).sort()).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(JSON.stringify(problems)).not.toMatch(/Ben|fishing|sung|extra"/);
  });
});

it("reads the log's own spreadsheet back: the same ids, people, times and outcomes", () => {
  const call = addOutcome(callOn(2, { whom: { name: '-Ada', number: '+1 617 555 0101' }, objective: 'job' }), 'email', day(4), day(4));
  const [back] = read(logToCsv([call])).calls;
  expect(back).toMatchObject({ id: call.id, whom: call.whom, leftAt: call.leftAt, objective: 'job', outcomes: call.outcomes });
});
