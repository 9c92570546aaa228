import { describe, expect, it } from 'vitest';
import { readAffiliation } from '../brief/typed/affiliation.ts';
import { readName } from '../brief/typed/person.ts';
import { draftOfPlan } from '../brief/typed/plan.ts';
import { planNotes } from '../brief/typed/plan-notes.ts';
import { always, never, PLAN, sayings } from './typed-plan.fixture.ts';

const some = (plan: Parameters<typeof sayings>[0], said: RegExp) => expect(sayings(plan).some((text) => said.test(text))).toBe(true);

describe('a question', () => {
  it('goes on behind "and" with what it asks for', () => {
    const question = 'could you come over on Sunday and have a coffee with us?';
    some({ question }, /come over on Sunday and have a coffee with us/);
    never({ question }, /two (?:questions|requests)|, and have/);
  });
  it('asks anew behind "and" with a subject', () => some({ question: 'when does it open and have you any tables left?' }, /two questions/));

  it.each(['are you and Priya driving up?', 'will she or Marcus open the gate?', 'how soon can you and the crew start?'])(
    'keeps a joined subject whole: %s',
    (question) => {
      never({ question, deadline: 'Monday' }, /(?:you are|she will|you can) (?:and|or) /);
      some({ question, deadline: 'Monday' }, /are you and Priya driving|will she or Marcus open|can you and the crew start/i);
    },
  );

  it.each([
    ['ok to leave the keys with Sam?', /is it OK to leave the keys with Sam\?|whether it is OK to leave/i],
    ['okay if we park on the grass?', /is it okay if we park on the grass\?|whether it is okay if we park/i],
  ])('is asked of leave: %s', (question, said) => always({ question }, said));
});

describe('when it is needed by', () => {
  it.each(['this Monday', 'this Thursday at noon'])('is by the day: %s', (deadline) => {
    some({ deadline }, new RegExp(`by ${deadline}`));
    never({ deadline }, /(?<!by )this (?:Monday|Thursday)/);
  });
  it('leaves a week what it is', () => some({ deadline: 'this week' }, /(?<!by )this week/));
});

describe('what the caller is', () => {
  it.each(['looking after my aunt, Rose Quill', 'Driving our team to the cup'])('asks of what one does: %s', (typed) => {
    expect(readAffiliation(typed)).toBeUndefined();
    const fields = planNotes({ ...PLAN, callerOrganisation: typed }).map(({ field }) => field);
    expect(fields).toContain('callerOrganisation');
  });
  it.each([
    ['blood drive organisator at Hillview Primary', 'role', 'a blood drive organisator at Hillview Primary'],
    ['civil engineer, SE', 'role', 'a civil engineer, SE'],
    ['LPN, wound care', 'role', 'an LPN, wound care'],
    ['manager, HR', 'role', 'a manager in HR'],
    ['son of your client Harvey Pike', 'role', 'the son of your client Harvey Pike'],
    ['dad of Nell in class 3B', 'role', 'dad of Nell in Class 3B'],
    ['Water of Leith', 'firm', 'Water of Leith'],
    ['Center at Main', 'firm', 'Center at Main'],
    ['Caring Hearts', 'firm', 'Caring Hearts'],
  ])('%s is a %s: %s', (typed, kind, said) => expect(readAffiliation(typed)).toEqual({ kind, said }));

  it('says a post held at the school that both know', () =>
    some(
      {
        callerOrganisation: 'events manager at Marlow College',
        bridge: { tie: 'shared-school', organisation: 'Marlow College' },
      },
      /events manager at Marlow College/,
    ));
});

describe('the minutes beside what is given', () => {
  it('are those of the call', () => {
    const plan = { question: 'Could you come and give our club a lecture on bees?', minutes: '5' };
    never(plan, /lecture on bees[?.] (?:It would only take|Five minutes would|I'd only need|I would only need)/);
    some(
      plan,
      /call[^?]*\?.* It'll only take five minutes|call[^.]*\. (?:It'll only take five minutes|Five minutes (?:on the phone )?is plenty)/,
    );
  });
});

describe('the minutes beside those of a meeting', () => {
  it('are said of the call', () => {
    const question = 'could we sit down for 45 minutes in the week of the 8th?';
    some({ question, minutes: '4' }, /four minutes/);
    never({ question, minutes: '4' }, /[Ff]our minutes would|only need four|would only take four/);
    never({ question, minutes: '45' }, /forty-five/);
  });
});

describe('a subject', () => {
  it.each([
    ["aunt May's house", /about Aunt May's house/],
    ["cousin Ravi's wedding", /about my cousin Ravi's wedding/],
    ['booking software for clinics', /about booking software/],
    ['loan insurance', /about loan insurance/],
    ['cooking demo', /about the cooking demo/],
  ])('takes the article it needs: %s', (topic, said) => some({ topic, question: 'Could we talk?' }, said));

  it('keeps a date that the question does not say', () =>
    some({ topic: 'clean-up day on June 7th', question: 'can your class help on clean-up day?' }, /June 7th/));

  it('is not said beside a question that says it, wherever the other works', () =>
    never(
      {
        objective: 'job',
        whomOrganisation: 'Alder Labs',
        topic: 'the lab assistant post',
        question: 'When do you decide on the lab assistant post?',
      },
      /about the lab assistant post at Alder Labs/,
    ));
});

describe('a tie that is over', () => {
  const bridge = { tie: 'shared-organisation', organisation: 'Lakeside Clinic for two years' } as const;
  it('is told in the past', () => {
    some({ bridge }, /We both worked at Lakeside Clinic, for two years/);
    never({ bridge }, /worked at Lakeside Clinic\.|have both|'ve|Two Years/);
  });
});

describe('letters and names', () => {
  it.each([
    [{ question: 'can Owen reschedule the oral exam?' }, /Owen reschedule/i, /Owen Reschedule/],
    [{ assistant: 'anybody at the desk' }, /anybody at the desk can/i, /Or Anybody/],
    [{ assistant: 'Ann or Lou' }, /Ann or Lou can/, /Or Ann or Lou/],
    [{ whomName: 'the club secretary, Mr. Ives', question: 'who runs the bar on the day?' }, /Mr\. Ives/, /The day|The club/],
  ])('%j', (plan, said, wrong) => {
    some(plan, said);
    never(plan, wrong);
  });

  it.each([
    ['Attorney Dana Reed', { title: 'Attorney', name: 'Dana Reed' }],
    ['tannie Elsa', { title: 'Tannie', name: 'Elsa' }],
    ['Grandpa Joe', { title: 'Grandpa', name: 'Joe' }],
  ])('%s', (typed, read) => expect(readName(typed)).toEqual(read));

  it('keeps what kin the caller is', () => {
    expect(draftOfPlan({ ...PLAN, callerName: 'Granny Bea' }).caller?.name).toBe('Granny Bea');
    always({ callerName: 'Granny Bea', whomName: 'Tim' }, /Granny Bea/);
  });
});
