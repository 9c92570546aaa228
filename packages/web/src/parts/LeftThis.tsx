import type { BriefDraft, Call, NewCall, Review } from '@ringback/core';
import { useState } from 'react';
import { api } from '../desk/http/client.ts';
import { log } from '../desk/http/log.ts';
import { Refusal, sentenceOf } from '../desk/http/problem.ts';
import { type CallFields, CallForm } from './CallForm.tsx';
import { fieldMoment } from './call-words.ts';
import { announce } from './frame/Announcements.tsx';
import { goTo } from './frame/route.ts';
import { Press } from './Press.tsx';
import { Failure, Question } from './Question.tsx';

/** The message that was left. */
interface Left {
  scriptId: string | null;
  takeId: string | null;
  /** The name of the script or take, and its words. */
  name: string;
  text: string;
  review: Review | null;
}

const includes = (text: string, part: string | undefined) => !!part && text.toLowerCase().includes(part.toLowerCase());

/** The plan that this message was made from, as far as that can be told: both names are in it. */
export function planOfMessage(drafts: readonly BriefDraft[], { name, text }: Pick<Left, 'name' | 'text'>): BriefDraft | null {
  const lastName = (whole: string | undefined) => whole?.trim().split(/\s+/).at(-1);
  const all = `${name} ${text}`;
  return drafts.find(({ whom, caller }) => includes(all, lastName(whom?.name)) && includes(all, lastName(caller?.name))) ?? null;
}

/** What is known of whom was called, before the person says it. */
function fieldsFrom({ name, review }: Left, plan: BriefDraft | null): CallFields {
  return {
    name: plan?.whom?.name ?? review?.message.people.recipient ?? /^to (.+)$/i.exec(name)?.[1] ?? '',
    organisation: plan?.whom?.organisation ?? '',
    objective: plan?.objective ?? 'other',
    leftAt: fieldMoment(new Date()),
    note: '',
  };
}

/** "I left this one": puts the message into the log, with what is known of it filled in. */
export function LeftThis(left: Left) {
  const [fields, setFields] = useState<CallFields | null>(null);
  const [plan, setPlan] = useState<BriefDraft | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [kept, setKept] = useState<Call | null>(null);
  const begin = async () => {
    setFailure(null);
    const drafts = await api.briefs().then(
      (briefs) => briefs.map(({ draft }) => draft),
      () => [],
    );
    const found = planOfMessage(drafts, left);
    setPlan(found);
    setFields(fieldsFrom(left, found));
  };
  const keep = async (told: NewCall) => {
    setFailure(null);
    try {
      const call = await add({ ...told, scriptId: left.scriptId, takeId: left.takeId }, plan);
      setKept(call);
      setFields(null);
      announce(`The call to ${call.whom.name} is in the log.`);
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  if (kept !== null) {
    return (
      <Press icon="log" onPress={() => goTo('log', kept.id)}>
        In the log: say what came of it
      </Press>
    );
  }
  return (
    <>
      <Press icon="log" onPress={() => void begin()}>
        I left this one
      </Press>
      <Question title="You left it. Well done." isOpen={fields !== null} onClose={() => setFields(null)} role="dialog">
        <p>Kept on this machine, so that you can say later what came of it.</p>
        {fields && (
          <CallForm fields={fields} submit="Keep it in the log" onClose={() => setFields(null)} onCall={(told) => void keep(told)} />
        )}
        <Failure failure={failure} />
      </Question>
    </>
  );
}

/** The plan goes with the call, so that the next message can be made from it; half a plan cannot, and the call is kept without. */
async function add(told: NewCall, plan: BriefDraft | null): Promise<Call> {
  const id = crypto.randomUUID();
  if (plan === null) return log.add(id, told);
  try {
    return await log.add(id, { ...told, brief: plan as NonNullable<NewCall['brief']> });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'bad-call') return log.add(id, told);
    throw error;
  }
}
