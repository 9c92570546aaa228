import type { Script } from '@ringback/core';
import { api } from '../desk/http/client.ts';
import { dropUnsaved, keepUnsaved } from '../desk/http/unsaved.ts';
import { goTo } from './frame/route.ts';
import { forget } from './frame/thread.ts';
import { MoreMenu } from './MoreMenu.tsx';

/** Rehearse, duplicate or delete a script. */
export function ScriptMenu({ script, onRemoved }: { script: Pick<Script, 'id' | 'name' | 'text'>; onRemoved: () => void }) {
  const { id, name, text } = script;
  const duplicate = () => {
    const copy = crypto.randomUUID();
    keepUnsaved(copy, { name: `${name} (copy)`, text });
    goTo('script', copy);
  };
  return (
    <MoreMenu
      name={name}
      loses="The script is removed from this machine; takes that were spoken from it stay."
      items={[
        { label: 'Rehearse it', onAction: () => goTo('rehearse', id) },
        { label: 'Duplicate', onAction: duplicate },
        { label: 'Compare its takes', onAction: () => goTo('compare', id) },
      ]}
      remove={async () => {
        await api.removeScript(id);
        dropUnsaved(id);
        forget(id);
        onRemoved();
      }}
    />
  );
}
