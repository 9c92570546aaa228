/** The seven tips in the order every review lists them. */
export const TIP_IDS = ['goal', 'bridge', 'brevity', 'tone', 'request', 'number', 'reply-option'] as const;

/** One of {@link TIP_IDS}. */
export type TipId = (typeof TIP_IDS)[number];

/** The two notes beside the tips. */
export const NOTE_IDS = ['identity', 'recording'] as const;

/** One of {@link NOTE_IDS}. */
export type NoteId = (typeof NOTE_IDS)[number];
