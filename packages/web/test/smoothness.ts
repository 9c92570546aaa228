import type { Page } from 'playwright-core';

/** How the page's main thread fared since it was opened. */
export interface Smoothness {
  frames: number;
  /** Milliseconds of each task of 50 ms and more, as browsers count them. */
  longTasks: number[];
  /** Milliseconds between two frames, at the most. */
  longestPause: number;
}

interface Watched {
  smoothness: Smoothness & { last: number };
}

/** Watches every page that is opened from now on. */
export async function watchSmoothness(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const smoothness = { frames: 0, longTasks: [] as number[], longestPause: 0, last: performance.now() };
    (window as unknown as Watched).smoothness = smoothness;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) smoothness.longTasks.push(Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
    const tick = (now: number) => {
      smoothness.frames += 1;
      smoothness.longestPause = Math.max(smoothness.longestPause, now - smoothness.last);
      smoothness.last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

/** What was seen since the page was opened or since the last look; begins anew. */
export async function smoothnessOf(page: Page): Promise<Smoothness> {
  return page.evaluate(() => {
    const { smoothness } = window as unknown as Watched;
    const { frames, longTasks, longestPause } = smoothness;
    Object.assign(smoothness, { frames: 0, longTasks: [], longestPause: 0, last: performance.now() });
    return { frames, longTasks, longestPause: Math.round(longestPause) };
  });
}

/** In words, for the log of a test. */
export function told({ frames, longTasks, longestPause }: Smoothness): string {
  const total = longTasks.reduce((sum, ms) => sum + ms, 0);
  return `${frames} frames, ${longTasks.length} long tasks of ${total} ms together (longest ${Math.max(0, ...longTasks)} ms), longest pause ${longestPause} ms`;
}
