import { type DragEvent, type ReactNode, useState } from 'react';
import { sentenceOf } from '../../desk/http/problem.ts';
import { keepUnsaved } from '../../desk/http/unsaved.ts';
import { Press } from '../Press.tsx';
import { HandedFiles } from './handed-files.ts';
import { goTo } from './route.ts';
import { sendSound } from './send-sound.ts';

/** Longest script, characters; the server takes no longer one. */
const LONGEST_SCRIPT = 60_000;

type Kind = 'sound' | 'script' | 'contacts';

/** What a file is for, by its name; what is no text is taken for sound, and the server looks at its bytes. */
function kindOf({ name, type }: File): Kind {
  if (/\.(?:csv|vcf)$/i.test(name) || /csv|vcard/.test(type)) return 'contacts';
  return /\.(?:txt|md|text)$/i.test(name) || type === 'text/plain' ? 'script' : 'sound';
}

/** The whole page takes a recording that is dropped on it; text is offered as a script, a list of people as contacts. */
export function DropAnywhere({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [offered, setOffered] = useState<{ kind: Kind; files: File[] } | null>(null);
  const [contacts, setContacts] = useState<readonly File[]>([]);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const onDrop = async (event: DragEvent) => {
    // A field of the page may have taken it: the bridge finder takes contact files.
    if (event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (!file) return;
    setFailure(null);
    setOffered(null);
    const kind = kindOf(file);
    if (kind !== 'sound') return setOffered({ kind, files: [...event.dataTransfer.files].filter((one) => kindOf(one) === kind) });
    setBusy(true);
    try {
      await sendSound(file, null);
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const accept = async ({ kind, files }: { kind: Kind; files: File[] }) => {
    setOffered(null);
    const [file] = files;
    if (kind === 'contacts') {
      setContacts(files);
      goTo('plan');
    } else if (file) {
      const id = crypto.randomUUID();
      keepUnsaved(id, { name: file.name.replace(/\.\w+$/, ''), text: (await file.text()).slice(0, LONGEST_SCRIPT) });
      goTo('script', id);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the start room has a button for the same
    <div
      className="page"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      onDrop={onDrop}
    >
      <HandedFiles value={contacts}>{children}</HandedFiles>
      {over && <div className="drop-veil">Drop it here: a recording is reviewed, a text becomes a script</div>}
      {offered && (
        <div className="drop-note" role="status">
          <p>
            {offered.kind === 'script'
              ? `“${offered.files[0]?.name}” is text, not a recording.`
              : `“${offered.files[0]?.name}” looks like a list of people.`}
          </p>
          <div className="drop-ways">
            <Press weight="main" onPress={() => void accept(offered)}>
              {offered.kind === 'script' ? 'Make it a script' : 'Look for a tie in it'}
            </Press>
            <Press weight="quiet" onPress={() => setOffered(null)}>
              Close
            </Press>
          </div>
        </div>
      )}
      {(busy || failure !== null) && (
        <div className={`drop-note ${failure ? 'notice-bad' : ''}`} role="status">
          <p>{failure ?? 'Reading the recording …'}</p>
          {failure && (
            <Press weight="quiet" onPress={() => setFailure(null)}>
              Close
            </Press>
          )}
        </div>
      )}
    </div>
  );
}
