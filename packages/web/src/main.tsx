import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './parts/design/tokens.css';
import './parts/design/base.css';
import './parts/parts.css';
import { App } from './parts/frame/App.tsx';

/** Milliseconds that the page waits for its typeface, which comes from this machine: words set in another would move. */
const LONGEST_WAIT_MS = 500;

function begin(): void {
  const root = document.getElementById('root');
  if (root) {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  }
}

const late = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
const typeface = document.fonts.load('1em "Atkinson Hyperlegible Next Variable"').catch(() => []);
void Promise.race([typeface, late]).then(begin);
