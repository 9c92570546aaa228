import type { DrillPlan, PhoneNumber } from '@ringback/core';
import { useState } from 'react';
import { ownRegion } from '../frame/settings.ts';
import { Press } from '../Press.tsx';
import { Question } from '../Question.tsx';
import { Drill } from './Drill.tsx';
import './drill.css';

/** Practises the first whole number of a message with a voice; nothing where there is none. */
export function SpeakAlong({ numbers }: { numbers: readonly PhoneNumber[] }) {
  const [plan, setPlan] = useState<DrillPlan | null>(null);
  const whole = numbers.find(({ e164 }) => e164 !== null)?.e164;
  if (!whole) return null;
  const open = async () => {
    const { planDrill } = await import('../../desk/voice/utterances.ts');
    setPlan(planDrill(whole, ownRegion()));
  };
  return (
    <>
      <Press icon="rehearse" onPress={() => void open()}>
        Speak the number along
      </Press>
      <Question title="Speak the number along" isOpen={plan !== null} onClose={() => setPlan(null)} role="dialog">
        {plan && <Drill plan={plan} onClose={() => setPlan(null)} />}
      </Question>
    </>
  );
}
