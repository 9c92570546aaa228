import type { BriefDraft } from '@ringback/core';
import { useEffect, useState } from 'react';
import { type OwnService, ownModels, type Proposals as Proposed, propose } from '../desk/http/models.ts';
import { sentenceOf } from '../desk/http/problem.ts';
import { Press } from './Press.tsx';
import './proposals.css';

/** Why some proposals are not shown. */
function unshownWords({ unshown: { unsaid, tips } }: Proposed): string | null {
  const parts = [
    unsaid > 0 && `${unsaid} said something that you did not`,
    tips > 0 && `${tips} would not have passed the tips or been any better`,
  ].filter(Boolean);
  return parts.length === 0 ? null : `Not shown: ${parts.join(', ')}.`;
}

/** Proposals of the person's own chat service, where one is switched on; nothing at all otherwise. */
export function Proposals({ what, onUse }: { what: { brief: BriefDraft } | { script: string }; onUse: (text: string) => void }) {
  const [service, setService] = useState<OwnService | null>(null);
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    ownModels().then(
      ({ chat }) => setService(chat),
      () => {},
    );
  }, []);
  if (service === null) return null;
  const ask = async () => {
    setAsking(true);
    setFailure(null);
    setProposed(null);
    try {
      setProposed(await propose(what));
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      setAsking(false);
    }
  };
  const unshown = proposed && unshownWords(proposed);
  return (
    <section className="sheet proposals" aria-label={`Proposals of ${service.model}`}>
      <Press isPending={asking} onPress={() => void ask()}>
        {asking ? 'Asking …' : `Ask ${service.model} for other words`}
      </Press>
      <p className="soft">
        {service.leaves ? `What stands here is sent to ${service.host}.` : 'It runs on this machine.'} What it proposes is shown only if it
        says nothing that you did not.
      </p>
      {failure && (
        <p className="notice notice-bad" role="alert">
          {failure}
        </p>
      )}
      {proposed?.proposals.length === 0 && <p role="status">Nothing it proposed can be shown.</p>}
      {unshown && <p className="soft">{unshown}</p>}
      {proposed?.proposals.map(({ text }) => (
        <article key={text} className="proposal">
          <p>{text}</p>
          <Press weight="main" onPress={() => onUse(text)}>
            Use this one
          </Press>
        </article>
      ))}
    </section>
  );
}
