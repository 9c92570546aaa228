export { type CheckedProposal, checkProposal, checkRewording } from './check-proposal.ts';
