import type { Finding, Review, TipResult } from '@ringback/core';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { clock, STATUS_WORDS, TIP_NAMES } from './words.ts';

/** What a person can do with a finding: go to its words or hear it. */
export interface FindingActions {
  /** Named by what it does here: "Hear it", "Show it". */
  label: string;
  onFinding: (finding: Finding) => void;
  /** Whether the finding has a place to go to. */
  has: (finding: Finding) => boolean;
}

/** The seven tips, each with its state, its headline and what it found. */
export function Tips({ review, actions, open }: { review: Review; actions: FindingActions; open?: string | null }) {
  const timed = !review.source.estimated;
  return (
    <ul className="tips">
      {review.tips.map((tip) => (
        <li key={tip.id}>
          <Tip tip={tip} timed={timed} actions={actions} defaultExpanded={tip.id === open} />
        </li>
      ))}
    </ul>
  );
}

function Tip({
  tip,
  timed,
  actions,
  defaultExpanded,
}: {
  tip: TipResult;
  timed: boolean;
  actions: FindingActions;
  defaultExpanded: boolean;
}) {
  // A number can be found fault with digit by digit: the first thing to mend is told, the rest stands behind it.
  const first = tip.id === 'number' ? tip.findings.findIndex(({ good, waived }) => !good && waived === undefined) : -1;
  const shown = first < 0 ? tip.findings : tip.findings.slice(first, first + 1);
  const behind = tip.findings.filter((finding) => !shown.includes(finding));
  return (
    <Disclosure className={`tip tip-${tip.status}`} defaultExpanded={defaultExpanded}>
      <Heading level={3}>
        <Button slot="trigger" className="tip-head">
          <StatusMark status={tip.status} />
          <span className="tip-words">
            <span className="tip-name">
              {TIP_NAMES[tip.id]}
              <span className="visually-hidden">, {STATUS_WORDS[tip.status]}</span>
            </span>
            <span className="tip-headline">{tip.headline}</span>
          </span>
          <span className="tip-chevron" aria-hidden="true" />
        </Button>
      </Heading>
      <DisclosurePanel className="tip-panel">
        {tip.findings.length === 0 && <p className="soft">Nothing to add.</p>}
        <Findings findings={shown} timed={timed} actions={actions} />
        {behind.length > 0 && (
          <details className="tip-rest">
            <summary>{behind.length === 1 ? 'One more thing about the number' : `${behind.length} more things about the number`}</summary>
            <Findings findings={behind} timed={timed} actions={actions} />
          </details>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}

function Findings({ findings, timed, actions }: { findings: readonly Finding[]; timed: boolean; actions: FindingActions }) {
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={`${finding.message}|${finding.evidence}`}>
          <FindingCard finding={finding} timed={timed} actions={actions} />
        </li>
      ))}
    </ul>
  );
}

/** One finding: what, the evidence, the fix, and a way to its place. */
export function FindingCard({ finding, timed, actions }: { finding: Finding; timed: boolean; actions: FindingActions }) {
  return (
    <div className={`finding finding-${finding.good ? 'good' : (finding.severity ?? 'hint')}`}>
      <p className="finding-message">{finding.message}</p>
      <p className="finding-evidence">{finding.evidence}</p>
      {finding.fix !== '' && <p className="finding-fix">{finding.fix}</p>}
      {finding.waived !== undefined && <p className="soft">Not minded: {finding.waived}</p>}
      {actions.has(finding) && (
        <Button className="link-press" onPress={() => actions.onFinding(finding)}>
          {actions.label}
          {timed && finding.start !== undefined && <span className="soft"> at {clock(finding.start)}</span>}
        </Button>
      )}
    </div>
  );
}

/** The state of a tip as a mark; the words stand beside it. */
export function StatusMark({ status }: { status: TipResult['status'] }) {
  return (
    <span className={`mark mark-${status}`}>
      <Icon name={status} size={16} />
    </span>
  );
}
