import type { Take } from '@ringback/core';
import { useState } from 'react';
import { api } from '../../desk/http/client.ts';
import { goTo } from '../../parts/frame/route.ts';
import { Press } from '../../parts/Press.tsx';
import { TakeMenu } from '../../parts/TakeMenu.tsx';
import { moment } from '../../parts/words.ts';

/** The take's name, when it was made, and what can be done with it; of somebody else's what it is called, and the way back to them. */
export function TakeHead({
  take,
  mine,
  onChange,
  onReload,
}: {
  take: Take;
  mine: boolean;
  onChange: (take: Take) => void;
  onReload: () => void;
}) {
  const [name, setName] = useState(take.name);
  const rename = () => {
    const wanted = name.trim();
    if (wanted === '' || wanted === take.name) setName(take.name);
    else api.changeTake(take.id, { name: wanted }).then(onChange, () => setName(take.name));
  };
  return (
    <div className="take-head">
      <div className="take-title">
        {mine ? (
          <label>
            <span className="visually-hidden">Name of the take</span>
            <input
              className="take-name"
              value={name}
              onChange={(event) => setName(event.target.value)}
              onBlur={rename}
              onKeyDown={(event) => event.key === 'Enter' && rename()}
            />
          </label>
        ) : (
          <p className="take-name">{take.name}</p>
        )}
        <p className="soft">
          {take.kept && 'Kept · '}
          {moment(take.createdAt)}
          {take.capture?.automaticGain && ' · recorded with automatic gain, so its level is not judged'}
        </p>
      </div>
      {take.review && (
        <Press weight="quiet" onPress={() => window.print()}>
          Print
        </Press>
      )}
      {mine ? (
        <TakeMenu
          take={take}
          canRename={false}
          onChange={onReload}
          onRemoved={() => (take.scriptId === null ? goTo('start') : goTo('compare', take.scriptId))}
        />
      ) : (
        <Press icon="team" onPress={() => goTo('team', take.owner)}>
          Whose it is
        </Press>
      )}
    </div>
  );
}
