/** Nouns that name a person by a tie to another. */
export const RELATIONS: ReadonlySet<string> = new Set(
  (
    'colleague coworker workmate friend mate pal buddy chum flatmate housemate roommate neighbour neighbor boss manager supervisor director deputy assistant secretary pa sister brother mother mum mom mam mammy father dad daddy uncle aunt ' +
    'auntie cousin wife husband partner fiancee fiance girlfriend boyfriend son daughter nephew niece grandson granddaughter grandmother grandfather gran granny nan grandma grandpa granddad grandad sis bro teacher professor tutor coach ' +
    'mentor client customer accountant lawyer solicitor barrister attorney doctor dentist landlord landlady tenant lodger classmate batchmate teammate pastor priest rabbi vicar imam recruiter agent vet hairdresser barber builder plumber ' +
    'electrician mechanic ceo cfo cto chairman chairwoman chair president principal headteacher dean investor contact acquaintance employee predecessor successor receptionist foreman gaffer sergeant captain advisor adviser student pupil ' +
    'intern trainee apprentice patient supplier designer architect editor producer nurse chef bookkeeper consultant associate counterpart ex godmother godfather instructor trainer trustee nanny babysitter bandmate shipmate crewmate ' +
    'understudy protege referee sponsor guru inlaw stepson stepdaughter stepdad stepmum stepmom twin other half'
  ).split(' '),
);

/** The same for several people. */
export const RELATION_GROUPS: ReadonlySet<string> = new Set(
  'colleagues coworkers friends mates neighbours neighbors clients customers students directors partners employees patients teachers managers staff lads parents cousins brothers sisters kids children sons daughters tenants folks classmates'.split(
    ' ',
  ),
);
