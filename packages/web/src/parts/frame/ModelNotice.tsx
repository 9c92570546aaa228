import { useEffect, useState } from 'react';
import { api, type ModelState } from '../../desk/http/client.ts';

const ASK_AGAIN_MS = 1500;

/** Says when recordings cannot be heard yet; silent otherwise. */
export function ModelNotice() {
  const [model, setModel] = useState<ModelState | null>(null);
  useEffect(() => {
    let timer = 0;
    let current = true;
    const look = () =>
      api.model().then(
        (state) => {
          if (!current) return;
          setModel(state);
          if (state.state === 'loading') timer = window.setTimeout(look, ASK_AGAIN_MS);
        },
        () => {
          if (current) timer = window.setTimeout(look, ASK_AGAIN_MS);
        },
      );
    void look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, []);
  // Loading from the disk takes a second or two: not worth a word unless something is fetched.
  if (model === null || model.state === 'ready' || (model.state === 'loading' && model.share === 0)) return null;
  return (
    <div className="model-notice" role="status">
      <p>{model.message}</p>
      {model.state === 'loading' && <progress aria-label="Fetching the speech model" max={1} value={model.share} />}
    </div>
  );
}
