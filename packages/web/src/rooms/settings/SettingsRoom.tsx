import { DICTATION_THRESHOLDS, LENGTH_SEC } from '@ringback/core';
import { useEffect, useState } from 'react';
import { here } from '../../desk/place.ts';
import { BUNDLED, localVoices } from '../../desk/voice/system-voices.ts';
import { useSpoken } from '../../desk/voice/use-spoken.ts';
import { changeSettings, ownRegion, type Settings, settings } from '../../parts/frame/settings.ts';
import { lastScript } from '../../parts/frame/thread.ts';
import { Press } from '../../parts/Press.tsx';
import { PhoneMicrophone } from '../../parts/phone/PhoneMicrophone.tsx';
import { SevenTips } from '../../parts/SevenTips.tsx';
import { countries } from './countries.ts';
import './settings.css';

/** Heard when a voice is chosen. */
const SAMPLE = 'Hello Ms. Calder, this is Theo Lindgren. My number is 415-555-0142.';
/** Words per minute that anyone can be heard at; beyond is a slip of the finger. House rule. */
const PACE = { least: 80, most: 260 } as const;

/** What the person tells once: kept in this browser, and used in every room. */
export default function SettingsRoom() {
  const [told, setTold] = useState(settings);
  const set = (change: Partial<Settings>) => setTold(changeSettings(change));
  return (
    <div className="settings">
      <div className="room-head">
        <h1>Settings</h1>
        <p className="soft">Kept in this browser, and sent nowhere.</p>
      </div>
      <section className="sheet setting" aria-labelledby="setting-you">
        <h2 id="setting-you">You</h2>
        <p className="soft">Every new plan begins with this.</p>
        <Line label="Your name, as you say it" value={told.name} onChange={(name) => set({ name })} />
        <Line label="Your organisation or role" value={told.organisation} onChange={(organisation) => set({ organisation })} />
        <Line label="Your number" type="tel" value={told.number} onChange={(number) => set({ number })} />
        <Line label="Your e-mail address" type="email" value={told.email} onChange={(email) => set({ email })} />
        <label className="setting-line">
          Your country
          <select value={told.region} onChange={(event) => set({ region: event.target.value })}>
            <option value="">As this browser says</option>
            {countries().map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          <span className="soft setting-help">A number without a country code is read as one of this country (now {ownRegion()}).</span>
        </label>
      </section>
      <VoiceSettings told={told} set={set} />
      {/* A page without a server has no door to open. */}
      {here().where === null && (
        <section className="sheet setting" aria-labelledby="setting-phone">
          <h2 id="setting-phone">A phone as microphone</h2>
          <PhoneMicrophone scriptId={lastScript()} />
        </section>
      )}
      <HouseRules />
      <section className="sheet setting" aria-labelledby="setting-tips">
        <SevenTips titleId="setting-tips" />
      </section>
    </div>
  );
}

function VoiceSettings({ told, set }: { told: Settings; set: (change: Partial<Settings>) => void }) {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
  useEffect(() => {
    void localVoices().then(setVoices);
  }, []);
  const spoken = useSpoken(SAMPLE);
  return (
    <section className="sheet setting" aria-labelledby="setting-voice">
      <h2 id="setting-voice">Voice and pace</h2>
      <label className="setting-line">
        Scripts are read by
        <select value={told.voice} onChange={(event) => set({ voice: event.target.value })}>
          <option value="">{voices.length > 0 ? 'The voice of this system' : 'The voice that comes along'}</option>
          {voices.map(({ name, lang }) => (
            <option key={name} value={name}>
              {name} ({lang})
            </option>
          ))}
          {voices.length > 0 && <option value={BUNDLED}>The voice that comes along</option>}
        </select>
        <span className="soft setting-help">Only voices that speak on this machine stand here: none of them sends a word away.</span>
      </label>
      <Press icon={spoken.state === 'silent' ? 'play' : 'stop'} onPress={spoken.toggle}>
        {spoken.state === 'silent' ? 'Hear it' : 'Stop'}
      </Press>
      {spoken.failure && (
        <p className="notice notice-bad" role="alert">
          {spoken.failure}
        </p>
      )}
      <Pace pace={told.pace} onPace={(pace) => set({ pace })} />
    </section>
  );
}

function Pace({ pace, onPace }: { pace: number | null; onPace: (pace: number | null) => void }) {
  const [typed, setTyped] = useState(pace === null ? '' : String(pace));
  const number = Number(typed);
  const isPace = typed.trim() === '' || (number >= PACE.least && number <= PACE.most);
  return (
    <label className="setting-line">
      Words you speak in a minute
      <input
        inputMode="numeric"
        value={typed}
        placeholder="150"
        aria-invalid={!isPace}
        onChange={({ target: { value } }) => {
          setTyped(value);
          const said = Number(value);
          if (value.trim() === '') onPace(null);
          else if (said >= PACE.least && said <= PACE.most) onPace(Math.round(said));
        }}
      />
      <span className={`setting-help ${isPace ? 'soft' : 'field-fault'}`}>
        {isPace
          ? 'A review tells it. How long a script is, and how long scripts are written, goes by it.'
          : `A number from ${PACE.least} to ${PACE.most}; leave it empty where you do not know it.`}
      </span>
    </label>
  );
}

/** What messages are held against, and where it is changed. */
function HouseRules() {
  const { maxGroupDigitsPerSec, minGroupGapSec, minTimesSaid } = DICTATION_THRESHOLDS;
  return (
    <section className="sheet setting" aria-labelledby="setting-rules">
      <h2 id="setting-rules">House rules</h2>
      <dl className="rules">
        <dt>Heard out</dt>
        <dd>{LENGTH_SEC.heardOut} seconds</dd>
        <dt>Too long</dt>
        <dd>from {LENGTH_SEC.tooLong} seconds on</dd>
        <dt>The number, inside a group</dt>
        <dd>at most {maxGroupDigitsPerSec.default} digits a second</dd>
        <dt>Between its groups</dt>
        <dd>{minGroupGapSec.default} seconds or more</dd>
        <dt>How often it is said</dt>
        <dd>{minTimesSaid.default === 2 ? 'twice' : `${minTimesSaid.default} times`}</dd>
      </dl>
      <p className="soft">
        These are the same for everyone, so that takes can be compared. On the command line a file <code>.ringback.json</code> sets others.
      </p>
    </section>
  );
}

function Line({
  label,
  value,
  onChange,
  type = 'text',
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: string;
}) {
  return (
    <label className="setting-line">
      {label}
      <input type={type} value={value} autoComplete="off" maxLength={100} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
