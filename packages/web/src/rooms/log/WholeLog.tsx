import type { Call } from '@ringback/core';
import { useState } from 'react';
import { exportUrl, log } from '../../desk/http/log.ts';
import { sentenceOf } from '../../desk/http/problem.ts';
import { CallForm } from '../../parts/CallForm.tsx';
import { fieldMoment } from '../../parts/call-words.ts';
import { announce } from '../../parts/frame/Announcements.tsx';
import { Press } from '../../parts/Press.tsx';
import { Failure, Question } from '../../parts/Question.tsx';
import { AskOutcome } from './AskOutcome.tsx';
import { CallList } from './CallList.tsx';
import { FollowUps } from './FollowUps.tsx';
import { Import } from './Import.tsx';
import { Statistics } from './Statistics.tsx';
import { useCalls } from './use-calls.ts';

/** All calls, what they say together, and whom to try again. */
export function WholeLog() {
  const shown = useCalls();
  const [asked, setAsked] = useState<Call | null>(null);
  // Counts the changes: what is told of the whole log is asked for anew after each.
  const [changes, setChanges] = useState(0);
  const changed = () => setChanges((before) => before + 1);
  const { total, loaded } = shown;
  return (
    <div className="log">
      <div className="room-head">
        <h1>The log</h1>
        <p className="soft">
          {loaded && total === 0
            ? 'Leave a message, then say here that you did. What comes of your calls is the only thing that can say what works for you.'
            : 'The messages you left, and what came of them. It stays on this machine.'}
        </p>
        <AddCall
          onAdded={() => {
            shown.reload();
            changed();
          }}
        />
      </div>
      {shown.failure && (
        <p className="notice notice-bad" role="alert">
          {shown.failure}
        </p>
      )}
      {loaded && total > 0 && <Statistics changes={changes} />}
      {loaded && total > 0 && <CallList shown={shown} onAsk={setAsked} />}
      {loaded && total > 0 && <FollowUps changes={changes} />}
      {loaded && (
        <section className="log-files" aria-labelledby="log-files-title">
          <h2 id="log-files-title">Bring calls in, take them out</h2>
          <Import
            onAdded={() => {
              shown.reload();
              changed();
            }}
          />
          {total > 0 && (
            <p className="log-exports">
              Take the whole log with you:{' '}
              <a href={exportUrl('json')} download>
                everything (JSON)
              </a>{' '}
              or{' '}
              <a href={exportUrl('csv')} download>
                for a spreadsheet (CSV)
              </a>
            </p>
          )}
        </section>
      )}
      <AskOutcome
        call={asked}
        onClose={() => setAsked(null)}
        onChange={(call) => {
          shown.replace(call);
          setAsked(null);
          changed();
        }}
      />
    </div>
  );
}

function AddCall({ onAdded }: { onAdded: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setFailure(null);
  };
  return (
    <div>
      <Press icon="log" onPress={() => setOpen(true)}>
        Add a call
      </Press>
      <Question title="A message you left" isOpen={isOpen} onClose={close} role="dialog">
        <CallForm
          fields={{ name: '', organisation: '', objective: 'other', leftAt: fieldMoment(new Date()), note: '' }}
          submit="Keep it in the log"
          onClose={close}
          onCall={(told) => {
            log.add(crypto.randomUUID(), told).then(
              ({ whom }) => {
                close();
                announce(`The call to ${whom.name} is in the log.`);
                onAdded();
              },
              (error: unknown) => setFailure(sentenceOf(error)),
            );
          }}
        />
        <Failure failure={failure} />
      </Question>
    </div>
  );
}
