import type { Composition, MissingPart } from '@ringback/core';
import { useState } from 'react';
import { api } from '../../desk/http/client.ts';
import { sentenceOf } from '../../desk/http/problem.ts';
import { goTo } from '../../parts/frame/route.ts';
import { Press } from '../../parts/Press.tsx';

/** The scripts that a brief gives, or what it still needs for one. */
export function Outcome({
  missing,
  composition,
  refusal,
  onOther,
}: {
  missing: readonly MissingPart[];
  composition: Composition | null;
  refusal: string | null;
  onOther: () => void;
}) {
  const [failure, setFailure] = useState<string | null>(null);
  const use = async ({ text, name }: Composition['scripts'][number]) => {
    const id = crypto.randomUUID();
    setFailure(null);
    try {
      await api.saveScript({ id, name, text });
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
                {script.note} <span className="composed-words">{Math.round(script.seconds)} s when spoken</span>
              </p>
              <p className="composed-text">{script.text}</p>
              <Press weight="main" onPress={() => void use(script)}>
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
