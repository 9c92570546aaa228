export { findPhoneNumbers, type PhoneNumberOptions } from './find-phone-numbers.ts';
export * from './judged-number.ts';
export { type SpeakDigitsOptions, speakDigits } from './speak-digits.ts';
