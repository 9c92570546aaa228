import type { Reader } from '@ringback/core';
import { CallDesk } from 'ringback';
import { JobDesk } from '../../live/job-desk.ts';
import type { OwnDesk } from '../../live/own-desk.ts';
import { TakeDesk, type TakeDeskOptions } from '../../live/take-desk.ts';
import { briefStore } from './briefs.ts';
import { callStore } from './calls.ts';
import type { Database } from './database.ts';
import { scriptStore } from './scripts.ts';
import { takeStore } from './takes.ts';

/** What the desks of all persons share. */
export interface OwnDeskOptions extends Omit<TakeDeskOptions, 'owner' | 'takes' | 'scripts'> {
  db: Database;
  now: () => Date;
  /** Opens what reads the words of a second message. */
  reader: () => Promise<Reader>;
}

/** The desk of any person, made when first asked for. */
export function ownDesks({ db, now, reader, ...shared }: OwnDeskOptions): (owner: string) => OwnDesk {
  // A log remembers what it has worked out.
  const made = new Map<string, OwnDesk>();
  return (owner) => {
    const known = made.get(owner);
    if (known) return known;
    const takes = takeStore(db, now, owner);
    const scripts = scriptStore(db, now, owner);
    const own: OwnDesk = {
      owner,
      scripts,
      briefs: briefStore(db, now, owner),
      takes,
      calls: new CallDesk({ calls: callStore(db, owner), takes, scripts, reader, now }),
      desk: new TakeDesk({ ...shared, owner, takes, scripts }),
      jobs: new JobDesk({ jobs: shared.jobs, owner, takes }),
    };
    made.set(owner, own);
    return own;
  };
}
