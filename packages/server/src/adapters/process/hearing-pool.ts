import type { Hearing, TakeEar } from '../../ports/hearing.ts';

interface Member {
  hearing: Hearing;
  isForPeople: boolean;
  /** Questions that it has. */
  busy: number;
}

/** Several processes that hear. */
export interface HearingPool {
  /** Asks the one that has the fewest questions: of several, the one that is meant for who waits, or for what nobody waits for. */
  ear(waits: boolean): TakeEar;
  /** Loads the model in each, one after the other; resolves when all can hear. Throws "no-model". */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** So many processes that hear, and one more for people who wait; each begun when it is needed. */
export function hearingPool(atOnce: number, open: (isForPeople: boolean) => Hearing): HearingPool {
  const members: Member[] = Array.from({ length: atOnce + 1 }, (_, place) => {
    const isForPeople = place === 0;
    return { hearing: open(isForPeople), isForPeople, busy: 0 };
  });
  const ask = async <T>(waits: boolean, question: (hearing: Hearing) => Promise<T>): Promise<T> => {
    const rank = ({ busy, isForPeople }: Member): number => 2 * busy + (isForPeople === waits ? 0 : 1);
    const member = members.reduce((best, one) => (rank(one) < rank(best) ? one : best));
    member.busy += 1;
    try {
      return await question(member.hearing);
    } finally {
      member.busy -= 1;
    }
  };
  return {
    ear: (waits) => ({
      hear: (sound, options, onProgress) => ask(waits, (hearing) => hearing.hear(sound, options, onProgress)),
      grade: (samples, artifacts, options) => ask(waits, (hearing) => hearing.grade(samples, artifacts, options)),
      judge: (artifacts, options) => ask(waits, (hearing) => hearing.judge(artifacts, options)),
    }),
    async prepare() {
      for (const { hearing } of members) await hearing.prepare();
    },
    async close() {
      await Promise.all(members.map(({ hearing }) => hearing.close()));
    },
  };
}
