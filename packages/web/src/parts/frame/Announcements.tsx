import { useEffect, useState } from 'react';

const SAID = 'ringback-said';

/** Says something to people who do not see that it happened. */
export function announce(text: string): void {
  window.dispatchEvent(new CustomEvent(SAID, { detail: text }));
}

/** Where announcements are read from; it outlives the rooms. */
export function Announcements() {
  const [text, setText] = useState('');
  useEffect(() => {
    const hear = (event: Event) => setText(String((event as CustomEvent).detail));
    window.addEventListener(SAID, hear);
    return () => window.removeEventListener(SAID, hear);
  }, []);
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
