import { api } from '../../desk/http/client.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';
import { Press } from '../../parts/Press.tsx';
import { formOf, type PlanForm } from './form.ts';

/** People that stand here at once; the field itself offers all of them. */
const MOST_SHOWN = 5;

/** Whom one planned to call before: what is known of each is taken over, what was asked is not. */
export function People({ planId, onUse }: { planId: string; onUse: (known: Partial<PlanForm>) => void }) {
  const plans = useLoaded(() => api.briefs(), 'plans');
  const people = new Map<string, Partial<PlanForm>>();
  for (const { id, draft } of plans.value ?? []) {
    const { whomName, whomOrganisation, tie, tieName, tieWhen, foundTie } = formOf(draft);
    if (id === planId || whomName === '' || people.has(whomName)) continue;
    people.set(whomName, { whomName, whomOrganisation, tie, tieName, tieWhen, foundTie });
  }
  if (people.size === 0) return null;
  return (
    <div className="people">
      <p className="soft">You planned for these before:</p>
      <ul>
        {[...people].slice(0, MOST_SHOWN).map(([name, known]) => (
          <li key={name}>
            <Press aria-label={`Call ${name} again`} onPress={() => onUse(known)}>
              {name}
            </Press>
          </li>
        ))}
      </ul>
    </div>
  );
}
