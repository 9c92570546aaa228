/** What a speaker may do otherwise than the script says. */
export const PLANTED_KINDS = ['digit', 'name', 'dropped', 'changed'] as const;

/** One of {@link PLANTED_KINDS}. */
export type PlantedKind = (typeof PLANTED_KINDS)[number];

/** A script, and what is said instead of which of its words when a difference is planted. */
export interface ScriptText {
  script: string;
  planted: Readonly<Record<PlantedKind, readonly [written: string, said: string]>>;
}

const dropped = (sentence: string): readonly [string, string] => [sentence, ''];

/** Written for this; the thresholds are chosen on these. */
export const TUNING_TEXTS: readonly ScriptText[] = [
  {
    script:
      'Hello Ms. Bell, this is Omar Reyes. Like you, I studied at Lincoln College, and Professor Adams suggested I call you. Could you give me five minutes on one question, operations or sales? Please call me by Thursday at 617-555-0123. Again, that is 617-555-0123.',
    planted: {
      digit: ['617-555-0123', '617-555-0128'],
      name: ['Omar Reyes', 'Peter Collins'],
      dropped: dropped('Like you, I studied at Lincoln College, and Professor Adams suggested I call you.'),
      changed: ['Thursday', 'Monday'],
    },
  },
  {
    script:
      'Good morning Mr. Walters, this is Joan Miller at Moorfield Hospital. Ethan Brown, who worked for you at the Delmar Clinic, gave me your name as a reference. Would you hire him again? Call me by Friday at 312-555-0164, or my assistant Helen can set a time with your office.',
    planted: {
      digit: ['312-555-0164', '312-555-0194'],
      name: ['Ethan Brown', 'Marcus Webb'],
      dropped: dropped('Would you hire him again?'),
      changed: ['hire him again', 'lend him money'],
    },
  },
  {
    script:
      'Hi Dr. Okafor, my name is Lena Strand. We met at the harbour conference in Oslo last week. I have one question about the tidal sensors. Are you free for ten minutes on Wednesday morning? My number is 206-555-0147. You can also write to lena at example dot com.',
    planted: {
      digit: ['206-555-0147', '206-555-0187'],
      name: ['Dr. Okafor', 'Dr. Whitfield'],
      dropped: dropped('I have one question about the tidal sensors.'),
      changed: ['Wednesday morning', 'Saturday evening'],
    },
  },
  {
    script:
      'Hello Mrs. Patel, this is George Hammond from Brightwater Insurance. Your neighbour Carla Dean asked me to call. The roof inspection is on the twelfth, and I need to know who lets us in. Please call me before noon tomorrow at 415-555-0136. Thank you.',
    planted: {
      digit: ['415-555-0136', '415-555-0176'],
      name: ['Carla Dean', 'Monica Frost'],
      dropped: dropped('Your neighbour Carla Dean asked me to call.'),
      changed: ['before noon tomorrow', 'any time next week'],
    },
  },
  {
    script:
      'Hello Ruth, this is Felix Arden at Kestrel Foundry. Tom Weller told me that you run the casting line in Dayton. May I ask which alloy you use for pumps? I will be at my desk until six. The number is 937-555-0119. That is 937-555-0119.',
    planted: {
      digit: ['937-555-0119', '937-555-0159'],
      name: ['Tom Weller', 'Sandra King'],
      dropped: dropped('I will be at my desk until six.'),
      changed: ['which alloy you use for pumps', 'how many people work there'],
    },
  },
  {
    script:
      'Good afternoon Ms. Tanaka. I am Grace Olsen, and I teach physics at Holloway School. Your brother Kenji said you might speak to my class about bridges. Would the third of March suit you? You can reach me at 503-555-0172, or by e-mail at grace at example dot org.',
    planted: {
      digit: ['503-555-0172', '503-555-0142'],
      name: ['Kenji', 'Robert'],
      dropped: dropped('Would the third of March suit you?'),
      changed: ['bridges', 'volcanoes'],
    },
  },
];

/** Written for this; measured on, never tuned on. */
export const MEASURED_TEXTS: readonly ScriptText[] = [
  {
    script:
      'Hello Ms. Whitaker, this is Daniel Osei from Larkspur Design. Nadia Bright, who was your intern last year, said I should call you. Are you still looking for someone to redo the museum signs? Please let me know by Tuesday. My number is 212-555-0185. Again, 212-555-0185.',
    planted: {
      digit: ['212-555-0185', '212-555-0135'],
      name: ['Nadia Bright', 'Helen Foster'],
      dropped: dropped('Please let me know by Tuesday.'),
      changed: ['museum signs', 'kitchen floor'],
    },
  },
  {
    script:
      'Good evening Mr. Castellano, my name is Ingrid Vance. I bought the bakery on Elm Street from your cousin Paulo. He told me that you repaired the old oven. Could you tell me which company made the burner? You can call me until nine at 718-555-0126.',
    planted: {
      digit: ['718-555-0126', '718-555-0196'],
      name: ['Paulo', 'Richard'],
      dropped: dropped('He told me that you repaired the old oven.'),
      changed: ['Elm Street', 'Harbor Road'],
    },
  },
  {
    script:
      'Hi Professor Lindqvist, this is Samuel Adeyemi. I was in your seminar on river ecology in the spring. I have to choose between two doctoral places before the end of the month. Could I have seven minutes of your time on Thursday? My number is 608-555-0153, or you can write to samuel at example dot com.',
    planted: {
      digit: ['608-555-0153', '608-555-0113'],
      name: ['Samuel Adeyemi', 'Victor Hughes'],
      dropped: dropped('I have to choose between two doctoral places before the end of the month.'),
      changed: ['on Thursday', 'on Sunday'],
    },
  },
  {
    script:
      'Hello Mr. Brandt, this is Alice Kimura at Northgate Freight. Your colleague Steven Marsh gave me your number. Can your warehouse take forty pallets on the ninth of May? I need a yes or a no by Monday noon. Please call me at 404-555-0168. That is 404-555-0168.',
    planted: {
      digit: ['404-555-0168', '404-555-0128'],
      name: ['Steven Marsh', 'Laura Pike'],
      dropped: dropped('I need a yes or a no by Monday noon.'),
      changed: ['pallets', 'engines'],
    },
  },
  {
    script:
      'Hello Dr. Fairbanks. My name is Teresa Molina, and I manage the clinic in Redwood. Dr. Amin, who trained with you in Boston, recommended you for our board. Would you join us for one meeting in October? My assistant Jerome can send the papers. Our number is 650-555-0139.',
    planted: {
      digit: ['650-555-0139', '650-555-0179'],
      name: ['Dr. Amin', 'Dr. Stone'],
      dropped: dropped('My assistant Jerome can send the papers.'),
      changed: ['in October', 'in January'],
    },
  },
  {
    script:
      'Hello Vanessa, this is Hugh Prescott. We sat next to each other on the flight to Denver and talked about greenhouse glass. I would like to order two samples for a test in June. Who takes such orders in your firm? Call me at 303-555-0157, or text me at the same number.',
    planted: {
      digit: ['303-555-0157', '303-555-0117'],
      name: ['Hugh Prescott', 'Martin Dale'],
      dropped: dropped('Who takes such orders in your firm?'),
      changed: ['greenhouse glass', 'folding chairs'],
    },
  },
  {
    script:
      'Good morning Mrs. Delacroix, this is Owen Tate from the Riverside Library. Margaret Sloan told me about your collection of ferry posters. We would like to show twelve of them in August. May I come and see them on Saturday? My number is 504-555-0144. Again, that is 504-555-0144.',
    planted: {
      digit: ['504-555-0144', '504-555-0184'],
      name: ['Margaret Sloan', 'Bridget Hall'],
      dropped: dropped('May I come and see them on Saturday?'),
      changed: ['ferry posters', 'silver coins'],
    },
  },
  {
    script:
      'Hi Mr. Novak, my name is Priya Raman, and I run the night shift at Calder Mills. Your old foreman, Lewis Grant, said that you know our looms. Could you answer one question about the safety switch? I am at 919-555-0161 after four. My address is priya at example dot net.',
    planted: {
      digit: ['919-555-0161', '919-555-0131'],
      name: ['Lewis Grant', 'Arthur Dunn'],
      dropped: dropped('Could you answer one question about the safety switch?'),
      changed: ['night shift', 'front office'],
    },
  },
  {
    script:
      'Hello Ms. Sorensen, this is Caleb Winters of Granite Peak Solar. Your architect, Hannah Cole, asked us for a price. Is the roof facing south or west? With that I can send you the figures by Wednesday. Please call 801-555-0175, or write to caleb at example dot com.',
    planted: {
      digit: ['801-555-0175', '801-555-0115'],
      name: ['Hannah Cole', 'Justin Reed'],
      dropped: dropped('With that I can send you the figures by Wednesday.'),
      changed: ['by Wednesday', 'by Friday'],
    },
  },
  {
    script:
      'Good afternoon Mr. Eriksen, this is Bianca Rossi. Sister Clare at Saint Anne School gave me your name. We need a piano tuner before the concert on the twentieth. Do you have an hour next week? You can reach me at 614-555-0192. Again, it is 614-555-0192. Thank you.',
    planted: {
      digit: ['614-555-0192', '614-555-0152'],
      name: ['Sister Clare', 'Brother Edwin'],
      dropped: dropped('Do you have an hour next week?'),
      changed: ['piano tuner', 'taxi driver'],
    },
  },
];
