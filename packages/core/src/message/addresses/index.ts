export { findEmails } from './find-emails.ts';
export { findWebAddresses, type WebAddress } from './find-web-addresses.ts';
