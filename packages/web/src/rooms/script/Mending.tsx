import type { NeedsFact, Rewrite } from '@ringback/core';
import { Press } from '../../parts/Press.tsx';
import { TIP_NAMES } from '../../parts/words.ts';

/** The smallest edits that make the script pass, each with the finding it mends, and what only the person can say. */
export function Mending({
  rewrites,
  needs,
  onApply,
}: {
  rewrites: readonly Rewrite[];
  needs: readonly NeedsFact[];
  onApply: (rewrites: readonly Rewrite[]) => void;
}) {
  if (rewrites.length === 0 && needs.length === 0) return null;
  return (
    <section className="sheet mending" aria-labelledby="mending-title">
      <div className="panel-head">
        <h2 id="mending-title">{rewrites.length === 0 ? 'Only you can say' : 'Ready to apply'}</h2>
        {rewrites.length > 1 && (
          <Press weight="quiet" onPress={() => onApply(rewrites)}>
            Apply all {rewrites.length}
          </Press>
        )}
      </div>
      <ul className="mending-list">
        {rewrites.map((rewrite) => (
          <li key={rewrite.number} className="mend">
            <div className="mend-words">
              <p className="eyebrow">{TIP_NAMES[rewrite.tip]}</p>
              <p className="diff">
                {rewrite.before !== '' && <del>{rewrite.before}</del>} {rewrite.after !== '' && <ins>{rewrite.after}</ins>}
              </p>
              {rewrite.assumes && <p className="soft mend-assumes">Only if it is true: {rewrite.assumes}</p>}
            </div>
            <Press
              onPress={() => onApply([rewrite])}
              aria-label={`Apply: ${rewrite.after === '' ? `leave out ${rewrite.before}` : rewrite.after}`}
            >
              Apply
            </Press>
          </li>
        ))}
        {needs.map(({ tip, needs: what }) => (
          <li key={tip} className="soft mend-needs">
            {TIP_NAMES[tip]}: {what}
          </li>
        ))}
      </ul>
    </section>
  );
}
