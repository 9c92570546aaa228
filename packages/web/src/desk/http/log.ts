import type { Call, ComposedScript, LogStatistics, NewCall, NextTry, OutcomeKind } from '@ringback/core';
import { asItIs, base, client, query, told } from './client.ts';

/** Calls of one page. House rule: what two screens hold, so that more is asked for while one reads. */
const PAGE = 50;

/** A part of the log, newest first. */
export interface CallPage {
  calls: Call[];
  /** Where the next page begins; null after the last call. */
  next: string | null;
  total: number;
}

/** What a file of calls would bring, or has brought. */
export interface ImportReport {
  program: string;
  found: number;
  leftOut: number;
  problems: { row: number; problem: string }[];
  warnings: string[];
  first: Pick<Call, 'whom' | 'leftAt' | 'objective' | 'outcomes'>[];
  added: number | null;
}

/** How the person wants a file read. */
export interface ImportChoices {
  write?: boolean;
  /** "whom=Full name,leftAt=When" */
  columns?: string;
  dates?: 'month-first' | 'day-first';
}

/** When to try again: days after each message, and the time of day. */
export interface TryRule {
  wait: string;
  at: string;
  weekends: boolean;
}

const ruleOf = ({ wait, at, weekends }: TryRule) => ({ wait, at, weekends: weekends ? ('true' as const) : ('false' as const) });
const path = (id: string) => ({ path: { id } });

/** The log. Every call throws a `Refusal`. */
export const log = {
  page: (after: string | null = null) =>
    told<CallPage>(client.GET('/calls', { params: { query: { limit: PAGE, ...(after !== null && { after }) } } })),
  call: (id: string) => told<Call>(client.GET('/calls/{id}', { params: path(id) })),
  add: (id: string, call: NewCall) => told<Call>(client.PUT('/calls/{id}', { params: path(id), body: call as never })),
  change: (id: string, change: Partial<Call>) => told<Call>(client.PATCH('/calls/{id}', { params: path(id), body: change as never })),
  outcome: (id: string, kind: OutcomeKind, at: string) =>
    told<Call>(client.POST('/calls/{id}/outcomes', { params: path(id), body: { kind, at } })),
  remove: (id: string) => client.DELETE('/calls/{id}', { params: path(id) }),
  statistics: () => told<LogStatistics>(client.GET('/calls/statistics')),
  tries: (rule: TryRule) => told<(NextTry & { whom: string })[]>(client.GET('/calls/follow-ups', { params: { query: ruleOf(rule) } })),
  second: (id: string) => told<{ scripts: ComposedScript[] }>(client.POST('/calls/{id}/second-message', { params: path(id), body: {} })),
  bring: (file: File, { write = false, columns, dates }: ImportChoices) =>
    told<ImportReport>(
      client.POST('/calls/import', {
        params: { query: { name: file.name, write: write ? 'true' : 'false', ...(columns && { columns }), ...(dates && { dates }) } },
        headers: { 'content-type': 'application/octet-stream' },
        body: file as never,
        bodySerializer: asItIs,
      }),
    ),
};

/** Where the calendar of the tries is. */
export const calendarUrl = (rule: TryRule): string => `${base()}/calls/follow-ups.ics${query(ruleOf(rule))}`;

/** Where the whole log is as a file. */
export const exportUrl = (format: 'json' | 'csv'): string => `${base()}/calls/export?format=${format}`;
