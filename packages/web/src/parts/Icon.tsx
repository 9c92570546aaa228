const PATHS = {
  plan: 'M5 5h14M5 10h9M5 15h6M15 19l5-5-2.5-2.5-5 5V19z',
  script: 'M6 4h9l4 4v12H6zM9 11h7M9 14.5h7M9 18h4',
  rehearse: 'M12 4a2.6 2.6 0 0 0-2.6 2.6v5a2.6 2.6 0 0 0 5.2 0v-5A2.6 2.6 0 0 0 12 4zM6.5 11a5.5 5.5 0 0 0 11 0M12 16.5V20M9 20h6',
  review: 'M4 13v-2M8 16V8M12 19V5M16 16V8M20 13v-2',
  compare: 'M5 20V10M12 20V4M19 20v-7M3 20h18',
  log: 'M6 4h12v16H6zM9 8.500h6M9 12h2M9 15.500h6M13.500 12l1 1 1.500-2',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500v5M9 14.500v5',
  team: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.500 19c.4-3.200 2.500-5 5.500-5s5.100 1.800 5.500 5M15.500 5.300a3 3 0 0 1 0 5.400M17 14.300c2 .7 3.200 2.300 3.500 4.700',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  stop: 'M7 7h10v10H7z',
  pass: 'M5 12.5l4.5 4.5L19 7.5',
  improve: 'M12 6v8M12 17.5v.5',
  fail: 'M5 19l1-4L16.5 4.5l3 3L9 18z',
  notApplicable: 'M7 12h10',
  error: 'M9.5 9.5a2.5 2.5 0 1 1 3.4 2.4c-.6.3-.9.8-.9 1.4v.7M12 17.5v.5',
  drop: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19.5h14',
  more: 'M5.500 12h1M11.500 12h1M17.500 12h1',
  pencil: 'M5 19l1-4L16.5 4.5l3 3L9 18z',
  star: 'M12 4.5l2.3 4.8 5.2.7-3.8 3.6.9 5.2L12 16.3l-4.6 2.5.9-5.2L4.500 10l5.200-.7z',
  trash: 'M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof PATHS;

/** A drawing beside words; it says nothing by itself. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill={name === 'play' || name === 'stop' ? 'currentColor' : 'none'} />
    </svg>
  );
}
