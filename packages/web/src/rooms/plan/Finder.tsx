import type { BriefBridge } from '@ringback/core';
import { useContext, useEffect, useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { api, type FoundBridges } from '../../desk/http/client.ts';
import { sentenceOf } from '../../desk/http/problem.ts';
import { HandedFiles } from '../../parts/frame/handed-files.ts';
import { Press } from '../../parts/Press.tsx';
import { Field } from './Field.tsx';
import type { PlanForm } from './form.ts';

const CONTACT_FILES = ['.csv', '.vcf', 'text/csv', 'text/vcard'];

const listed = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** Looks for a true tie in the person's own contacts, on this machine; nothing is kept. */
export function Finder({ form, onUse }: { form: PlanForm; onUse: (bridge: BriefBridge, sentence: string) => void }) {
  const [lives, setLives] = useState<Lives>({ mySchools: '', myPast: '', theirSchools: '', theirPast: '' });
  const line = (part: keyof Lives) => ({
    value: lives[part],
    onChange: (text: string) => setLives((before) => ({ ...before, [part]: text })),
  });
  const handed = useContext(HandedFiles);
  const [files, setFiles] = useState<readonly File[]>(handed);
  useEffect(() => {
    if (handed.length > 0) setFiles(handed);
  }, [handed]);
  const [report, setReport] = useState<FoundBridges | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // What was refused may be mended now: the sentence about it goes with the next letter.
  // biome-ignore lint/correctness/useExhaustiveDependencies: any change of what is typed
  useEffect(() => setFailure(null), [lives, form.whomName, form.callerName, form.whomOrganisation, form.callerOrganisation]);
  const ready = form.whomName.trim() !== '' && form.callerName.trim() !== '';
  const look = async (given: readonly File[]) => {
    setFiles(given);
    setBusy(true);
    setFailure(null);
    try {
      setReport(await api.findBridges(requestOf(form, lives, given)));
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <details className="finder" open={handed.length > 0}>
      <summary>Find a tie in your contacts</summary>
      <div className="finder-body">
        <p className="soft">
          Drop an export of LinkedIn, Google Contacts or your phone. It is read on this machine and never kept: other people’s addresses do
          not stay here, so the next visit asks for the file again. No tie is claimed that your records do not show.
        </p>
        <div className="finder-lives">
          <Field label="Your schools" {...line('mySchools')} placeholder="Marlow College" help="Commas between several." />
          <Field label="Your former employers" {...line('myPast')} placeholder="Harbour Foods" />
          <Field label="Their schools" {...line('theirSchools')} placeholder="Marlow College" help="As far as you know." />
          <Field label="Their former employers" {...line('theirPast')} placeholder="Harbour Foods" />
        </div>
        <DropZone
          className="finder-drop"
          aria-label="Contact files"
          onDrop={async ({ items }) => {
            const dropped = await Promise.all(items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : [])));
            if (ready && dropped.length > 0) await look(dropped);
          }}
        >
          <FileTrigger allowsMultiple acceptedFileTypes={CONTACT_FILES} onSelect={(chosen) => chosen && void look([...chosen])}>
            <Press icon="drop" isDisabled={!ready || busy}>
              {busy ? 'Looking …' : 'Choose contact files'}
            </Press>
          </FileTrigger>
          <Press weight="quiet" isDisabled={!ready || busy} onPress={() => void look(files)}>
            {files.length === 0 ? 'Look without files' : `Look in ${files.map(({ name }) => name).join(', ')}`}
          </Press>
          {!ready && <p className="soft">Fill in both names first.</p>}
        </DropZone>
        <div aria-live="polite">
          {failure && <p className="notice notice-bad">{failure}</p>}
          {report && <Found report={report} onUse={onUse} />}
        </div>
      </div>
    </details>
  );
}

/** Where the two were before, as typed. */
type Lives = Record<'mySchools' | 'myPast' | 'theirSchools' | 'theirPast', string>;

function requestOf(form: PlanForm, lives: Lives, files: readonly File[]): FormData {
  const person = (name: string, organisation: string, past: string, schools: string) =>
    JSON.stringify({ name, ...(organisation.trim() && { organisation }), past: listed(past), schools: listed(schools) });
  const request = new FormData();
  request.set('me', person(form.callerName, form.callerOrganisation, lives.myPast, lives.mySchools));
  request.set('to', person(form.whomName, form.whomOrganisation, lives.theirPast, lives.theirSchools));
  for (const file of files) request.append('contacts', file);
  return request;
}

function Found({ report, onUse }: { report: FoundBridges; onUse: (bridge: BriefBridge, sentence: string) => void }) {
  const { ties, possible, homework, searched } = report;
  return (
    <div className="found">
      <p className="soft">
        {searched.contacts} contacts searched. {ties.length === 0 && 'No tie is proved by them; better none than a false one.'}
      </p>
      <ul>
        {ties.map((tie) => (
          <li key={tie.sentence} className="found-tie">
            <p>
              <strong>{tie.sentence}</strong>
            </p>
            <p className="soft">
              {tie.strengthInWords} · {tie.records.map(({ source, place, shows }) => `${shows} (${source}, ${place})`).join('; ')}
            </p>
            {tie.caution && <p className="soft">{tie.caution}</p>}
            <Press onPress={() => onUse(tie.bridge, tie.sentence)}>Use this tie</Press>
          </li>
        ))}
        {possible.map(({ reason }) => (
          <li key={reason} className="soft">
            Not claimed: {reason}
          </li>
        ))}
      </ul>
      {homework.length > 0 && (
        <>
          <p className="eyebrow">What could find one</p>
          <ul className="homework soft">
            {homework.map((task) => (
              <li key={task}>{task}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
