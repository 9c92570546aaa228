import type { Composition, MissingPart } from '@ringback/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { sentenceOf } from '../../api/problem.ts';
import { goTo } from '../../app/route.ts';
import { Press } from '../../parts/Press.tsx';
import { useCore } from '../../reading/use-core.ts';
import { Choose, Field, Group } from './Field.tsx';
import { Finder } from './Finder.tsx';
import { draftOf, EMPTY_PLAN, type PlanForm, type TieChoice } from './form.ts';
import './plan.css';

const OBJECTIVES = [
  ['job', 'A job'],
  ['client', 'A new client'],
  ['meeting', 'A meeting'],
  ['other', 'Something else'],
] as const;
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
const KEEP_AFTER_MS = 800;
const KEY = 'ringback-plan';

function kept(): { id: string; form: PlanForm } {
  try {
    const { id, form } = JSON.parse(sessionStorage.getItem(KEY) ?? '') as { id: string; form: PlanForm };
    return { id, form: { ...EMPTY_PLAN, ...form } };
  } catch {
    return { id: crypto.randomUUID(), form: EMPTY_PLAN };
  }
}

/** Where a call is planned: the brief on the left, what it gives on the right. */
export default function PlanRoom() {
  const [{ id, form }, setPlan] = useState(kept);
  const [state, setState] = useState<{ missing: MissingPart[]; composition: Composition | null; refusal: string | null }>({
    missing: [],
    composition: null,
    refusal: null,
  });
  const [seed, setSeed] = useState(1);
  const { ask, ready } = useCore((answer) => {
    if (answer.kind === 'composition') setState({ missing: answer.missing, composition: answer.composition, refusal: null });
    if (answer.kind === 'refusal') setState((before) => ({ ...before, composition: null, refusal: answer.message }));
  });
  const draft = useMemo(() => draftOf(form), [form]);
  useEffect(() => {
    if (ready) ask({ kind: 'compose', draft, seed });
  }, [draft, seed, ready, ask]);
  useKeptBrief(id, form, draft);
  const set = (change: Partial<PlanForm>) => setPlan((before) => ({ ...before, form: { ...before.form, ...change } }));
  return (
    <div className="plan">
      <div className="room-head">
        <h1>Plan the call</h1>
        <p className="soft">
          Whom you want to reach, what ties you, and the one small thing you need. A script may say only what stands here.
        </p>
      </div>
      <form className="sheet brief" aria-label="Brief" onSubmit={(event) => event.preventDefault()}>
        <BriefFields form={form} set={set} />
        {state.composition && (
          <a className="press press-main brief-jump" href="#scripts">
            Three scripts are ready
          </a>
        )}
      </form>
      <section id="scripts" className="outcome" aria-label="Scripts" tabIndex={-1}>
        <Outcome {...state} onOther={() => setSeed((before) => before + 1)} name={form.whomName} />
      </section>
    </div>
  );
}

function useKeptBrief(id: string, form: PlanForm, draft: ReturnType<typeof draftOf>): void {
  const first = useRef(true);
  useEffect(() => {
    sessionStorage.setItem(KEY, JSON.stringify({ id, form }));
    if (first.current) {
      first.current = false;
      return;
    }
    // The next change tries again: a brief on its way is in this tab too.
    const timer = setTimeout(() => void api.saveBrief(id, draft).catch(() => {}), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [id, form, draft]);
}

function BriefFields({ form, set }: { form: PlanForm; set: (change: Partial<PlanForm>) => void }) {
  return (
    <>
      <Choose label="The call is about" value={form.objective} options={OBJECTIVES} onChange={(objective) => set({ objective })} />
      <Group title="Who">
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
          placeholder="Harbour Foods"
        />
        <Field label="Whom you call" value={form.whomName} onChange={(whomName) => set({ whomName })} placeholder="Martin Oyelaran" />
        <Field
          label="Where they work"
          value={form.whomOrganisation}
          onChange={(whomOrganisation) => set({ whomOrganisation })}
          placeholder="Delmar Clinic"
        />
      </Group>
      <TieFields form={form} set={set} />
      <Group title="The one small thing">
        <Field
          label="The one question"
          value={form.question}
          onChange={(question) => set({ question })}
          placeholder="Is the role still open?"
          help="One that takes a minute to answer gets an answer."
        />
        <Field label="What it is about" value={form.topic} onChange={(topic) => set({ topic })} placeholder="the operations role" />
        <Field label="Minutes it takes" value={form.minutes} onChange={(minutes) => set({ minutes })} placeholder="5" inputMode="numeric" />
        <Field
          label="By when"
          value={form.deadline}
          onChange={(deadline) => set({ deadline })}
          placeholder="Thursday at noon"
          help="Only if it is true."
        />
      </Group>
      <Group title="How they answer">
        <Field label="Your number" value={form.number} onChange={(number) => set({ number })} placeholder="+1 415 555 0142" type="tel" />
        <Field
          label="Your e-mail address"
          value={form.email}
          onChange={(email) => set({ email })}
          placeholder="nora@example.com"
          type="email"
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

function TieFields({ form, set }: { form: PlanForm; set: (change: Partial<PlanForm>) => void }) {
  const labels = TIE_LABELS[form.tie];
  const dated = form.tie === 'shared-organisation' || form.tie === 'shared-school' || form.tie === 'shared-event';
  const options: readonly (readonly [TieChoice, string])[] = form.tie === 'found' ? [...TIES, ['found', `Found: ${form.tieName}`]] : TIES;
  return (
    <Group title="What ties you">
      <Choose wide label="The true tie" value={form.tie} options={options} onChange={(tie) => set({ tie, tieName: '' })} />
      {labels && <Field label={labels[0]} value={form.tieName} onChange={(tieName) => set({ tieName })} placeholder={labels[1]} />}
      {dated && <Field label="When" value={form.tieWhen} onChange={(tieWhen) => set({ tieWhen })} placeholder="in 2014" />}
      <Finder form={form} onUse={(foundTie, sentence) => set({ tie: 'found', foundTie, tieName: sentence })} />
    </Group>
  );
}

function Outcome({
  missing,
  composition,
  refusal,
  onOther,
  name,
}: {
  missing: readonly MissingPart[];
  composition: Composition | null;
  refusal: string | null;
  onOther: () => void;
  name: string;
}) {
  const [failure, setFailure] = useState<string | null>(null);
  const use = async (text: string) => {
    const id = crypto.randomUUID();
    try {
      await api.saveScript({ id, name: name.trim() ? `To ${name.trim()}` : 'New script', text });
      goTo('script', id);
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  return (
    <>
      {(failure ?? refusal) && (
        <p className="notice notice-bad" role="alert">
          {failure ?? refusal}
        </p>
      )}
      {composition && (
        <>
          <div className="panel-head">
            <h2>Three ways to say it</h2>
            <Press weight="quiet" onPress={onOther}>
              Other words
            </Press>
          </div>
          {composition.scripts.map((script) => (
            <article key={script.manner} className="sheet composed" aria-label={script.note}>
              <p className="soft composed-note">
                {script.note} <span className="composed-words">{script.words} words</span>
              </p>
              <p className="composed-text">{script.text}</p>
              <Press weight="main" onPress={() => void use(script.text)}>
                Use this one
              </Press>
            </article>
          ))}
        </>
      )}
      {missing.length > 0 && (
        <section className="missing" aria-labelledby="missing-title">
          <h2 id="missing-title">{composition ? 'What would make it stronger' : 'What a script still needs'}</h2>
          <ul>
            {missing
              .filter(({ needed }) => needed || composition)
              .map(({ part, ask, why, needed }) => (
                <li key={part}>
                  <strong>{ask}</strong> <span className="soft">{why}</span>
                  {needed && <span className="visually-hidden"> (needed)</span>}
                </li>
              ))}
          </ul>
        </section>
      )}
    </>
  );
}
