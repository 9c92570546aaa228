import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '../../parts/design/tokens.css';
import '../../parts/design/base.css';
import '../../parts/parts.css';
import './phone.css';
import { Refusal } from '../../desk/http/problem.ts';
import { clock } from '../../parts/words.ts';
import { type Microphone, openMicrophone } from '../../recorder/microphone.ts';
import { wavHeader } from '../../recorder/wav-header.ts';

/** Seconds after which a take ends by itself: nobody hears a longer message out, and the computer takes no longer one. */
const LONGEST_SEC = 300;
const SWITCHED_OFF = 'The computer has switched this off: show a new code there and scan it.';

/** What a phone that came in by the code can do: record, and send. */
function begin(): void {
  const [state, time, button] = ['state', 'time', 'record'].map((id) => document.getElementById(id));
  if (!state || !time || !button) return;
  let recording: { microphone: Microphone; blocks: Int16Array<ArrayBuffer>[]; samples: number } | null = null;

  const show = (says: string, label: string, isRecording = false) => {
    state.textContent = says;
    button.textContent = label;
    button.className = `press ${isRecording ? 'press-record' : 'press-main'}`;
  };
  const start = async () => {
    const blocks: Int16Array<ArrayBuffer>[] = [];
    show('Opening the microphone …', 'Record');
    const microphone = await openMicrophone((block) => {
      if (recording === null) return;
      blocks.push(block);
      recording.samples += block.length;
      const seconds = recording.samples / microphone.capture.sampleRate;
      time.textContent = clock(Math.floor(seconds));
      if (seconds >= LONGEST_SEC) void toggle();
    });
    recording = { microphone, blocks, samples: 0 };
    show('Speak as you would on the call.', 'Stop and send', true);
  };
  const stop = async ({ microphone, blocks, samples }: NonNullable<typeof recording>) => {
    recording = null;
    const { sampleRate } = microphone.capture;
    await microphone.close();
    show('Sending …', 'Record');
    const answer = await fetch('/take', { method: 'PUT', body: new Blob([wavHeader(sampleRate, samples), ...blocks]) }).catch(() => null);
    time.textContent = '0:00';
    if (answer?.ok) show('It is on your computer. Its review opens there.', 'Record again');
    else show(`It could not be sent. ${SWITCHED_OFF}`, 'Record');
  };
  const toggle = () =>
    (recording ? stop(recording) : start()).catch((error: unknown) => {
      recording = null;
      // What is no refusal of the microphone is what could not be fetched from the computer.
      show(error instanceof Refusal ? error.message : SWITCHED_OFF, 'Record');
    });
  button.addEventListener('click', () => void toggle());
}

begin();
