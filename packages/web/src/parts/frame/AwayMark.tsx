import { useEffect, useState } from 'react';
import { type OwnModels, ownModels } from '../../desk/http/models.ts';

/** Says, in every room, that words leave this machine and where they go; silent where nothing does. */
export function AwayMark() {
  const [models, setModels] = useState<OwnModels | null>(null);
  useEffect(() => {
    ownModels().then(setModels, () => {});
  }, []);
  if (models === null) return null;
  const { transcription, chat, problem } = models;
  const goes = [
    transcription?.leaves && `recordings you send in or have heard again go to ${transcription.host} (${transcription.model})`,
    chat?.leaves && `plans and scripts you ask proposals for go to ${chat.host} (${chat.model})`,
  ].filter(Boolean);
  if (goes.length === 0 && problem === null) return null;
  return (
    <aside className="away-mark" aria-label="What leaves this machine">
      {goes.length > 0 && (
        <p>
          <strong>Words leave this machine:</strong> {goes.join('; ')}.
        </p>
      )}
      {problem && <p>{problem}</p>}
    </aside>
  );
}
