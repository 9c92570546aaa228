import type { Call } from '@ringback/core';
import { useCallback, useState } from 'react';
import { type CallPage, log } from '../../desk/http/log.ts';
import { sentenceOf } from '../../desk/http/problem.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';

/** The calls that are shown, newest first, and the way to more of them. */
export interface ShownCalls {
  calls: Call[];
  total: number;
  /** False until the first page is there. */
  loaded: boolean;
  hasMore: boolean;
  failure: string | null;
  more(): void;
  /** Begins again with the first page. */
  reload(): void;
  /** Puts a changed call in its place. */
  replace(call: Call): void;
}

/** Loads the log a page at a time: a log of many years opens as fast as a new one. */
export function useCalls(): ShownCalls {
  const { value, failure, reload, replace: put } = useLoaded<CallPage>(() => log.page(), 'calls');
  const [refused, setRefused] = useState<string | null>(null);
  const more = useCallback(() => {
    if (value?.next == null) return;
    setRefused(null);
    log.page(value.next).then(
      (page) => put({ ...page, calls: [...value.calls, ...page.calls] }),
      (error: unknown) => setRefused(sentenceOf(error)),
    );
  }, [value, put]);
  const replace = useCallback(
    (call: Call) => {
      if (value) put({ ...value, calls: value.calls.map((one) => (one.id === call.id ? call : one)) });
    },
    [value, put],
  );
  const { calls = [], total = 0, next = null } = value ?? {};
  return { calls, total, loaded: value !== null, hasMore: next !== null, failure: failure ?? refused, more, reload, replace };
}
