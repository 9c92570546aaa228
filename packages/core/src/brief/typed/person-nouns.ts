import { isFirstName, isLastName, isPerson, isWord, singularOf } from './dictionary.ts';
import { HOUSE } from './organisation-case.ts';

/** Endings that name someone who does a thing, in whatever trade. */
const AGENT_ENDING =
  /(?:ist|ician|eer|ologist|ographer|onomist|keeper|maker|worker|writer|seller|holder|teacher|trainer|player|driver|leader|hunter|seeker|giver|taker|goer|owner|manager|planner|designer|developer|engineer|officer|advisor|adviser|investor|inspector|instructor|director|(?:^|[a-z])(?:man|woman|person|lady))$/;

/** Nouns for people by trade, post or standing that no ending gives away, after the International Standard Classification of Occupations. */
const TRADES = new Set(
  (
    'senior sophomore freshman petsitter scoutmaster choirmaster beekeeper childminder housesitter dogsitter tech techie dj mc operative aide guy lad accountant actor actress actuary administrator agent analyst apprentice architect assistant associate attendant attorney auditor author baker banker barber ' +
    'barista bartender bookkeeper bricklayer broker builder butcher buyer candidate caretaker carer carpenter cashier chair chairman chairwoman chairperson ' +
    'chef chief cleaner clerk coach commissioner composer conductor consultant contractor cook coordinator copywriter counsellor counselor courier curator dancer dealer ' +
    'dean decorator detective dietitian doctor editor electrician employee entrepreneur estimator examiner executive expert farmer fellow filmmaker ' +
    'firefighter florist foreman founder freelancer gardener graduate groomer hauler minder walker fitter tiler caterer guard guide hairdresser handyman head headteacher illustrator instructor intern interpreter ' +
    'janitor jeweller jeweler joiner journalist judge labourer laborer landlady landlord landscaper lawyer lead learner lecturer lender librarian lifeguard ' +
    'locksmith mason mayor mechanic mediator member mentor midwife miner minister musician nanny nurse nutritionist official operator painter ' +
    'paralegal paramedic parent partner pastor patient patron pensioner photographer physician physio pilot plasterer plumber poet porter postdoc preacher president ' +
    'principal producer professor programmer proofreader publisher pupil realtor receptionist recruiter referee rep reporter representative researcher ' +
    'resident retiree roofer sailor salesman saleswoman scholar scientist sculptor secretary senator sergeant shopkeeper singer sitter ' +
    'soldier solicitor specialist sponsor steward student superintendent supervisor supplier surgeon surveyor tailor technician tenant therapist trader ' +
    'trainee translator treasurer trustee tutor undertaker undergraduate undergrad valuer vet veteran veterinarian vicar volunteer waiter waitress warden welder winner ' +
    'grad postgrad hire sophomore freshman starter newcomer churchwarden verger organist cantor tenor soprano alto baritone contralto sparky brickie chippy captain drummer guitarist bassist keyboardist babysitter childminder au-pair cellist temp historian choirmaster postmaster beginner runner swimmer climber skater skier major organiser organizer counsel quilter farmhand stagehand deckhand weaver potter knitter glazier thatcher shepherd rancher brewer blogger streamer podcaster influencer marketer fundraiser campaigner mover appraiser adjuster blacksmith goldsmith usher sexton butler dishwasher narrator educator negotiator moderator animator inventor creator picker packer soph frosh striker forward midfielder winger pitcher catcher quarterback fullback goalie defender umpire buyer seller alum alumna alumnus applicant exec lpn lvn cna cpa cfa emt dds dvm lcsw rgn hca ceo cfo coo cto cio cmo vp gp rn md pa jobseeker'
  ).split(' '),
);

/** Nouns for people by kin and company. */
const KIN = new Set(
  (
    'aunt boss boyfriend brother carer caregiver colleague coworker co-worker cousin customer client dad daughter father fiance fiancee fiancé fiancée flatmate ' +
    'friend girlfriend godfather godmother godson goddaughter grandad granddad granddaughter grandfather grandma grandmother grandpa grandson guardian guest ' +
    'housemate husband in-law mom mother mum neighbor neighbour nephew niece papa roommate sister son spouse stepfather stepmother stepson stepdaughter teammate uncle widow ' +
    'widower wife classmate schoolmate buddy pal mate'
  ).split(' '),
);

/** Posts of which a house has one: "head of sales", never "a head of sales". */
const ONE_OF_A_KIND = new Set(
  'head chief ceo cfo coo cto cio cmo president chair chairman chairwoman chairperson dean principal headteacher mayor treasurer founder vicar rector headmaster headmistress'.split(
    ' ',
  ),
);

const bare = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}-]/gu, '')
    .normalize('NFC')
    .replace(/^co-(?!worker)/, '')
    .replace(/-in-law$/, '');

/** Whether a noun names a person: a trade, a post, a relation. */
export const isPersonNoun = (word: string): boolean => TRADES.has(bare(word)) || KIN.has(bare(word)) || AGENT_ENDING.test(bare(word));

/** Churches are of a faith, and nobody calls from one as a methodist. */
const FAITH = /^(?:methodist|baptist|presbyterian|lutheran|adventist|anglican|catholic|episcopalian)$/;
/** Houses that are words for persons too. */
const HOUSES = /^(?:oracle|amazon|monster|champion|target|partners?|associates|brothers|sons|friends)$/;

/** Whether a word of "your organisation or role" says what someone is: a noun above, or any that the dictionary has for a person. */
export const namesSomeone = (word: string): boolean => {
  const noun = bare(word);
  return !FAITH.test(noun) && (isPersonNoun(noun) || (isPerson(noun) && !HOUSES.test(noun)));
};

/** Someone by the ending, in a word that neither the dictionary nor a list of names has: "convenor". */
export const isAgent = (word: string): boolean =>
  /\p{L}{3}(?:er|or|ist|ian|ant|ent|ee)$/iu.test(word) && !isWord(word) && !isFirstName(word) && !isLastName(word) && !HOUSE.test(word);

/** "neighbours", "parents": several at once. */
export const namesSeveral = (word: string): boolean => {
  const noun = bare(word);
  return singularOf(noun) !== noun && !HOUSES.test(noun) && namesSomeone(singularOf(noun));
};

/** Whether a noun names a relation: "mother", "friend". */
export const isKin = (word: string): boolean => KIN.has(bare(word));

/** Whether a house has only one of them. */
export const isSinglePost = (word: string): boolean => ONE_OF_A_KIND.has(bare(word));

/** The article of a noun: "an" where it sounds so. Initials are spelled: "an RN", "an MBA student", "a UX designer". */
export function articleOf(phrase: string): 'a' | 'an' {
  const first = phrase.split(/[\s-]/)[0] ?? '';
  if (/^(?:hour|honest|honou?r|heir)/i.test(first)) return 'an';
  if (/^u\d/i.test(first)) return 'a';
  if (/^(?:uni(?!n|m)|use|usu|eu|one\b|once\b|ut[ai])/i.test(first)) return 'a';
  if (/^\p{Lu}{2,}s?$|^\p{Lu}{2}\p{Ll}$|^\p{Lu}\./u.test(first)) return /^[AEFHILMNORSX]/.test(first) ? 'an' : 'a';
  return /^(?:[aeiou]|8|11\b|18\b)/i.test(first) ? 'an' : 'a';
}

/** Trades that give back what they worked on: "the suit is ready" is news from a tailor. */
const ON_THINGS =
  /\b(?:mechanic|tailor|groomer|repairer|repairman|cleaner|dry cleaner|baker|florist|framer|jeweller|jeweler|cobbler|locksmith|vet|veterinarian|pharmacist|optician|printer|technician|upholsterer|plumber|electrician|decorator|builder|carpenter|joiner|photographer|dressmaker|seamstress|watchmaker|restorer|caterer|bookbinder|tutor|librarian|receptionist|kennel|cattery|garage)s?\b/i;

/** Whether a role is such a trade. */
export const worksOnThings = (role: string): boolean => ON_THINGS.test(role);

/** Posts that one holds in a house, where a merchant or a framer is the house itself. */
export const HELD =
  /\b(?:manager|director|officer|coordinator|assistant|secretary|treasurer|president|chair|driver|nurse|teacher|receptionist|head|lead|rep|representative|supervisor|administrator|organiser|organizer|editor|engineer|buyer|clerk|caretaker|warden|volunteer)$/i;

/** Who call together as what they are, where "orchard growers" are a firm. */
export const SEVERAL =
  /^(?:parents|tenants|residents|neighbou?rs|students|pupils|customers|patients|members|friends|grandparents|sisters|brothers|owners|volunteers|guests)$/i;
