import { fakeHearing } from './ports/hearing.fake.ts';
import type { Hearing } from './ports/hearing.ts';

/** A hearing that counts what it is asked, and answers no question while it is held. */
export async function heldHearing() {
  const fake = await fakeHearing();
  const count = { begun: 0, done: 0 };
  let mayHear: Promise<void> = Promise.resolve();
  return {
    count,
    /** Holds every question from now on; the returned function lets them be answered. */
    hold(): () => void {
      let allow = (): void => {};
      mayHear = new Promise((resolve) => (allow = resolve));
      return () => allow();
    },
    open: (): Hearing => ({
      ...fake,
      async hear(...question) {
        count.begun += 1;
        await mayHear;
        count.done += 1;
        return fake.hear(...question);
      },
    }),
  };
}
