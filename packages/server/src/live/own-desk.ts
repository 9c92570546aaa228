import type { CallDesk } from 'ringback';
import type { BriefStore, ScriptStore, TakeStore } from '../ports/stores.ts';
import type { JobDesk } from './job-desk.ts';
import type { TakeDesk } from './take-desk.ts';

/** All that is one person's: nothing reached through it is anybody else's. */
export interface OwnDesk {
  owner: string;
  scripts: ScriptStore;
  briefs: BriefStore;
  takes: TakeStore;
  calls: CallDesk;
  desk: TakeDesk;
  /** The work behind calls. */
  jobs: JobDesk;
}
