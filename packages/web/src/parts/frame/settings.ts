import { regionOfLocale } from '@ringback/core';

/** What the person has told once, kept in this browser. */
export interface Settings {
  /** Who calls, filled into every new plan. */
  name: string;
  organisation: string;
  number: string;
  email: string;
  /** The country whose numbers need no code, "GB"; empty for the browser's own. */
  region: string;
  /** The name of a voice of this system, "bundled" for the one that comes along, empty for whichever is there. */
  voice: string;
  /** Words per minute the person speaks in messages, pauses included; null where it is not known. */
  pace: number | null;
}

const KEY = 'ringback-settings';
const NOTHING_TOLD: Settings = { name: '', organisation: '', number: '', email: '', region: '', voice: '', pace: null };

/** The settings as they are now. */
export function settings(): Settings {
  try {
    return { ...NOTHING_TOLD, ...(JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Settings> | null) };
  } catch {
    return NOTHING_TOLD;
  }
}

/** Keeps what was changed; a browser without room forgets it with the tab. */
export function changeSettings(change: Partial<Settings>): Settings {
  const changed = { ...settings(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(changed));
  } catch {
    // Nothing else depends on it.
  }
  return changed;
}

/** Where the person's numbers are read: as told in the settings, else by the language of the browser. */
export function ownRegion(): string {
  return settings().region || (regionOfLocale(navigator.language) ?? 'US');
}
