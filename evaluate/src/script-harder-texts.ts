import type { ScriptText } from './script-texts.ts';

const dropped = (sentence: string): readonly [string, string] => [sentence, ''];

/** Written for this, for takes that are harder to hear; rules and thresholds are chosen on these. */
export const HARDER_TEXTS: readonly ScriptText[] = [
  {
    script:
      'Hello Mr. Kowalski, this is Beatrice Langley of Fenwick Marine. Captain Doyle at the yacht club told me that you restore wooden hulls. Would you look at a cutter for us in April? I need an answer by Friday evening. My number is 207-555-0163. Again, 207-555-0163.',
    planted: {
      digit: ['207-555-0163', '207-555-0193'],
      name: ['Captain Doyle', 'Captain Rivers'],
      dropped: dropped('I need an answer by Friday evening.'),
      changed: ['wooden hulls', 'steel bridges'],
    },
  },
  {
    script:
      'Good morning Dr. Haverford, my name is Tobias Wendt. I heard your lecture on sleep and shift work in Chicago. May I ask you two questions about your survey for my thesis? Ten minutes on Tuesday would be enough. You can reach me at 773-555-0118, or write to tobias at example dot org.',
    planted: {
      digit: ['773-555-0118', '773-555-0148'],
      name: ['Tobias Wendt', 'Gregory Mills'],
      dropped: dropped('I heard your lecture on sleep and shift work in Chicago.'),
      changed: ['on Tuesday', 'on Saturday'],
    },
  },
  {
    script:
      'Hi Mrs. Yamamoto, this is Claudia Ferris from Orchard Lane Nursery. The cherry trees that you asked for have come in from Oregon. Shall we deliver them on the fourteenth, or will you pick them up? Please tell me by Thursday noon. Call 541-555-0137. Thank you very much.',
    planted: {
      digit: ['541-555-0137', '541-555-0187'],
      name: ['Claudia Ferris', 'Deborah Kemp'],
      dropped: dropped('Please tell me by Thursday noon.'),
      changed: ['cherry trees', 'garden chairs'],
    },
  },
  {
    script:
      'Hello Mr. Abernathy, this is Lucas Moreau with Pemberton Glass. Your sister Vivian is a client of ours, and she thought you might need new windows before winter. Could I come by and measure on Monday? It takes twenty minutes. My number is 860-555-0129. That is 860-555-0129.',
    planted: {
      digit: ['860-555-0129', '860-555-0159'],
      name: ['Vivian', 'Martha'],
      dropped: dropped('It takes twenty minutes.'),
      changed: ['new windows', 'a swimming pool'],
    },
  },
  {
    script:
      'Good afternoon Ms. Dubois. I am Nathan Eldridge, a reporter at the Valley Courier. Judge Harmon said you kept the minutes of the water board. Did the board vote on the dam in nineteen eighty? I write the story on Wednesday. Please call 970-555-0174, or send a line to nathan at example dot com.',
    planted: {
      digit: ['970-555-0174', '970-555-0114'],
      name: ['Judge Harmon', 'Sheriff Bates'],
      dropped: dropped('I write the story on Wednesday.'),
      changed: ['the water board', 'a bowling league'],
    },
  },
  {
    script:
      'Hello Simon, this is Evelyn Park. We worked together at Halston Tools until last summer, and I am now with a small firm in Tulsa. We are looking for someone who knows lathes. Do you know anyone I could talk to this month? You can call me at 918-555-0145 any evening.',
    planted: {
      digit: ['918-555-0145', '918-555-0175'],
      name: ['Evelyn Park', 'Caroline Shaw'],
      dropped: dropped('We are looking for someone who knows lathes.'),
      changed: ['any evening', 'before breakfast'],
    },
  },
  {
    script:
      'Good evening Professor Zielinski, my name is Amara Diallo. Dr. Keating, who was your student, told me that you have the old maps of the delta. I would like to copy three of them for a book. When may I come to your archive? My telephone number is 225-555-0186. Again, it is 225-555-0186.',
    planted: {
      digit: ['225-555-0186', '225-555-0126'],
      name: ['Dr. Keating', 'Dr. Romero'],
      dropped: dropped('I would like to copy three of them for a book.'),
      changed: ['old maps', 'blue prints'],
    },
  },
  {
    script:
      'Hi Ms. Thornton, this is Gabriel Finch. I am the new caretaker at Willow Court. The lift in your building stands still on Thursday from eight to eleven. Do you need help with the stairs that morning? Let me know by tomorrow at 469-555-0152, or leave a note with Rosa at the desk.',
    planted: {
      digit: ['469-555-0152', '469-555-0112'],
      name: ['Gabriel Finch', 'Leonard Bush'],
      dropped: dropped('I am the new caretaker at Willow Court.'),
      changed: ['on Thursday', 'on Monday'],
    },
  },
  {
    script:
      'Hello Mr. Svensson, this is Patricia Boyle at Summit Ridge Dental. Dr. Navarro would like to see you again before the end of September. Is the morning or the afternoon better for you? Please call us by the sixth at 385-555-0191. Goodbye.',
    planted: {
      digit: ['385-555-0191', '385-555-0131'],
      name: ['Dr. Navarro', 'Dr. Gibson'],
      dropped: dropped('Is the morning or the afternoon better for you?'),
      changed: ['September', 'February'],
    },
  },
  {
    script:
      'Good morning Mr. Okonkwo, my name is Sylvia Hartmann, and I sing in the choir at Trinity Church. Father Malone gave me your name. Our organ needs a new bellows before Easter. Could you send us an offer by the end of next week? You can call me at 330-555-0176, or my husband Ernest at home.',
    planted: {
      digit: ['330-555-0176', '330-555-0136'],
      name: ['Father Malone', 'Brother Quinn'],
      dropped: dropped('Our organ needs a new bellows before Easter.'),
      changed: ['an offer', 'a photograph'],
    },
  },
];
