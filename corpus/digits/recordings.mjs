// Recorded voices: a folder of isolated digits (index.json with file, digit, start and end), and Asterisk's English prompts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RATE } from './sound.mjs';
import { readSound } from './voices.mjs';

/** Where Debian's asterisk-core-sounds-en-wav puts the prompts (Allison Smith, CC BY-SA 3.0). */
const PROMPTS = '/usr/share/asterisk/sounds/en_US_f_Allison';
/** Prompts in which a digit is said, or something that is no speech. */
const WITH_DIGITS =
  /(^|[-_])(\d|one|two|three|four|five|six|seven|eight|nine|zero)|\d|beep|tone|press|silence|option|hours|conf(bridge)?-.*(menu|extended|-in|-out|exit|162|18)|demo|instruct|agent-user|vm-(to|opt|adv|rev|star|which|one|repeat|next|prev|delete|undelete|forward|reach|saveoper|help|leavemsg|savem|rec|change|calldiff|cancel|dial|t[em]+p|press|enter)|second|ss-nos|basic-pbx|weasels|monkeys|usingkeypad|dir-(first|last|instr|intro|multi)|spy-|INBOX|for\.wav/i;
/** Seconds: shorter prompts are clicks, longer ones are menus. */
const PROMPT_SEC = { shortest: 0.4, longest: 9 };

/** Clips of isolated digits by speaker: `{speaker: [digit][take]}`; a speaker is the name of a file. */
export async function isolatedDigits(folder) {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const speakers = {};
  for (const file of new Set(index.map((clip) => clip.file))) {
    const sound = await readSound(join(folder, file));
    const clips = Array.from({ length: 10 }, () => []);
    for (const { digit, start, end } of index.filter((clip) => clip.file === file))
      clips[digit ?? -1]?.push(sound.slice(Math.round(start * RATE), Math.round(end * RATE)));
    speakers[file.replace(/\.wav$/, '')] = clips;
  }
  return speakers;
}

/** Asterisk's prompts: their ten digits, and what is said without one. */
export async function prompts() {
  const digits = [];
  for (let digit = 0; digit < 10; digit += 1) digits.push([await readSound(join(PROMPTS, 'digits', `${digit}.wav`))]);
  digits[0].push(await readSound(join(PROMPTS, 'digits', 'oh.wav')));
  const speech = [];
  const files = readdirSync(PROMPTS).filter((name) => name.endsWith('.wav') && !WITH_DIGITS.test(name));
  const teens = [
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
    '19',
    '40',
    '50',
    '60',
    '70',
    '80',
    '90',
    'day-0',
    'day-1',
    'day-5',
    'mon-0',
    'h-4',
  ];
  for (const name of [...files, ...teens.map((tens) => join('digits', `${tens}.wav`))]) {
    const sound = await readSound(join(PROMPTS, name));
    if (sound.length > PROMPT_SEC.shortest * RATE && sound.length < PROMPT_SEC.longest * RATE) speech.push(sound);
  }
  return { digits, speech };
}
