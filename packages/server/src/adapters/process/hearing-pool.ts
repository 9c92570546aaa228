import type { Hearing, TakeEar } from '../../ports/hearing.ts';

interface Member {
  hearing: Hearing;
  /** Questions that it has. */
  busy: number;
}

/** Several processes that hear. */
export interface HearingPool extends TakeEar {
  /** Loads the model in each, one after the other; resolves when all can hear. Throws "no-model". */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** So many processes that hear, begun when they are needed: each question goes to the one that has the fewest. */
export function hearingPool(size: number, open: () => Hearing): HearingPool {
  const members: Member[] = Array.from({ length: size }, () => ({ hearing: open(), busy: 0 }));
  const ask = async <T>(question: (hearing: Hearing) => Promise<T>): Promise<T> => {
    const member = members.reduce((least, one) => (one.busy < least.busy ? one : least));
    member.busy += 1;
    try {
      return await question(member.hearing);
    } finally {
      member.busy -= 1;
    }
  };
  return {
    async prepare() {
      for (const { hearing } of members) await hearing.prepare();
    },
    hear: (sound, options, onProgress) => ask((hearing) => hearing.hear(sound, options, onProgress)),
    grade: (samples, artifacts, options) => ask((hearing) => hearing.grade(samples, artifacts, options)),
    judge: (artifacts, options) => ask((hearing) => hearing.judge(artifacts, options)),
    async close() {
      await Promise.all(members.map(({ hearing }) => hearing.close()));
    },
  };
}
