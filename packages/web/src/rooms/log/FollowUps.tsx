import { useMemo, useState } from 'react';
import { calendarUrl, log, type TryRule } from '../../desk/http/log.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';
import { goTo } from '../../parts/frame/route.ts';
import { Press } from '../../parts/Press.tsx';

const KEY = 'ringback-try-rule';
const DEFAULT: TryRule = { wait: '3,5', at: '10:00', weekends: false };
/** Tries that are listed; the calendar has them all. House rule. */
const SHOWN = 10;
const WAIT = /^\d{1,3}(,\d{1,3}){0,9}$/;

function keptRule(): TryRule {
  try {
    return { ...DEFAULT, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<TryRule>) };
  } catch {
    return DEFAULT;
  }
}

/** "2026-12-01" as a person says it: "Tue 1 Dec". */
function dateWords(date: string): string {
  return new Date(`${date}T12:00:00`).toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** Whom to try again, by the person's own rule; as a file and as an address for a calendar. */
export function FollowUps({ changes }: { changes: number }) {
  const [rule, setRule] = useState(keptRule);
  const [wait, setWait] = useState(() => rule.wait.replaceAll(',', ', '));
  const { value: tries } = useLoaded(() => log.tries(rule), `${JSON.stringify(rule)} ${changes}`);
  const change = (part: Partial<TryRule>) => {
    const next = { ...rule, ...part };
    setRule(next);
    localStorage.setItem(KEY, JSON.stringify(next));
  };
  const plain = wait.replace(/\s+/g, '');
  const isWrong = !WAIT.test(plain);
  const feed = useMemo(() => new URL(calendarUrl(rule), location.href).href, [rule]);
  return (
    <section className="sheet log-again" aria-labelledby="log-again-title">
      <h2 id="log-again-title">Whom to try again</h2>
      {tries?.length === 0 && <p className="soft">Nobody for now.</p>}
      <ul className="again-list">
        {tries?.slice(0, SHOWN).map(({ callId, whom, date, time, attempt }) => (
          <li key={callId}>
            <span className="again-when">
              {dateWords(date)}, {time}
            </span>{' '}
            <span>
              {whom} <span className="soft">· message {attempt}</span>
            </span>
            <Press weight="quiet" aria-label={`Open the call to ${whom}`} onPress={() => goTo('log', callId)}>
              Open
            </Press>
          </li>
        ))}
      </ul>
      {tries && tries.length > SHOWN && <p className="soft">And {tries.length - SHOWN} more, all in the calendar.</p>}
      <div className="again-rule">
        <label>
          Days to wait, after each message
          <input
            value={wait}
            inputMode="numeric"
            aria-invalid={isWrong}
            aria-describedby="again-help"
            onChange={({ target }) => {
              setWait(target.value);
              const typed = target.value.replace(/\s+/g, '');
              if (WAIT.test(typed)) change({ wait: typed });
            }}
          />
        </label>
        <label>
          Time of day
          <input type="time" value={rule.at} onChange={({ target }) => target.value && change({ at: target.value.slice(0, 5) })} />
        </label>
        <label className="again-weekends">
          <input type="checkbox" checked={rule.weekends} onChange={({ target }) => change({ weekends: target.checked })} />
          Weekends too
        </label>
      </div>
      <p id="again-help" className={isWrong ? 'field-fault' : 'soft'}>
        {isWrong
          ? 'Numbers of days with commas between them, such as 3, 5.'
          : '“3, 5” tries again after three days and a last time after five more. Who answered, even with a no, is left alone.'}
      </p>
      <div className="again-ways">
        <a className="press" href={calendarUrl(rule)} download="ringback-try-again.ics">
          Download for my calendar (.ics)
        </a>
        <label className="again-feed">
          Or let your calendar on this machine follow this address
          <input readOnly value={feed} onFocus={({ target }) => target.select()} />
        </label>
      </div>
    </section>
  );
}
