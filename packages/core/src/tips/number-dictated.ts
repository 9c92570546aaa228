import { messageEndSec } from '../delivery/sounds/index.ts';
import { measureDictation, usualGroupSizes } from '../dictation/index.ts';
import type { Artifacts } from '../documents/artifacts.ts';
import type { Dictation, MentionDictation } from '../documents/dictation.ts';
import type { Message, PhoneNumber } from '../documents/message.ts';
import type { Delivery, DictatedNumber } from '../documents/review.ts';
import { judgedNumber } from '../message/phone-numbers/index.ts';
import type { NumberOptions } from './number-thresholds.ts';

/** How a number was dictated; null for a script, or where its digits have no times or may not be judged. */
export function dictationOf(
  { artifacts, delivery, options }: { artifacts: Artifacts; delivery: Delivery; options?: NumberOptions },
  phone: PhoneNumber,
): Dictation | null {
  const { sound, source } = artifacts;
  if (sound === undefined || source.estimated) return null;
  if (delivery.quality.withheld.some((entry) => entry.measure === 'digits')) return null;
  const usualGroups = usualGroupSizes(phone);
  return measureDictation(
    {
      number: phone,
      durationSec: messageEndSec(artifacts),
      activity: sound.activity.ok ? sound.activity.value : null,
      level: sound.level.ok ? sound.level.value : null,
      pitch: sound.pitch.ok ? sound.pitch.value : null,
      ...(usualGroups === undefined ? {} : { usualGroups }),
    },
    options,
  );
}

/** The judged number as it was said, for the reports to draw; undefined where there is nothing to draw. */
export function dictatedNumber(artifacts: Artifacts, delivery: Delivery, message: Message): DictatedNumber | undefined {
  const phone = judgedNumber(message);
  const dictation = phone === undefined ? null : dictationOf({ artifacts, delivery }, phone);
  if (phone === undefined || dictation === null) return undefined;
  const written = writtenInPlace(artifacts, dictation.mentions[dictation.clearest]);
  return { e164: phone.e164, dictation, ...(written === undefined ? {} : { written }) };
}

/** What the drive test says that a listener writes for each digit said, when it is this number that was tested. */
function writtenInPlace({ sound }: Artifacts, mention: MentionDictation | undefined): string[] | undefined {
  if (mention === undefined || !sound?.legibility?.ok) return undefined;
  const { digits, written } = sound.legibility.value;
  const kept = mention.digits.filter((digit) => !mention.corrected.includes(digit));
  const marks = [...written.replaceAll('-', '')];
  const isThisOne = kept.length === marks.length && kept.every(({ digit }, place) => digit === digits[place]?.digit);
  return isThisOne ? mention.digits.map((digit) => marks[kept.indexOf(digit)] ?? digit.digit) : undefined;
}
