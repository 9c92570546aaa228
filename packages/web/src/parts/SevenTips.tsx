import { TIP_IDS, type TipId } from '@ringback/core';
import { useState } from 'react';
import { useSpoken } from '../desk/voice/use-spoken.ts';
import { Press } from './Press.tsx';
import { Failure } from './Question.tsx';
import './seven-tips.css';
import { TIP_NAMES } from './words.ts';

/** What each tip asks, and how that sounds in a message. */
const TOLD: Readonly<Record<TipId, { about: string; example: string }>> = {
  goal: {
    about: 'The message wants one thing: an answer. Everything else belongs into the call.',
    example: 'Could you call me back with a yes or no?',
  },
  bridge: {
    about: 'Say what truly ties you to them: a person, a place, something you both know.',
    example: 'Dana Whitfield, who ran your spring conference, told me to ask you.',
  },
  brevity: {
    about: 'Half a minute is heard out. Who, why you, what, by when, how: that is all.',
    example: 'It takes five minutes of your time.',
  },
  tone: { about: 'Speak as to a colleague: friendly, and sorry for nothing.', example: 'Hello Ms. Calder, this is Theo Lindgren.' },
  request: { about: 'Ask for something small that can be answered at once.', example: 'Is the operations role still open?' },
  number: {
    about: 'Say your number slowly, in groups, twice, so that someone can write it down in a car.',
    example: 'My number is 415-555-0142. Again: 415-555-0142.',
  },
  'reply-option': {
    about: 'Offer an easier way to answer than calling back.',
    example: 'Or write one line to theo at example dot com.',
  },
};

/** What the seven tips are, each with an example to hear. */
export function SevenTips({ titleId, onClose }: { titleId: string; onClose?: () => void }) {
  const [heard, setHeard] = useState<TipId | null>(null);
  const spoken = useSpoken('');
  const isHeard = (id: TipId) => heard === id && spoken.state !== 'silent';
  const hear = (id: TipId) => {
    if (isHeard(id)) return spoken.toggle();
    setHeard(id);
    spoken.say(TOLD[id].example);
  };
  return (
    <div className="seven">
      <div className="panel-head">
        <h2 id={titleId}>The seven tips</h2>
        {onClose && (
          <Press weight="quiet" onPress={onClose}>
            I know them
          </Press>
        )}
      </div>
      <ol className="seven-list">
        {TIP_IDS.map((id) => (
          <li key={id} className="seven-tip">
            <h3>{TIP_NAMES[id]}</h3>
            <p>{TOLD[id].about}</p>
            <p className="seven-example">“{TOLD[id].example}”</p>
            <Press
              weight="quiet"
              icon={isHeard(id) ? 'stop' : 'play'}
              aria-label={`${isHeard(id) ? 'Stop' : 'Hear it'}: ${TIP_NAMES[id]}`}
              onPress={() => hear(id)}
            >
              {isHeard(id) ? 'Stop' : 'Hear it'}
            </Press>
          </li>
        ))}
      </ol>
      <Failure failure={spoken.failure} />
    </div>
  );
}
