import type { AllTakes } from '../ports/stores.ts';
import type { TakeSound } from './take-sound.ts';

/**
 * Puts in order what a server that died left of uploads: sound whose take is known is its sound, sound whose take never was is deleted, as
 * nobody was told that it is kept. Before anyone can send a take.
 */
export async function clearLeftBehind(takes: Pick<AllTakes, 'has'>, sound: TakeSound): Promise<void> {
  for (const id of await sound.aside()) {
    if (await takes.has(id)) await sound.settle(id);
    else await sound.sweep(id);
  }
}
