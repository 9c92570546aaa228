import type { Brief } from '../../brief/brief.ts';

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame)\.?\s+/i;

/** The names of one message, as they are said. */
export interface SpokenNames {
  /** How the called person is greeted. */
  whom: string;
  caller: string;
  callerGiven: string;
}

/** First names among equals; with a formal register, the title and the family name where the brief has a title, else the full name. */
export function spokenNames({ whom, caller, register }: Brief): SpokenNames {
  const bare = whom.name.replace(TITLE, '').trim() || whom.name;
  const words = bare.split(' ');
  const title = whom.title ?? TITLE.exec(whom.name)?.[0].trim();
  const formal = title && words.length > 0 ? `${title} ${words.at(-1)}` : bare;
  return {
    whom: register === 'formal' ? formal : (words[0] ?? bare),
    caller: caller.name,
    callerGiven: caller.name.replace(TITLE, '').split(' ')[0] ?? caller.name,
  };
}
