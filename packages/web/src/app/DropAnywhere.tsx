import { type DragEvent, type ReactNode, useState } from 'react';
import { sentenceOf } from '../api/problem.ts';
import { Press } from '../parts/Press.tsx';
import { sendSound } from './send-sound.ts';

/** The whole page takes a recording that is dropped on it. */
export function DropAnywhere({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const onDrop = async (event: DragEvent) => {
    // A field of the page may have taken it: the bridge finder takes contact files.
    if (event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (!file) return;
    setBusy(true);
    setFailure(null);
    try {
      await sendSound(file, null);
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
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
      {children}
      {over && <div className="drop-veil">Drop the recording to have it reviewed</div>}
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
