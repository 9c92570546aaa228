import { useId, useRef, useState } from 'react';
import { type ImportChoices, type ImportReport, log } from '../../desk/http/log.ts';
import { Refusal, sentenceOf } from '../../desk/http/problem.ts';
import { standing } from '../../parts/call-words.ts';
import { announce } from '../../parts/frame/Announcements.tsx';
import { Press } from '../../parts/Press.tsx';
import { moment } from '../../parts/words.ts';
import { csvHeader, HEADER_CHARS } from './csv-header.ts';

/** What columns are chosen for, in the words of the page. */
const FIELDS = [
  ['whom', 'Whom you called'],
  ['leftAt', 'When'],
  ['organisation', 'Where they work'],
  ['number', 'Their number'],
  ['email', 'Their e-mail address'],
  ['disposition', 'How the call went (only messages that were left are taken)'],
  ['outcome', 'What came of it'],
  ['outcomeAt', 'When that was'],
  ['note', 'A note'],
] as const;
/** Bad rows that are listed. House rule: who has more has the wrong file. */
const SHOWN_PROBLEMS = 20;

interface Chosen {
  file: File;
  header: string[];
  columns: Record<string, string>;
  dates: ImportChoices['dates'];
}

const mapOf = (columns: Record<string, string>) =>
  Object.entries(columns)
    .filter(([, header]) => header !== '')
    .map(([field, header]) => `${field}=${header}`)
    .join(',');

/** Brings calls in from a file: looked at first, and written only when the person says so. */
export function Import({ onAdded }: { onAdded: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // Only the answer to the last question counts: choices follow each other faster than a large file is read.
  const turn = useRef(0);
  const bring = async ({ file, columns, dates }: Chosen, write: boolean) => {
    turn.current += 1;
    const mine = turn.current;
    setFailure(null);
    try {
      const map = mapOf(columns);
      const found = await log.bring(file, { write, ...(map && { columns: map }), ...(dates && { dates }) });
      if (mine !== turn.current) return;
      setReport(found);
      if (found.added === null) return;
      announce(found.added === 1 ? 'One call was added.' : `${found.added} calls were added.`);
      onAdded();
    } catch (error) {
      if (mine !== turn.current) return;
      setReport(null);
      setFailure(error instanceof Refusal && error.code === 'bad-columns' ? error.message : sentenceOf(error));
    }
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const isJson = /\.json$/i.test(file.name);
    const header = isJson ? [] : csvHeader(await file.slice(0, HEADER_CHARS).text());
    const begun: Chosen = { file, header, columns: {}, dates: undefined };
    setChosen(begun);
    await bring(begun, false);
  };
  const change = (part: Partial<Chosen>) => {
    if (chosen === null) return;
    const next = { ...chosen, ...part };
    setChosen(next);
    void bring(next, false);
  };
  return (
    <div className="import">
      <p className="soft">
        A list of calls from HubSpot, Salesforce or any spreadsheet (CSV), or a log that was taken out here. You see first what it would
        bring; nothing is written before you say so.
      </p>
      <label className="press import-choose">
        Choose a file of calls
        <input
          type="file"
          className="visually-hidden"
          accept=".csv,.json,.txt,text/csv,application/json"
          onChange={({ target }) => {
            void choose(target.files?.[0]);
            target.value = '';
          }}
        />
      </label>
      {failure && (
        <p className="notice notice-bad" role="alert">
          {failure}
        </p>
      )}
      {chosen && chosen.header.length > 0 && report?.added == null && (
        <Columns chosen={chosen} isOpen={report === null} onChange={change} />
      )}
      {chosen && report && <Preview name={chosen.file.name} report={report} onWrite={() => void bring(chosen, true)} />}
    </div>
  );
}

function Columns({ chosen, isOpen, onChange }: { chosen: Chosen; isOpen: boolean; onChange: (part: Partial<Chosen>) => void }) {
  const { header, columns, dates } = chosen;
  const id = useId();
  return (
    <details className="import-columns" open={isOpen}>
      <summary>Which column says what</summary>
      <div className="import-map">
        {FIELDS.map(([field, words]) => (
          <div key={field} className="import-field">
            <label htmlFor={`${id}-${field}`}>{words}</label>
            <select
              id={`${id}-${field}`}
              value={columns[field] ?? ''}
              onChange={({ target }) => onChange({ columns: { ...columns, [field]: target.value } })}
            >
              <option value="">As its name says</option>
              {header.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        ))}
        <div className="import-field">
          <label htmlFor={`${id}-dates`}>3/4/2026 is</label>
          <select
            id={`${id}-dates`}
            value={dates ?? ''}
            onChange={({ target }) => onChange({ dates: target.value === '' ? undefined : (target.value as 'day-first') })}
          >
            <option value="">told by the file</option>
            <option value="month-first">the 4th of March</option>
            <option value="day-first">the 3rd of April</option>
          </select>
        </div>
      </div>
    </details>
  );
}

function Preview({ name, report, onWrite }: { name: string; report: ImportReport; onWrite: () => void }) {
  const { found, leftOut, problems, warnings, first, added } = report;
  if (added !== null) {
    return (
      <p className="notice" role="status">
        {added === 0 ? 'Nothing new: all of these calls are in the log already.' : `${added} of ${found} were new and are in the log now.`}
      </p>
    );
  }
  return (
    <section className="sheet import-preview" aria-label={`What ${name} would bring`}>
      <h3>
        {found === 1 ? 'One message that was left' : `${found.toLocaleString()} messages that were left`} in {name}
      </h3>
      {leftOut > 0 && <p className="soft">{leftOut.toLocaleString()} other rows are no message left, and stay out.</p>}
      {warnings.map((warning) => (
        <p key={warning} className="soft">
          {warning.replace(/; --followed says.*$/, '.').replace(/ --dates day-first.*$/, ' Say above if it is the other way.')}
        </p>
      ))}
      <ul className="import-first">
        {first.map((call, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
          <li key={index}>
            <strong>{call.whom.name}</strong>{' '}
            <span className="soft">{`left ${moment(call.leftAt)} · ${standing({ ...call, followed: true })}`}</span>
          </li>
        ))}
      </ul>
      {problems.length > 0 ? (
        <div className="notice notice-bad" role="alert">
          <p>
            {problems.length === 1 ? 'One row cannot be read' : `${problems.length.toLocaleString()} rows cannot be read`}, so nothing is
            written. Mend the file and choose it again.
          </p>
          <ul>
            {problems.slice(0, SHOWN_PROBLEMS).map(({ row, problem }) => (
              <li key={`${row} ${problem}`}>
                Row {row} {problem}.
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div>
          <Press weight="main" isDisabled={found === 0} onPress={onWrite}>
            Add {found === 1 ? 'this call' : `these ${found.toLocaleString()} calls`} to the log
          </Press>
        </div>
      )}
    </section>
  );
}
