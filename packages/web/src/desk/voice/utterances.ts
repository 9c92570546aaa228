/** What of core a voice needs: fetched only when something is read aloud. */
export { groupUtterances, planDrill, scriptUtterances } from '@ringback/core';
