export { findPhoneNumbers, type PhoneNumberOptions } from './find-phone-numbers.ts';
export * from './judged-number.ts';
export * from './one-digit-off.ts';
