import type { Rewrite } from '@ringback/core';
import type { CSSProperties } from 'react';
import { Press } from '../../parts/Press.tsx';
import { TIP_NAMES } from '../../parts/words.ts';
import type { MarkedRange } from './ranges.ts';
import './fix-card.css';
import type { CardPlace } from './use-fix-card.ts';

/** What is found at a place of the script, and what would mend it. */
export function FixCard({
  range,
  edit,
  place,
  onMend,
  onHide,
}: {
  range: MarkedRange;
  edit: Rewrite | undefined;
  place: CardPlace;
  onMend: (range: MarkedRange) => void;
  onHide: () => void;
}) {
  const { finding, tip } = range;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset: it holds no fields
    <div
      className={`fix-card fix-${range.severity}`}
      role="group"
      aria-label={`Found here: ${TIP_NAMES[tip]}`}
      style={{ '--words-left': `${place.left}px`, top: `${place.top}px` } as CSSProperties}
      onKeyDown={(event) => event.key === 'Escape' && onHide()}
    >
      <div aria-live="polite">
        <p className="eyebrow">{TIP_NAMES[tip]}</p>
        <p className="finding-message">{finding.message}</p>
        {edit ? (
          <p className="diff">
            {edit.before !== '' && <del>{edit.before}</del>} {edit.after !== '' && <ins>{edit.after}</ins>}
          </p>
        ) : (
          finding.fix !== '' && <p className="finding-fix">{finding.fix}</p>
        )}
        {edit?.assumes && <p className="soft mend-assumes">Only if it is true: {edit.assumes}</p>}
      </div>
      {edit && <Press onPress={() => onMend(range)}>Apply this</Press>}
    </div>
  );
}
