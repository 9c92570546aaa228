import type { ReactNode } from 'react';
import { goTo } from './frame/route.ts';
import { Press } from './Press.tsx';

/** What is not at this address, and the ways on from here. */
export function NotHere({ title, children, ways }: { title: string; children: ReactNode; ways?: ReactNode }) {
  return (
    <section className="sheet not-here">
      <h1>{title}</h1>
      <p>{children}</p>
      <div className="not-here-ways">
        {ways}
        <Press onPress={() => goTo('start')}>To the start</Press>
      </div>
    </section>
  );
}
