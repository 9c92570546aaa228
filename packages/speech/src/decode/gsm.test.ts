import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode.ts';

// A vowel-like tone coded with sox 14.4.2 (libgsm), and what libgsm makes of it: every 160th sample and two sums over all.
const RAW = [
  '1eVrnSFQNXkkkbbbcRG2kl3G23PI/a1HWLvwSMkjaSIA1ahVCwZzyLcBXskk5Mu220kq344ot1tpEgDlarEWkjbb1ahVCsZz5ccbg1Hac+ZLZI5I4OdFC3yS',
  'RtnlhzcbHbkj1ahVCsZzhskjkjmFiOn1Ym2kiudNNvqSSRtz5cbjjdcf1adUylLapUtjaSIA5Y034y23G3OINyOUd1tzRTjbSJJI1adcykrnCfcjbbbb5Q42',
  '2343I+XoxxySSi2IJ0LkaSJA1ahVCwZzpzbCW9skc8rI420w32Zn6yNpEgDlCpVb8kkb1ahVCwblS7bba8djc8i243G24OdoKdyNtppzpUcnUc1c1ahVCsbn',
  '7UkbkkfMhqbtqUkiAHPChXyh3Kxz5zcbcose1adUylJmyckjbbSQ587O402223PlOSIjPDFzR8kkSSSQ1adcykrnCfTkkkjic+hG4n2Y2nPmuOOOqiWIJ0Lk',
  'aSJA1ahVCwblbDa7mkkb5Uw2220op9jrWSRtpJDlCKOU8kkk',
];
const WAV49 = [
  'UklGRroBAABXQVZFZm10IBQAAAAxAAEAQB8AAFkGAABBAAAAAgBAAWZhY3QEAAAAgAcAAGRhdGGGAQAAV9ncEYMi9SRJbtuGk3GTpI/bltvodqu41IfHiCQ3',
  'SQFgoYoKw7mNNiJ6SZLyvLZtktTtR4q2bpMSAHKvBsokt20WqqgsnPuF40a4+JR7hi3JkRwxVwXtSZLbIh9n44ZvJGehisrCuWlIciRHo8SerlLbJEVz1bZd',
  'JEluuV+4cdw67tappqTULoUtN0kBIB9tO5dt45YbaCPH4uuWU2XcJiVJYJ1rSkZzmT5y27ZtcuG2bTs3cvKPOI4kWbREcpiRk5QAFqqoMJw7ZxskvyWZ24oc',
  't2nYPuPHJTcpASCXKup2kuRmoYoKw3K9tm3TuXK5jbZx47YRc4fEj9w2TblTOPLi6I4WqqgsPH+N5EaSezisxnYjSQGQ2wLqWaxWmXtn4zYW5WydakpKs5xI',
  'ctsmCfPt+HHatm25V0ZSgWc4OX1IkpIkCda5pmQ0l+kaSZIclXuIG7Uv3JT7ZhzHVQVLJIcZOUkJYKGKCsNyxzZ9NElucsW2bZtE8ey2SpLbJAlyiRSLJ0mS',
];
const EVERY_FRAME = [0, -6408, -3744, 1208, 5008, -896, -5120, -1968, 1984, 6496, -88, -4880];
const SUM = -160_600;
const SUM_OF_SIZES = 9_374_936;
const FRAME_SAMPLES = 160;

const bytesOf = (base64: readonly string[]): Uint8Array => Uint8Array.from(atob(base64.join('')), (character) => character.charCodeAt(0));

describe('GSM 06.10', () => {
  it.each([
    { name: 'raw frames', coded: RAW, container: 'gsm', codec: 'gsm' },
    { name: 'WAV49', coded: WAV49, container: 'wav', codec: 'gsm_ms' },
  ])('decodes $name to the bit', async ({ coded, container, codec }) => {
    const { waveform, recording } = await decodeBytes(bytesOf(coded));
    const codes = [...waveform.samples].map((value) => Math.round(value * 32768));
    expect(recording).toMatchObject({ container, codec, sampleRate: 8000, channels: 1, durationSec: 0.24 });
    expect(codes.filter((_, i) => i % FRAME_SAMPLES === 0)).toEqual(EVERY_FRAME);
    expect(codes.reduce((sum, code) => sum + code, 0)).toBe(SUM);
    expect(codes.reduce((sum, code) => sum + Math.abs(code), 0)).toBe(SUM_OF_SIZES);
  });

  it('does not take other bytes for a raw stream', async () => {
    const broken = bytesOf(RAW);
    broken[33] = 0;
    await expect(decodeBytes(broken)).rejects.toMatchObject({ code: 'not-audio' });
  });
});
