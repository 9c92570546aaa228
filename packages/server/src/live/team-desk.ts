import { lastWeeks, type NextToCoach, nextToCoach, RECENT_TAKES, type TipWeeks } from '@ringback/core';
import type { PersonProgress, ProgressReader, ShownFinding } from '../ports/coaching.ts';
import type { PeopleStore, Person } from '../ports/people.ts';

/** What is coached next, with a take that shows it. */
export interface ShownNext extends NextToCoach {
  takeName: string;
  /** What the tip found in that take; null where nothing of it is left. */
  finding: ShownFinding | null;
}

/** One person of the team, and how their takes went. */
export interface TeamMember extends Person, PersonProgress {
  tips: TipWeeks[];
  next: ShownNext | null;
}

/** The team as far as who asks may see it. */
export interface TeamReport {
  /** The Mondays (UTC) on which the weeks began, oldest first. */
  weeks: string[];
  people: TeamMember[];
}

/** How the people of a team get on. */
export class TeamDesk {
  readonly #options: { people: Pick<PeopleStore, 'people'>; progress: ProgressReader; now: () => Date };

  constructor(options: { people: Pick<PeopleStore, 'people'>; progress: ProgressReader; now: () => Date }) {
    this.#options = options;
  }

  /** Everyone for a coach or an owner, for a member what is their own. */
  async report(who: Person, weekCount: number): Promise<TeamReport> {
    const { people, progress, now } = this.#options;
    const reach = who.role === 'member' ? who.id : null;
    const all = reach === null ? await people.people() : [who];
    const known = all.some(({ id }) => id === who.id) ? all : [who, ...all];
    const weeks = lastWeeks(now(), weekCount);
    const [counts, tips, recent] = await Promise.all([
      progress.counts(reach),
      progress.tipWeeks(reach, weeks),
      progress.recent(reach, RECENT_TAKES),
    ]);
    const next = new Map([...recent].map(([id, takes]) => [id, nextToCoach(takes)]));
    const findings = await progress.findings([...next.values()].filter((one) => one !== null));
    const nextOf = (id: string): ShownNext | null => {
      const one = next.get(id) ?? null;
      const takeName = recent.get(id)?.find(({ takeId }) => takeId === one?.takeId)?.name;
      return one && takeName !== undefined ? { ...one, takeName, finding: findings.get(one.takeId) ?? null } : null;
    };
    const nothing: PersonProgress = { takes: 0, reviewed: 0, lastTakeAt: null };
    return {
      weeks,
      people: known.map((person) => ({
        ...person,
        ...(counts.get(person.id) ?? nothing),
        tips: tips.get(person.id) ?? [],
        next: nextOf(person.id),
      })),
    };
  }
}
