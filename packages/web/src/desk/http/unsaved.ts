import { scriptName } from '../../parts/words.ts';
import { api } from './client.ts';

/** A script as it is typed: the name may still be empty. */
export interface WrittenScript {
  name: string;
  text: string;
}

const PREFIX = 'ringback-unsaved-script-';

/** A script that the server has not yet; it outlives a closed tab. */
export function unsavedScript(id: string): WrittenScript | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + id) ?? 'null') as WrittenScript | null;
  } catch {
    return null;
  }
}

/** Keeps what is typed in this browser until the server has it. */
export function keepUnsaved(id: string, script: WrittenScript): void {
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(script));
  } catch {
    // A browser without room still sends it to the server in a moment.
  }
}

/** Saves a script with the server; what was typed meanwhile stays unsaved. `last` when the tab is about to close. */
export async function saveWritten(id: string, script: WrittenScript, { last = false } = {}): Promise<void> {
  await api.saveScript({ id, text: script.text, name: script.name.trim() || scriptName(script.text) }, { last });
  const now = unsavedScript(id);
  if (now?.text === script.text && now.name === script.name) localStorage.removeItem(PREFIX + id);
}

/** Lets go of a script that was deleted. */
export function dropUnsaved(id: string): void {
  localStorage.removeItem(PREFIX + id);
}

/** Sends the scripts that an earlier visit could not. */
export async function sendUnsavedScripts(): Promise<void> {
  const ids = Object.keys(localStorage).flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : []));
  for (const id of ids) {
    const script = unsavedScript(id);
    // Refused or away: it stays, and the next visit tries again.
    if (script !== null) await saveWritten(id, script).catch(() => {});
  }
}
