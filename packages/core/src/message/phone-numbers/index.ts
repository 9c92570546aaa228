export { findPhoneNumbers, type PhoneNumberOptions } from './find-phone-numbers.ts';
export { type SpeakDigitsOptions, speakDigits } from './speak-digits.ts';
