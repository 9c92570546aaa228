import {
  addOutcome,
  beginCall,
  type Call,
  type CallChange,
  callChangeSchema,
  changeCall,
  composeSecond,
  FOLLOW_UP_RULE,
  type FollowUpRule,
  followUpCalendar,
  type LogStatistics,
  logToCsv,
  logToJson,
  messageReadOf,
  type NewCall,
  type NextTry,
  newCallSchema,
  nextTries,
  type OutcomeKind,
  PLAINLY,
  parseBrief,
  placesOf,
  type Reader,
  type Review,
  RingbackError,
  type Script,
  type SecondMessage,
  statisticsOf,
} from '@ringback/core';
import { reviewScript } from '../review-script.ts';
import { type CallCursor, type CallStore, noSuchCall } from './call-store.ts';

/** What the desk works with. */
export interface CallDeskOptions {
  calls: CallStore;
  takes: { find(id: string): Promise<{ review: Review | null } | null> };
  scripts: { find(id: string): Promise<Pick<Script, 'name' | 'text'> | null> };
  /** Opened when a message has to be read. */
  reader: () => Promise<Reader>;
  now: () => Date;
}

/** A part of the log, newest first. */
export interface CallPage {
  calls: Call[];
  /** Where the next page begins; null after the last call. */
  next: string | null;
  /** Calls of the whole log. */
  total: number;
}

/** A time to try again, with the name of whom. */
export interface NamedTry extends NextTry {
  whom: string;
}

const cursorOf = ({ leftAt, id }: CallCursor) => `${leftAt}_${id}`;
const DAY_NAMES = new Intl.DateTimeFormat('en', { weekday: 'long' });
const DATES = new Intl.DateTimeFormat('en', { month: 'long', day: 'numeric' });
const DAY_MS = 86_400_000;
/** "2026-11-23T12" */
const HOUR_CHARS = 13;
const WEEK_MS = 6 * DAY_MS;
/**
 * Days beyond the rule's own waits after which a message is no longer followed up: who was never answered in a season is not called
 * "again". House rule; it also spares a log of many years from being read whole for a handful of tries.
 */
const FOLLOWED_DAYS = 90;
/** Calendar days that a wait of working days takes at most, beside the wait itself. */
const WITH_WEEKENDS = 2;

/** The date of a moment on this machine's calendar. */
export function localDate(moment: string): string {
  const date = new Date(moment);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Everything that is done with the log; command line, HTTP and MCP all come here. */
export class CallDesk {
  readonly #options: CallDeskOptions;
  #statistics: { key: string; value: LogStatistics } | null = null;

  constructor(options: CallDeskOptions) {
    this.#options = options;
  }

  get store(): CallStore {
    return this.#options.calls;
  }

  #now(): string {
    return this.#options.now().toISOString();
  }

  async page(limit: number, cursor?: string): Promise<CallPage> {
    const [leftAt = '', id = ''] = cursor?.split('_') ?? [];
    const calls = await this.store.page(limit, cursor === undefined ? undefined : { leftAt, id });
    const last = calls.length === limit ? calls.at(-1) : undefined;
    return { calls, next: last === undefined ? null : cursorOf(last), total: await this.store.count() };
  }

  /** One call by its id or the beginning of it. Throws "no-such-call" and "which-call". */
  async find(id: string): Promise<Call> {
    const [call, another] = await this.store.startingWith(id);
    if (call === undefined || id === '') throw noSuchCall();
    if (another !== undefined) throw new RingbackError('which-call', 'More than one call begins with that id: give more of it.');
    return call;
  }

  /** Keeps a call; the same id again changes it, so that sending twice does no harm. Throws "bad-call". */
  async save(value: unknown, id: string = crypto.randomUUID()): Promise<Call> {
    const told = newCallSchema.safeParse(value, PLAINLY);
    if (!told.success) throw new RingbackError('bad-call', `The call cannot be kept: ${placesOf(told.error, 'call')}.`);
    const read = told.data.read ?? (await this.#readOf(told.data));
    const there = await this.store.find(id);
    const next =
      there === null ? beginCall(id, { ...told.data, read }, this.#now()) : changeCall(there, told.data as CallChange, this.#now());
    if (there === null) await this.#add(next);
    else await this.store.replace(next);
    return next;
  }

  /** Throws where the id is somebody else's. */
  async #add(call: Call): Promise<void> {
    if ((await this.store.add([call])) === 0 && (await this.store.find(call.id)) === null) throw noSuchCall();
  }

  /** What the take or, without one, the script reads like. */
  async #readOf({ takeId, scriptId }: NewCall): Promise<Call['read']> {
    const take = takeId ? await this.#options.takes.find(takeId) : null;
    if (take?.review) return messageReadOf(take.review);
    const script = scriptId ? await this.#options.scripts.find(scriptId) : null;
    if (script === null) return null;
    const reader = await this.#options.reader();
    return messageReadOf(reviewScript(script.text, { name: script.name, review: { reader } }).review);
  }

  async change(id: string, value: unknown): Promise<Call> {
    const change = callChangeSchema.safeParse(value, PLAINLY);
    if (!change.success) throw new RingbackError('bad-call', `The change cannot be made: ${placesOf(change.error, 'call')}.`);
    const next = changeCall(await this.find(id), change.data as CallChange, this.#now());
    await this.store.replace(next);
    return next;
  }

  /** @param at ISO 8601; now by default. */
  async outcome(id: string, kind: OutcomeKind, at: string = this.#now()): Promise<Call> {
    const next = addOutcome(await this.find(id), kind, at, this.#now());
    await this.store.replace(next);
    return next;
  }

  async remove(id: string): Promise<void> {
    if (!(await this.store.remove((await this.find(id)).id))) throw noSuchCall();
  }

  /** What was worked out last stands until the log is written to, an hour at most: a log of 100,000 calls takes a second or two. */
  async statistics(horizonDays?: number): Promise<LogStatistics> {
    const now = this.#now();
    const key = [await this.store.revision(), horizonDays, now.slice(0, HOUR_CHARS)].join(' ');
    if (this.#statistics?.key !== key) {
      const options = { now, ...(horizonDays === undefined ? {} : { horizonDays }) };
      this.#statistics = { key, value: statisticsOf(await this.store.facts(), options) };
    }
    return this.#statistics.value;
  }

  async exported(format: 'json' | 'csv'): Promise<string> {
    const calls = await this.store.all();
    return format === 'json' ? logToJson(calls) : logToCsv(calls);
  }

  async followUps(rule: FollowUpRule = FOLLOW_UP_RULE): Promise<{ tries: NamedTry[]; calendar: string }> {
    const days = rule.waitDays.reduce((sum, wait) => sum + wait * WITH_WEEKENDS, FOLLOWED_DAYS);
    const calls = await this.store.since(new Date(this.#options.now().getTime() - days * DAY_MS));
    const tries = nextTries(calls, rule, localDate);
    const names = new Map(calls.map(({ id, whom }) => [id, whom.name]));
    const named = tries.map((one) => ({ ...one, whom: names.get(one.callId) ?? '' }));
    return { tries: named, calendar: followUpCalendar(tries, calls, this.#now()) };
  }

  /** The second message to the person of a call. @param given The brief of the first, where the call has none. */
  async second(id: string, given?: unknown): Promise<SecondMessage> {
    const call = await this.find(id);
    const brief = given === undefined ? call.brief : parseBrief(given);
    const script = call.scriptId === null ? null : await this.#options.scripts.find(call.scriptId);
    return composeSecond(
      { brief: brief as Call['brief'] },
      { reader: await this.#options.reader(), day: this.#dayOf(call.leftAt), ...(script === null ? {} : { first: script.text }) },
    );
  }

  /** "Tuesday" within the week, else "November 3". */
  #dayOf(moment: string): string {
    const date = new Date(moment);
    const recent = this.#options.now().getTime() - date.getTime() < WEEK_MS;
    return (recent ? DAY_NAMES : DATES).format(date);
  }
}
