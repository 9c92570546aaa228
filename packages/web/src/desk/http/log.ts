import type { Call, ComposedScript, LogStatistics, NewCall, NextTry, OutcomeKind } from '@ringback/core';
import { ask, askJson, base, jsonBody, query } from './client.ts';

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

const ruleQuery = ({ wait, at, weekends }: TryRule) => query({ wait, at, weekends: String(weekends) });

/** The log. Every call throws a `Refusal`. */
export const log = {
  page: (after: string | null = null) => askJson<CallPage>(`/calls${query({ limit: String(PAGE), after })}`),
  call: (id: string) => askJson<Call>(`/calls/${id}`),
  add: (id: string, call: NewCall) => askJson<Call>(`/calls/${id}`, jsonBody('PUT', call)),
  change: (id: string, change: Partial<Call>) => askJson<Call>(`/calls/${id}`, jsonBody('PATCH', change)),
  outcome: (id: string, kind: OutcomeKind, at: string) => askJson<Call>(`/calls/${id}/outcomes`, jsonBody('POST', { kind, at })),
  remove: (id: string) => ask(`/calls/${id}`, { method: 'DELETE' }),
  statistics: () => askJson<LogStatistics>('/calls/statistics'),
  tries: (rule: TryRule) => askJson<(NextTry & { whom: string })[]>(`/calls/follow-ups${ruleQuery(rule)}`),
  second: (id: string) => askJson<{ scripts: ComposedScript[] }>(`/calls/${id}/second-message`, jsonBody('POST', {})),
  bring: (file: File, { write = false, columns, dates }: ImportChoices) =>
    askJson<ImportReport>(`/calls/import${query({ name: file.name, write: String(write), columns, dates })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }),
};

/** Where the calendar of the tries is. */
export const calendarUrl = (rule: TryRule): string => `${base()}/calls/follow-ups.ics${ruleQuery(rule)}`;

/** Where the whole log is as a file. */
export const exportUrl = (format: 'json' | 'csv'): string => `${base()}/calls/export?format=${format}`;
