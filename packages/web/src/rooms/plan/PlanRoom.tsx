import { type Composition, draftOfPlan, type FieldNote, type MissingPart } from '@ringback/core';
import { useEffect, useMemo, useState } from 'react';
import { keepUnsaved } from '../../desk/http/unsaved.ts';
import { useCore } from '../../desk/reading/use-core.ts';
import { beginPlan, goTo } from '../../parts/frame/route.ts';
import { ownRegion, settings } from '../../parts/frame/settings.ts';
import { Press } from '../../parts/Press.tsx';
import { Proposals } from '../../parts/Proposals.tsx';
import { CallChoice } from './CallChoice.tsx';
import { Choose, Field, Group } from './Field.tsx';
import { Finder } from './Finder.tsx';
import { EMPTY_PLAN, type FieldFaults, faultsOf, LONGEST, type PlanForm, planOf, type TieChoice } from './form.ts';
import { Growing } from './Growing.tsx';
import { Outcome } from './Outcome.tsx';
import { examplesFor } from './objectives.ts';
import { People } from './People.tsx';
import { usePlan, useSomePlan } from './use-plan.ts';
import './plan.css';

const TIES: readonly (readonly [TieChoice, string])[] = [
  ['', 'Nothing yet'],
  ['referrer', 'Someone told me to call'],
  ['mutual-contact', 'Someone we both know'],
  ['shared-organisation', 'We both worked at …'],
  ['shared-school', 'We both studied at …'],
  ['shared-event', 'We were both at …'],
  ['own-words', 'In my own words'],
];
const TIE_LABELS: Partial<Record<TieChoice, [string, string]>> = {
  referrer: ['Who told you', 'Dana Whitfield'],
  'mutual-contact': ['Whom you both know', 'Dana Whitfield'],
  'shared-organisation': ['Where you both worked', 'Harbour Foods'],
  'shared-school': ['Where you both studied', 'Marlow College'],
  'shared-event': ['Where you both were', 'the spring conference in Leeds'],
  'own-words': ['One sentence, as you would say it', 'Your talk in Leeds made me rethink our stock.'],
};

/** Where a call is planned: the brief on the left, what it gives on the right. */
export default function PlanRoom({ id }: { id: string | null }) {
  useSomePlan(id);
  return id === null ? null : <Table id={id} />;
}

interface Answer {
  missing: MissingPart[];
  composition: Composition | null;
  notes: FieldNote[];
  refusal: string | null;
}

function Table({ id }: { id: string }) {
  const { form, set, notice } = usePlan(id);
  const [answer, setAnswer] = useState<Answer>({ missing: [], composition: null, notes: [], refusal: null });
  const [seed, setSeed] = useState(1);
  const { ask, ready } = useCore((told) => {
    if (told.kind === 'composition') setAnswer({ ...told, refusal: null });
    if (told.kind === 'refusal') setAnswer((before) => ({ ...before, composition: null, refusal: told.message }));
  });
  const plan = useMemo(() => planOf(form, ownRegion()), [form]);
  useEffect(() => {
    if (ready) ask({ kind: 'compose', plan, seed, pace: settings().pace });
  }, [plan, seed, ready, ask]);
  const faults = useMemo(() => faultsOf(answer.notes), [answer.notes]);
  return (
    <div className="plan">
      <div className="room-head">
        <div className="panel-head">
          <h1>Plan the call</h1>
          {form !== EMPTY_PLAN && (
            <Press weight="quiet" icon="plan" onPress={() => beginPlan()}>
              New plan
            </Press>
          )}
        </div>
        <p className="soft">
          Whom you want to reach, what ties you, and the one small thing you need. The script grows as you type, and says only what you
          typed.
        </p>
        {notice && (
          <p className="notice" role="status">
            {notice}
          </p>
        )}
      </div>
      <form className="sheet brief" aria-label="Brief" onSubmit={(event) => event.preventDefault()}>
        <CallChoice value={form.objective} onChange={(objective) => set({ objective })} />
        {form.whomName === '' && <People planId={id} onUse={set} />}
        <BriefFields form={form} set={set} faults={faults} />
        {answer.composition && (
          <a className="press press-main brief-jump" href="#scripts">
            Three scripts are ready
          </a>
        )}
      </form>
      <section id="scripts" className="outcome" aria-label="Scripts" tabIndex={-1}>
        {answer.composition === null && <Growing form={form} />}
        <Outcome {...answer} onOther={() => setSeed((before) => before + 1)} />
        {answer.composition && <Proposals what={{ brief: draftOfPlan(plan) }} onUse={(text) => openProposed(text, form.whomName)} />}
      </section>
    </div>
  );
}

/** Opens a text that was proposed as a script. */
function openProposed(text: string, whom: string): void {
  const id = crypto.randomUUID();
  keepUnsaved(id, { name: `To ${whom.trim()}`, text });
  goTo('script', id);
}

function BriefFields({ form, set, faults }: { form: PlanForm; set: (change: Partial<PlanForm>) => void; faults: FieldFaults }) {
  const example = examplesFor(form.objective);
  return (
    <>
      <Group step={1} title="Who">
        <Field
          label="Your name, as you say it"
          value={form.callerName}
          onChange={(callerName) => set({ callerName })}
          placeholder="Nora Castell"
        />
        <Field
          label="Your organisation or role"
          value={form.callerOrganisation}
          onChange={(callerOrganisation) => set({ callerOrganisation })}
          fault={faults.callerOrganisation}
          placeholder={example.organisation}
        />
        <Field label="Whom you call" value={form.whomName} onChange={(whomName) => set({ whomName })} placeholder="Martin Oyelaran" />
        <Field
          label="Where they work"
          value={form.whomOrganisation}
          onChange={(whomOrganisation) => set({ whomOrganisation })}
          placeholder="Delmar Clinic"
        />
      </Group>
      <TieFields form={form} set={set} fault={faults.tieName} />
      <Group step={3} title="The one small thing">
        <Field
          wide
          label="The one question"
          value={form.question}
          onChange={(question) => set({ question })}
          fault={faults.question}
          placeholder={example.question}
          longest={LONGEST.sentence}
          help="One that takes a minute to answer gets an answer."
        />
        <Field
          wide
          label="What it is about"
          value={form.topic}
          onChange={(topic) => set({ topic })}
          placeholder={example.topic}
          longest={LONGEST.sentence}
        />
        <Field
          label="Minutes it takes"
          value={form.minutes}
          onChange={(minutes) => set({ minutes })}
          placeholder="5"
          fault={faults.minutes}
        />
        <Field
          label="By when"
          value={form.deadline}
          onChange={(deadline) => set({ deadline })}
          fault={faults.deadline}
          placeholder="Thursday at noon"
          help="Only if it is true."
        />
        {(form.deadline.trim() !== '' || form.because !== '') && (
          <Field
            wide
            label="Why by then"
            value={form.because}
            onChange={(because) => set({ because })}
            fault={faults.because}
            placeholder="I have to answer another offer that day"
            longest={LONGEST.sentence}
            help="A true reason moves more than a date alone."
          />
        )}
      </Group>
      <Group step={4} title="How they answer">
        <Field
          label="Your number"
          value={form.number}
          onChange={(number) => set({ number })}
          placeholder="+1 415 555 0142"
          type="tel"
          fault={faults.number}
        />
        <Field
          label="Your e-mail address"
          value={form.email}
          onChange={(email) => set({ email })}
          placeholder="nora@example.com"
          fault={faults.email}
        />
        <Field label="Who else can set a time" value={form.assistant} onChange={(assistant) => set({ assistant })} placeholder="Lena" />
        <Choose
          label="You hope for"
          value={form.goal}
          options={[
            ['call-back', 'a call back'],
            ['email-reply', 'an answer by e-mail'],
          ]}
          onChange={(goal) => set({ goal })}
        />
        <Choose
          label="You speak"
          value={form.register}
          options={[
            ['plain', 'plainly'],
            ['formal', 'formally'],
            ['casual', 'casually'],
          ]}
          onChange={(register) => set({ register })}
        />
      </Group>
    </>
  );
}

function TieFields({ form, set, fault }: { form: PlanForm; set: (change: Partial<PlanForm>) => void; fault: string | undefined }) {
  const labels = TIE_LABELS[form.tie];
  const dated = form.tie === 'shared-organisation' || form.tie === 'shared-school' || form.tie === 'shared-event';
  const options: readonly (readonly [TieChoice, string])[] = form.tie === 'found' ? [...TIES, ['found', `Found: ${form.tieName}`]] : TIES;
  return (
    <Group step={2} title="What ties you">
      <Choose wide label="The true tie" value={form.tie} options={options} onChange={(tie) => set({ tie, tieName: '' })} />
      {labels && (
        <Field
          wide={form.tie === 'own-words'}
          label={labels[0]}
          value={form.tieName}
          onChange={(tieName) => set({ tieName })}
          placeholder={labels[1]}
          longest={form.tie === 'own-words' ? LONGEST.sentence : LONGEST.name}
          fault={fault}
        />
      )}
      {dated && <Field label="When" value={form.tieWhen} onChange={(tieWhen) => set({ tieWhen })} placeholder="in 2014" />}
      <Finder form={form} onUse={(foundTie, sentence) => set({ tie: 'found', foundTie, tieName: sentence })} />
    </Group>
  );
}
