import type { PlanForm } from './form.ts';

/** The script as far as the plan goes: what is typed stands in it, what is still open is a gap with its name. */
export function Growing({ form }: { form: PlanForm }) {
  const { whomName, callerName, callerOrganisation, tie, tieName, question, topic, number, email } = form;
  const ask = question.trim() || topic.trim();
  return (
    <section className="sheet growing" aria-labelledby="growing-title">
      <h2 id="growing-title">Your script so far</h2>
      <p>
        Hello <Part text={whomName} open="their name" />, this is <Part text={callerName} open="your name" />
        {callerOrganisation.trim() && `, ${callerOrganisation.trim()}`}.
      </p>
      <p>
        <Part text={tie === '' ? '' : tieName} open="what ties you" />
      </p>
      <p>
        <Part text={ask} open="the one small thing" />
      </p>
      <p>
        My number is <Part text={number} open="your number" />. {number.trim() && `Again: ${number.trim()}.`}
      </p>
      <p>
        Or write to <Part text={email} open="your address" />.
      </p>
      <p className="soft">Three scripts in whole sentences take its place as soon as there is enough to say.</p>
    </section>
  );
}

function Part({ text, open }: { text: string; open: string }) {
  const said = text.trim();
  return said === '' ? <span className="gap">{open}</span> : <span className="growing-said">{said}</span>;
}
