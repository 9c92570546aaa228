import type { RawFormat } from '@ringback/speech';
import { Option } from 'commander';

/** Every format by name; named here so that commands start without loading the speech package. */
const RAW_FORMATS: Readonly<Record<RawFormat, true>> = {
  ulaw: true,
  alaw: true,
  gsm: true,
  g722: true,
  sln: true,
  sln12: true,
  sln16: true,
  sln24: true,
  sln32: true,
  sln44: true,
  sln48: true,
  sln96: true,
  sln192: true,
};

/** `--raw`: what a recording is that has no header, as PBXs write them. */
export const rawOption = (): Option =>
  new Option('--raw <format>', 'what a recording without a header holds, where its name (.ulaw, .sln16) does not say').choices(
    Object.keys(RAW_FORMATS),
  );
