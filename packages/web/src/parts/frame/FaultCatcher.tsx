import { Component, type ReactNode, useEffect } from 'react';
import { api } from '../../desk/http/client.ts';
import { Refusal } from '../../desk/http/problem.ts';
import { Press } from '../Press.tsx';

/** Keeps a fault inside the room it is in: the way to the others stays, and what is wrong is told. `at` is the address; another one begins anew. */
export class FaultCatcher extends Component<{ at: string; children: ReactNode }, { error: unknown; at: string }> {
  override state = { error: null as unknown, at: this.props.at };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error: error ?? new Error('unknown') };
  }

  static getDerivedStateFromProps({ at }: { at: string }, state: { error: unknown; at: string }) {
    return at === state.at ? null : { error: null, at };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return error instanceof Refusal ? <Waiting sentence={error.message} /> : <Broken />;
  }
}

const LOOK_AGAIN_MS = 1000;

/** The server is gone: the room opens by itself when it is back. */
function Waiting({ sentence }: { sentence: string }) {
  useEffect(() => {
    const timer = setInterval(() => {
      // The page is loaded again: a browser does not fetch a second time what it could not fetch.
      api.model().then(
        () => location.reload(),
        () => {},
      );
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <section className="sheet not-here" role="alert">
      <h1>Waiting for Ringback</h1>
      <p>{sentence} Start it again as you started it before: this room then opens by itself, and nothing you wrote is lost.</p>
    </section>
  );
}

function Broken() {
  return (
    <section className="sheet not-here" role="alert">
      <h1>Something broke in this room</h1>
      <p>What you wrote and recorded is kept. Open the room again, or take another way.</p>
      <div className="not-here-ways">
        <Press weight="main" onPress={() => location.reload()}>
          Open it again
        </Press>
        <Press onPress={() => location.assign('/')}>To the start</Press>
      </div>
    </section>
  );
}
