import { draftOfPlan } from '@ringback/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../desk/http/client.ts';
import { sentenceOf } from '../../desk/http/problem.ts';
import { beginPlan, isFresh } from '../../parts/frame/route.ts';
import { changeSettings, ownRegion, settings } from '../../parts/frame/settings.ts';
import { EMPTY_PLAN, formOf, type PlanForm, planOf } from './form.ts';

const KEEP_AFTER_MS = 800;
const PREFIX = 'ringback-plan-';
const LAST = 'ringback-last-plan';

/** The fields as typed, half answers too; the server gets the brief that they say. */
function typed(id: string): PlanForm | null {
  try {
    const form = JSON.parse(localStorage.getItem(PREFIX + id) ?? 'null') as Partial<PlanForm> | null;
    return form && { ...EMPTY_PLAN, ...form };
  } catch {
    return null;
  }
}

/** The plan that was worked on last, also in another tab; null when there is none. */
export function lastPlan(): string | null {
  return localStorage.getItem(LAST);
}

/** Lets go of a plan that was deleted. */
export function dropPlan(id: string): void {
  localStorage.removeItem(PREFIX + id);
  if (lastPlan() === id) localStorage.removeItem(LAST);
}

/** A plan just begun: who calls is known from the last one. */
function ownPlan(): PlanForm {
  const { name, organisation, number, email } = settings();
  return { ...EMPTY_PLAN, callerName: name, callerOrganisation: organisation, number, email };
}

/** Who calls is told once: the next plan begins with it. */
function rememberCaller({ callerName, callerOrganisation, number, email }: PlanForm): void {
  changeSettings({ name: callerName, organisation: callerOrganisation, number, email });
}

/** A plan as it is filled in. */
export interface EditedPlan {
  form: PlanForm;
  set(change: Partial<PlanForm>): void;
  /** A sentence about where it stands; null when all is well. */
  notice: string | null;
}

/** Opens a plan, or begins one, and keeps every change, here at once and with the server after a rest. */
export function usePlan(id: string): EditedPlan {
  const [form, setForm] = useState(() => typed(id) ?? (isFresh() ? ownPlan() : EMPTY_PLAN));
  const [notice, setNotice] = useState<string | null>(null);
  const changed = useRef<PlanForm | null>(null);
  const save = useCallback(() => {
    const now = changed.current;
    changed.current = null;
    // It stays in this browser, and the next change tries again.
    if (now) api.saveBrief(id, draftOfPlan(planOf(now, ownRegion()))).catch(() => (changed.current ??= now));
  }, [id]);
  useEffect(() => {
    if (typed(id) !== null || isFresh()) return;
    let current = true;
    api.briefs().then(
      (briefs) => {
        const kept = briefs.find((brief) => brief.id === id);
        if (!current || changed.current !== null) return;
        if (kept) setForm(formOf(kept.draft));
        else setNotice('No plan is kept at this address: it may have been deleted. What you fill in here begins a new one.');
      },
      (error: unknown) => current && setNotice(sentenceOf(error)),
    );
    return () => {
      current = false;
    };
  }, [id]);
  useEffect(() => {
    if (changed.current === null) return;
    changed.current = form;
    localStorage.setItem(PREFIX + id, JSON.stringify(form));
    localStorage.setItem(LAST, id);
    rememberCaller(form);
    const timer = setTimeout(save, KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [id, form, save]);
  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);
  const set = useCallback((change: Partial<PlanForm>) => {
    setForm((before) => {
      changed.current = { ...before, ...change };
      return changed.current;
    });
    setNotice(null);
  }, []);
  return { form, set, notice };
}

/** Opens the plan that was worked on last, or begins one, where an address names none. */
export function useSomePlan(id: string | null): void {
  useEffect(() => {
    if (id === null) beginPlan({ replace: true, id: lastPlan() });
  }, [id]);
}
