import { RingbackError } from '@ringback/core';

/** Times that hearing is begun again. House rule: what ends a process twice may be chance, such as another program that takes the memory. */
const MOST_TRIES = 3;

/** Does the work again while what hears is lost under it. Throws what the last try throws. */
export async function whileLost<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof RingbackError) || error.code !== 'hearing-lost' || tries === MOST_TRIES) throw error;
    }
  }
}
