import { describe, expect, it } from 'vitest';
import { always, never, sayings } from './typed-plan.fixture.ts';

const says = (plan: Parameters<typeof sayings>[0], said: RegExp) => expect(sayings(plan).some((text) => said.test(text))).toBe(true);

describe('a question in no form that is surely read', () => {
  it.each([
    ['you still need installers?', /[Dd]o you still need installers\?/, /are you still need/i],
    ['you still do alterations?', /[Dd]o you still do alterations\?/, /are you still do/i],
    ['you looking to lock in a rate this week', /[Aa]re you looking to lock in/, /whether you looking/],
    ['yall still hiring for the night run?', /[Aa]re y['’]all still hiring/, /the y['’]?all/i],
    ['home or away?', /[Hh]ome or away\?/, /are you home/i],
    ['indoors or outdoors?', /[Ii]ndoors or outdoors\?/, /are you indoors/i],
    ['invoice paid yet?', /[Ii]nvoice paid yet\?/, /could I have|whether/i],
    ['problem with the boiler?', /[Pp]roblem with the boiler\?/, /could I have/i],
    ['change of address done?', /[Cc]hange of address done\?/, /could I change/i],
    ['you folks open on Sundays?', /[Yy]ou folks open on Sundays\?/, /whether/],
    ['bigger size available?', /[Bb]igger size available\?/, /the bigger/i],
    ['everything ok with the delivery?', /[Ii]s everything ok/, /the everything/i],
  ])('is said as it was typed, or with the verb it lacks: %s', (question, said, wrong) => {
    says({ question }, said);
    never({ question }, wrong);
  });

  it.each([
    'would 11 suit for the mass or is it 12',
    'have ye a pitch for us Saturday or will we host',
    'are 6 chairs enough or do we need more',
    'by what time will the tanker reach tomorrow',
    'from which platform does it leave',
    'By when do you need the numbers?',
  ])('ends as a question: %s', (question) => {
    const asked = question.replace(/\?$/, '').slice(1);
    always({ question }, new RegExp(`${asked}\\?`));
  });

  it('has “one question” before it only where it is one', () => {
    says({ question: 'which date works for you, the 9th or the 16th?' }, /[Oo]ne (?:quick )?question[^.?]*: which date/);
    never({ question: 'what floor is it on and is there a lift' }, /[Oo]ne (?:quick )?question[^.?]*: what floor/);
    never({ question: 'flight lands 6:40, you picking me up or shall i get a cab?' }, /question: flight/);
  });
});

describe('why by then', () => {
  const by = { deadline: 'Thursday' };

  it.each([
    ['another school district needs an answer from me', /[Aa]nother school district needs/, /the another/i],
    ['each of the buyers wants it', /each of the buyers wants it/i, /the each/i],
    ['theres a waiting list', /there['’]s a waiting list/i, /a is waiting|list is/],
    ['theres a closing date', /there['’]s a closing date/i, /a is closing/],
    ['its a 4 hr drive', /it['’]s a 4-hour drive/i, /HR/],
    ['no hot water since sunday and weve got a newborn', /\. No hot water since Sunday/, /because no hot water/],
  ])('stands as it was typed: %s', (because, said, wrong) => {
    says({ ...by, because }, said);
    never({ ...by, because }, wrong);
  });

  it.each(['the story airs at 5', 'schedules lock Wednesday', 'the papers print at 6', 'flight at 6am'])(
    'hangs on nothing where it could be a clause or a thing: %s',
    (because) => {
      says({ ...by, because }, new RegExp(`\\. The reason: ${because}\\.`));
      never({ ...by, because }, /because of|It['’]s for/);
    },
  );

  it.each([
    ['the grant deadline', /because of the grant deadline/],
    ['deadline for the grant', /because of the deadline for the grant/],
    ['end of tax year', /because of the end of tax year/],
    ['her birthday', /It['’]s for her birthday/],
  ])('is a thing where it surely names one: %s', (because, said) => says({ ...by, because }, said));

  it.each(['consultation closes', 'apps close', 'my visa runs out', 'our lease ends'])('is the day itself: %s', (because) => {
    says({ ...by, because }, new RegExp(`Thursday[^.?]*[.?] That['’]s when ${because}\\.`));
    never({ ...by, because }, /because/);
  });

  it('that points to the date stands right behind it', () => {
    const plan = { deadline: 'the end of term', question: 'could you donate a prize for the raffle?', minutes: '5' };
    for (const because of ["that's when we print the tickets", 'school fees only come in then'])
      always({ ...plan, because }, new RegExp(`the end of term[^.?]*[.?] ${because}\\.`, 'i'));
  });
});

describe('a subject', () => {
  it.each([
    ['making tax digital', 'making tax digital'],
    ['Mateo being out sick', 'Mateo being out sick'],
    ['Aisha needing a lift', 'Aisha needing a lift'],
    ["Mrs Heneghan's funeral on Friday", "Mrs Heneghan's funeral on Friday"],
    ['sunday lunch', 'Sunday lunch'],
    ['home care for dad', 'home care for dad'],
    ['another go at the exam', 'another go at the exam'],
    ['team lunch', 'the team lunch'],
    ['ICU residency interview last thursday', 'the ICU residency interview last Thursday'],
    ['CNM1 post in the stroke unit', 'the CNM1 post in the stroke unit'],
    ['canteen roster term 3', 'the canteen roster for term 3'],
    ['boiler service tomorrow', 'the boiler service tomorrow'],
  ])('has its article, and no other: %s', (topic, said) =>
    expect(sayings({ topic, question: 'Could we talk?' }).some((text) => text.includes(`about ${said}`))).toBe(true),
  );

  it('keeps the whole name of a place and of a house', () => {
    never({ topic: 'the broken swings in Penny Park', callerOrganisation: 'chair of the Friends of Penny Park' }, /in Penny(?! Park)/);
    never(
      {
        topic: 'the driver job',
        objective: 'job',
        whomOrganisation: 'Redline Freight',
        bridge: { tie: 'shared-organisation', organisation: 'Redline' },
      },
      /there Freight/,
    );
  });
});

describe('what the caller is', () => {
  it.each([
    ['LPN', /\ban LPN\b/],
    ['cpa', /\ba CPA\b/],
    ['CDL driver 12 yrs', /\ba CDL driver of 12 years\b/],
    ['nurse 20 years', /\ba nurse of 20 years\b/],
    ['Account Executive - Northgate Payroll', /\ban account executive at Northgate Payroll\b/],
    ['Buyer | Quarry Textiles', /\ba buyer at Quarry Textiles\b/],
    ['SaaS account exec at Loopline', /\ba SaaS account exec at Loopline\b/],
    ['staff nurse, Galway', /\ba staff nurse in Galway\b/],
    ['Secretary, Little Wenham WI', /\bsecretary of Little Wenham WI\b/],
    ["Mateo's mom, 3rd grade", /\bmom of Mateo in 3rd grade\b/],
    ["Yusuf's mum, 4B", /\bmum of Yusuf in 4B\b/],
    ['unit 4C', /(?:I['’]m|Castell(?: here)?,) in unit 4C\b/],
  ])('is no firm and has its article: %s', (callerOrganisation, said) => {
    says({ callerOrganisation }, said);
    never({ callerOrganisation }, /\bfrom (?!you\b)|\bthe in\b|\ba secretary\b/);
  });
});
