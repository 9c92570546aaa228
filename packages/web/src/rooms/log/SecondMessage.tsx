import type { Call, ComposedScript } from '@ringback/core';
import { useState } from 'react';
import { api } from '../../desk/http/client.ts';
import { log } from '../../desk/http/log.ts';
import { Refusal, sentenceOf } from '../../desk/http/problem.ts';
import { beginPlan, goTo } from '../../parts/frame/route.ts';
import { Press } from '../../parts/Press.tsx';

/** The next message to the same person, made from the first: shorter, from another side, checked by the same tips. */
export function SecondMessage({ call }: { call: Call }) {
  const [scripts, setScripts] = useState<ComposedScript[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [noPlan, setNoPlan] = useState(false);
  const compose = async () => {
    setFailure(null);
    try {
      setScripts((await log.second(call.id)).scripts);
    } catch (error) {
      setNoPlan(error instanceof Refusal && error.code === 'no-brief');
      setFailure(sentenceOf(error));
    }
  };
  const use = async ({ text }: ComposedScript) => {
    const id = crypto.randomUUID();
    try {
      await api.saveScript({ id, name: `To ${call.whom.name}, second message`, text });
      goTo('script', id);
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  return (
    <section className="sheet call-second" aria-labelledby="call-second-title">
      <h2 id="call-second-title">The second message</h2>
      <p className="soft">It says that you called before, is shorter than the first, and asks from another side.</p>
      {scripts === null && !noPlan && (
        <div>
          <Press weight="main" onPress={() => void compose()}>
            Write the second message
          </Press>
        </div>
      )}
      {noPlan ? (
        <>
          <p className="notice">
            This call was kept without its plan, and a message may say only what a plan says. Plan it, and the scripts follow.
          </p>
          <div>
            <Press icon="plan" onPress={() => beginPlan()}>
              Plan the next call
            </Press>
          </div>
        </>
      ) : (
        failure && (
          <p className="notice notice-bad" role="alert">
            {failure}
          </p>
        )
      )}
      {scripts?.map((script) => (
        <article key={script.manner} className="second" aria-label={script.note}>
          <p className="soft">
            {script.note} · {Math.round(script.seconds)} s when spoken
          </p>
          <p className="second-text">{script.text}</p>
          <Press weight="main" onPress={() => void use(script)}>
            Use this one
          </Press>
        </article>
      ))}
    </section>
  );
}
