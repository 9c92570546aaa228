import type { AllTakes } from '../ports/stores.ts';
import type { TakeSound } from './take-sound.ts';

/**
 * Puts in order what a server that died left, before anyone can send a take. Sound of an upload whose take is known is its sound; where the
 * take never was it is deleted, as nobody was told that it is kept. A deletion that was begun is done. A live take that never got a file
 * for its sound is none: nobody was told that it has started.
 */
export async function clearLeftBehind(takes: Pick<AllTakes, 'has' | 'inState' | 'remove'>, sound: TakeSound): Promise<void> {
  for (const id of await sound.aside()) {
    if (await takes.has(id)) await sound.settle(id);
    else await sound.sweep(id);
  }
  for (const id of await sound.discarded()) {
    await takes.remove(id);
    await sound.remove(id);
  }
  for (const { id } of await takes.inState('recording')) {
    if (await sound.has(id)) continue;
    await takes.remove(id);
    await sound.remove(id);
  }
}
