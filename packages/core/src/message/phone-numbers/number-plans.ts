/**
 * What digits are under one country's plan. `complete`: dialled from anywhere once the country code is known.
 * `national-only`: complete, but not reachable from abroad (Australian 13 and 1300 numbers). `bare`: complete but for
 * the trunk 0, as some people write it. `local`: without its area code.
 */
export type PlanKind = 'complete' | 'national-only' | 'bare' | 'local';

/** One form of numbers in a country. Patterns hold no nested repeats: matching is linear. */
interface PlanForm {
  kind: PlanKind;
  /** Digits as dialled inside the country. */
  pattern: RegExp;
  /** Digits to drop from the front for the national significant number. */
  trunk: number;
  /** How people there group it, most usual first; sizes add up to the number of digits. */
  groupings: readonly (readonly number[])[];
  /** Seldom given like this; another country's usual form goes before it when the country is not known. */
  rare?: boolean;
}

/** The numbering plan of one country, as far as speaking numbers needs it. */
export interface NumberPlan {
  /** ISO 3166. */
  region: string;
  callingCode: string;
  forms: readonly PlanForm[];
}

function form(kind: PlanKind, pattern: RegExp, trunk: number, ...groupings: number[][]): PlanForm {
  return { kind, pattern, trunk, groupings };
}

const rare = (plain: PlanForm): PlanForm => ({ ...plain, rare: true });

const NORTH_AMERICA: readonly PlanForm[] = [
  form('complete', /^[2-9](?!11)\d\d[2-9]\d{6}$/, 0, [3, 3, 4]),
  form('complete', /^1[2-9](?!11)\d\d[2-9]\d{6}$/, 1, [1, 3, 3, 4]),
  form('local', /^[2-9]\d{6}$/, 0, [3, 4]),
];

/** The countries whose habits are known here, in the order of preference when nothing else decides. */
export const NUMBER_PLANS: readonly NumberPlan[] = [
  { region: 'US', callingCode: '1', forms: NORTH_AMERICA },
  {
    region: 'GB',
    callingCode: '44',
    forms: [
      form('complete', /^02(?:0[378]|[3489]\d)\d{7}$/, 1, [3, 4, 4], [4, 3, 4]),
      rare(form('complete', /^02\d{9}$/, 1, [3, 4, 4], [4, 3, 4])),
      form('complete', /^07\d{9}$/, 1, [5, 6], [5, 3, 3], [4, 3, 4], [3, 4, 4], [3, 2, 3, 3]),
      form('complete', /^01(?:1\d|\d1)\d{7}$/, 1, [4, 3, 4]),
      form('complete', /^01\d{9}$/, 1, [5, 6], [5, 3, 3]),
      form('complete', /^0[3589]\d{9}$/, 1, [4, 3, 4], [4, 3, 2, 2]),
      form('complete', /^0(?:1\d|[58]0)\d{7}$/, 1, [5, 5], [4, 3, 3], [4, 6]),
      form('bare', /^(?:7\d|20|1\d)\d{8}$/, 0, [4, 6], [4, 3, 3], [2, 4, 4], [3, 3, 4]),
      form('local', /^[2-9]\d{7}$/, 0, [4, 4]),
      form('local', /^[2-9]\d{6}$/, 0, [3, 4]),
      form('local', /^[2-9]\d{5}$/, 0, [3, 3], [2, 2, 2]),
    ],
  },
  {
    region: 'IN',
    callingCode: '91',
    forms: [
      form('complete', /^[6-9]\d{9}$/, 0, [5, 5], [4, 3, 3], [3, 3, 4], [2, 4, 4]),
      rare(form('complete', /^0[6-9]\d{9}$/, 1, [1, 5, 5], [6, 5])),
      rare(form('complete', /^0[1-8]\d{9}$/, 1, [3, 4, 4], [3, 8], [4, 3, 4], [4, 7], [5, 6], [5, 3, 3])),
      form('national-only', /^18[06]0\d{6,7}$/, 0, [4, 3, 4], [4, 3, 3], [4, 2, 4]),
      form('local', /^[2-6]\d{7}$/, 0, [4, 4]),
    ],
  },
  {
    region: 'AU',
    callingCode: '61',
    forms: [
      form('complete', /^04\d{8}$/, 1, [4, 3, 3]),
      form('complete', /^0[2378]\d{8}$/, 1, [2, 4, 4]),
      form('national-only', /^1[38]00\d{6}$/, 0, [4, 3, 3], [4, 2, 2, 2]),
      form('national-only', /^13\d{4}$/, 0, [2, 2, 2], [2, 4], [3, 3]),
      form('bare', /^4\d{8}$/, 0, [3, 3, 3]),
      form('local', /^[2-9]\d{7}$/, 0, [4, 4]),
    ],
  },
  {
    region: 'IE',
    callingCode: '353',
    forms: [
      form('complete', /^08[3-9]\d{7}$/, 1, [3, 3, 4], [3, 7]),
      form('complete', /^01\d{7}$/, 1, [2, 3, 4], [2, 7]),
      rare(form('complete', /^0[2-9]\d{8}$/, 1, [3, 3, 4], [4, 3, 3])),
      form('complete', /^0[24-79]\d{7}$/, 1, [3, 3, 3], [3, 2, 4], [3, 6], [4, 5]),
      form('complete', /^1800\d{6}$/, 0, [4, 3, 3]),
      form('national-only', /^18[59]0\d{6}$/, 0, [4, 3, 3]),
      form('bare', /^8[3-9]\d{7}$/, 0, [2, 3, 4]),
      form('local', /^[2-9]\d{6}$/, 0, [3, 4]),
    ],
  },
  {
    region: 'NZ',
    callingCode: '64',
    forms: [
      form('complete', /^0[34679]\d{7}$/, 1, [2, 3, 4]),
      form('complete', /^02\d{7}$/, 1, [3, 3, 3]),
      form('complete', /^02\d{8}$/, 1, [3, 3, 4]),
      rare(form('complete', /^02\d{9}$/, 1, [3, 4, 4])),
      form('complete', /^0(?:800|508)\d{6}$/, 1, [4, 3, 3], [4, 6]),
      form('complete', /^0800\d{7}$/, 1, [4, 3, 4]),
      form('bare', /^2[0-9]\d{7}$/, 0, [2, 3, 4]),
      form('local', /^[2-9]\d{6}$/, 0, [3, 4]),
    ],
  },
  { region: 'CA', callingCode: '1', forms: NORTH_AMERICA },
];

/** The plan of a region, if it is known here. */
export function planOf(region: string | undefined): NumberPlan | undefined {
  return NUMBER_PLANS.find((plan) => plan.region === region);
}

/** Digits as one plan understands them. */
export interface PlanMatch {
  plan: NumberPlan;
  kind: PlanKind;
  /** E.164, or null where the number cannot be reached from abroad as it stands. */
  e164: string | null;
  groupings: readonly (readonly number[])[];
  rare: boolean;
}

/** How `plan` understands digits dialled inside its country; null when it does not. */
export function matchPlan(digits: string, plan: NumberPlan): PlanMatch | null {
  const forms = plan.forms.filter(({ pattern }) => pattern.test(digits));
  const [first] = forms;
  if (!first) return null;
  const reachable = first.kind === 'complete' || first.kind === 'bare';
  return {
    plan,
    kind: first.kind,
    e164: reachable ? `+${plan.callingCode}${digits.slice(first.trunk)}` : null,
    rare: forms.every((form) => form.rare),
    // Two forms of one kind (Indian mobiles and landlines) differ only in their groupings.
    groupings: forms.filter(({ kind, trunk }) => kind === first.kind && trunk === first.trunk).flatMap(({ groupings }) => groupings),
  };
}
