export { findPhoneNumbers, type PhoneNumberOptions } from './find-phone-numbers.ts';
export * from './judged-number.ts';
export * from './one-digit-off.ts';
export { type SpeakDigitsOptions, speakDigits } from './speak-digits.ts';
