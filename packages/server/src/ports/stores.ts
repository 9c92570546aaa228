import {
  type Artifacts,
  type BriefDraft,
  type CaptureSettings,
  type CorrectedWords,
  type RecordingFacts,
  type Review,
  RingbackError,
  type Script,
  type TakeState,
  type TakeSummary,
} from '@ringback/core';
import type { TakeAt } from './jobs.ts';
import type { Page } from './paging.ts';

/** Keeps the scripts of one owner. */
export interface ScriptStore {
  /** Newest change first. */
  list(page?: Page): Promise<Script[]>;
  find(id: string): Promise<Script | null>;
  /** Makes the script or changes it: saving twice does no harm. */
  save(script: Pick<Script, 'id' | 'name' | 'text'>): Promise<Script>;
  /** Its takes stay, without a script. Returns false when there was none. */
  remove(id: string): Promise<boolean>;
}

/** A brief in the making, as kept. */
export interface StoredBrief {
  id: string;
  draft: BriefDraft;
  /** ISO 8601. */
  updatedAt: string;
}

/** Keeps the briefs of one owner. */
export interface BriefStore {
  /** Newest change first. */
  list(page?: Page): Promise<StoredBrief[]>;
  find(id: string): Promise<StoredBrief | null>;
  /** Makes the brief or changes it. */
  save(id: string, draft: BriefDraft): Promise<StoredBrief>;
  /** Returns false when there was none. */
  remove(id: string): Promise<boolean>;
}

/** A take as stored. */
export interface StoredTake extends TakeSummary {
  capture: CaptureSettings | null;
  artifacts: Artifacts | null;
  review: Review | null;
  /** Share of the hearing that is done, 0..1: whichever process hears it. */
  progress: number;
  /** Grows with every hearing that is asked for and every judgement that is kept. */
  revision: number;
  /** What its container said of it; null for what was recorded here. */
  recording: RecordingFacts | null;
  /** SHA-256 of the bytes that were sent, in hexadecimal; null for what was recorded here. */
  digest: string | null;
}

/** What is known of a recording that was sent. */
export type Sent = Pick<StoredTake, 'recording' | 'digest' | 'durationSec'>;

/** What a take was judged to be, without its words. */
export interface JudgedTake {
  id: string;
  review: Pick<Review, 'source' | 'tips' | 'facts' | 'message' | 'delivery' | 'verdict'>;
}

/** What a take starts with. */
export type NewTake = Pick<StoredTake, 'id' | 'scriptId' | 'name' | 'capture' | 'received'> & { state: TakeState } & Partial<Sent>;

/** Takes to look at. */
export interface TakeReader {
  /** Newest first, of one script and of one owner when given. */
  list(of?: { scriptId?: string | undefined; owner?: string | undefined; page?: Page }): Promise<TakeSummary[]>;
  find(id: string): Promise<StoredTake | null>;
  /** Whether there is such a take. */
  has(id: string): Promise<boolean>;
  /** The reviewed takes of a script, oldest first. */
  judgedOf(scriptId: string): Promise<JudgedTake[]>;
}

/** Keeps the takes of one owner; their sound is kept as blobs. */
export interface TakeStore extends TakeReader {
  /** Share of the hearing that is done, 0..1; null where there is no such take. */
  progressOf(id: string): Promise<number | null>;
  /** What was put right in the latest takes in which anything was, at most so many of them; the latest first. */
  corrections(takes: number): Promise<CorrectedWords[]>;
  /** Those that were heard, oldest first. */
  heard(): Promise<TakeAt[]>;
  /** How the takes of a script were said, but for one of them. */
  deliveriesOf(scriptId: string, exceptId: string): Promise<Review['delivery'][]>;
  /** Begins a take; does nothing when it has begun already. Throws where the id or the script is somebody else's, or there is no such script. */
  begin(take: NewTake): Promise<void>;
  /** Throws where {@link TakeStore.begin} would. */
  mayBegin(take: Pick<NewTake, 'id' | 'scriptId'>): Promise<void>;
  change(id: string, change: Partial<Pick<StoredTake, 'name' | 'kept' | 'state' | 'durationSec' | 'progress'>>): Promise<boolean>;
  /** Begins another hearing of it, the next revision. Null where there is no such take. */
  again(id: string, sent: Partial<Sent>): Promise<TakeAt | null>;
  /** Records what was heard and what it reads like, as the next revision. False, and nothing is changed, when the take is at another revision by now. */
  finish(at: TakeAt, artifacts: Artifacts, review: Review): Promise<boolean>;
  fail(id: string, failure: { code: string; message: string }): Promise<void>;
  /** The hearing that was asked for at a revision failed for good or is not wanted any more, and no result of it counts. False when it is over. */
  giveUp(at: TakeAt, failure: { code: string; message: string }): Promise<boolean>;
  /** Takes a hearing up again that was given up. */
  takeUp(at: TakeAt): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}

/** The takes of all owners, for what is done in nobody's name. */
export interface AllTakes {
  /** Takes in a state, oldest first. */
  inState(...states: TakeState[]): Promise<{ id: string; owner: string; state: TakeState }[]>;
  /** Takes that began before, but for those marked to be kept. */
  olderThan(moment: Date): Promise<{ id: string; owner: string }[]>;
  has(id: string): Promise<boolean>;
  remove(id: string): Promise<void>;
}

/** The failure of an id that is somebody else's. */
export const taken = (): RingbackError => new RingbackError('not-allowed', 'This id is taken: send it with a new one.');

/** The failure of a script that is not there, or not this person's. */
export const noSuchScript = (): RingbackError => new RingbackError('no-such-script', 'There is no such script; it may have been deleted.');
