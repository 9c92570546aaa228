/** Whose rows they are on a person's own machine, where there is one person. */
export const LOCAL_OWNER = 'me';
