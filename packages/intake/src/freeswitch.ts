import type { Adapter } from './adapter.ts';
import { type FolderSource, watchedFolder } from './folder.ts';

/** `msg_<uuid>.wav` of mod_voicemail; greetings and names that lie beside are none. */
const MESSAGE = /^msg_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?:wav|mp3)$/i;

/**
 * Takes from the storage of FreeSWITCH's mod_voicemail, `<storage>/voicemail/<profile>/<domain>/<mailbox>/msg_<uuid>.wav`. The call's uuid is
 * the message's; the caller stands in FreeSWITCH's own database alone, so who needs it takes the e-mails instead.
 */
export function freeswitch(source: FolderSource, now: () => Date): Adapter {
  const files = watchedFolder(source, now, (name) => MESSAGE.test(name));
  return {
    ...files,
    async *lying() {
      for await (const message of files.lying()) {
        const name = message.key.split(' ')[0]?.split('/').at(-1) ?? '';
        const uuid = MESSAGE.exec(name)?.[1];
        if (uuid !== undefined) yield { ...message, key: uuid.toLowerCase() };
      }
    },
  };
}
