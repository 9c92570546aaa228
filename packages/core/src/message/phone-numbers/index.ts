export { findPhoneNumbers, type PhoneNumberOptions } from './find-phone-numbers.ts';
