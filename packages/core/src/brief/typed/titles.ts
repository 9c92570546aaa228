/** Titles as they are typed and as they are said. */
const TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mr: 'Mr',
    mrs: 'Mrs',
    ms: 'Ms',
    miss: 'Miss',
    mx: 'Mx',
    dr: 'Dr',
    doctor: 'Dr',
    prof: 'Professor',
    professor: 'Professor',
    sir: 'Sir',
    dame: 'Dame',
    lady: 'Lady',
    lord: 'Lord',
    rev: 'Reverend',
    reverend: 'Reverend',
    rabbi: 'Rabbi',
    imam: 'Imam',
    sister: 'Sister',
    father: 'Father',
    judge: 'Judge',
    captain: 'Captain',
    sergeant: 'Sergeant',
    sgt: 'Sergeant',
    capt: 'Captain',
    col: 'Colonel',
    lt: 'Lieutenant',
    fr: 'Father',
    msgr: 'Monsignor',
    monsignor: 'Monsignor',
    chief: 'Chief',
    elder: 'Elder',
    shri: 'Shri',
    sri: 'Sri',
    smt: 'Smt',
    madam: 'Madam',
    alhaji: 'Alhaji',
    hajia: 'Hajia',
    mallam: 'Mallam',
    pandit: 'Pandit',
    sheikh: 'Sheikh',
    mevrouw: 'Mevrouw',
    meneer: 'Meneer',
    mme: 'Madame',
    mlle: 'Mademoiselle',
    mademoiselle: 'Mademoiselle',
    senator: 'Senator',
    councillor: 'Councillor',
    mayor: 'Mayor',
    governor: 'Governor',
    bishop: 'Bishop',
    pastor: 'Pastor',
    colonel: 'Colonel',
    major: 'Major',
    officer: 'Officer',
    detective: 'Detective',
    inspector: 'Inspector',
    constable: 'Constable',
    engr: 'Engineer',
    barr: 'Barrister',
    atty: 'Attorney',
    cllr: 'Councillor',
    cpl: 'Corporal',
    insp: 'Inspector',
    supt: 'Superintendent',
    coach: 'Coach',
    brother: 'Brother',
    auntie: 'Auntie',
    aunty: 'Aunty',
    signora: 'Signora',
    signor: 'Signor',
    señora: 'Señora',
    señor: 'Señor',
    herr: 'Herr',
    frau: 'Frau',
    familie: 'Familie',
    famille: 'Famille',
    familia: 'Familia',
    monsieur: 'Monsieur',
    madame: 'Madame',
    principal: 'Principal',
    president: 'President',
    dean: 'Dean',
    headmaster: 'Headmaster',
    sheriff: 'Sheriff',
    ambassador: 'Ambassador',
    deacon: 'Deacon',
    nurse: 'Nurse',
    general: 'General',
    lieutenant: 'Lieutenant',
    commissioner: 'Commissioner',
    canon: 'Canon',
    chef: 'Chef',
    aunt: 'Aunt',
    uncle: 'Uncle',
  }),
);
/** Before a title of rank these are not said: "Herr Professor Keller" is Professor Keller. */
export const BEFORE_RANK = new Set([
  ...['Mr', 'Mrs', 'Ms', 'Miss', 'Mx', 'Herr', 'Frau', 'Monsieur', 'Madame', 'Señor', 'Señora', 'Signor', 'Signora', 'Shri', 'Sri', 'Smt'],
  'Madam',
]);
/** Titles that go with a first name: nobody is a stranger's "Sir Oyelaran". */
export const WITH_FIRST_NAME = new Set([
  'Sir',
  'Dame',
  'Sister',
  'Father',
  'Aunt',
  'Uncle',
  'Alhaji',
  'Hajia',
  'Mallam',
  'Pandit',
  'Sheikh',
]);
/** Titles of courtesy; the others are of rank, and stay whatever the tone. */
const COURTESY = new Set(['Mr', 'Mrs', 'Ms', 'Miss', 'Mx']);

/** A title as it is said, its dot as it was typed; undefined for what is none. */
export function readTitle(typed: string): string | undefined {
  const bare = typed.trim().replace(/\.$/, '');
  const title = TITLES.get(bare.toLowerCase());
  if (title === undefined) return undefined;
  return typed.trim().endsWith('.') && title.length <= 3 ? `${title}.` : title;
}

/** "Dr" of "Dr.". */
export const withoutDot = (title: string) => title.replace(/\.$/, '');

/** Whether a title stays even between people who go by first names. */
export const isRank = (title: string): boolean => !COURTESY.has(withoutDot(title));
