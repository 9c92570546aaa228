import type { ChecklistItem } from '@ringback/core';
import { Icon } from '../../parts/Icon.tsx';

const NAMES: Readonly<Record<ChecklistItem['id'], string>> = {
  name: 'Your name',
  bridge: 'The tie between you',
  ask: 'One small ask',
  number: 'Your number, twice',
  'reply-option': 'An easier way to answer',
};
const ORDER: readonly ChecklistItem['id'][] = ['name', 'bridge', 'ask', 'number', 'reply-option'];
const MARK = { open: 'notApplicable', said: 'pass', mind: 'improve' } as const;
const SAID = { open: 'not said yet', said: 'said', mind: 'mind' } as const;

/** What is said and what is still open, lit while one speaks. Heights are fixed: nothing jumps under the eye. */
export function Checklist({ items }: { items: readonly ChecklistItem[] }) {
  return (
    <ul className="checklist" aria-label="Said so far">
      {ORDER.map((id) => {
        const { state, note } = items.find((item) => item.id === id) ?? { state: 'open' as const, note: '' };
        return (
          <li key={id} className={`check check-${state}`}>
            <span className={`mark mark-${MARK[state]}`}>{state !== 'open' && <Icon name={MARK[state]} size={16} />}</span>
            <span className="check-words">
              <span className="check-name">
                {NAMES[id]}
                <span className="visually-hidden">: {SAID[state]}</span>
              </span>
              <span className="check-note">{note}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
