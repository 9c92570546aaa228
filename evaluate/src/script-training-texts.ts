import type { ScriptText } from './script-texts.ts';

const dropped = (sentence: string): readonly [string, string] => [sentence, ''];

/** Written for this; with the other texts that are not measured, what decides a claim is fitted on them. */
export const TRAINING_TEXTS: readonly ScriptText[] = [
  {
    script:
      'Hello Ms. Ferreira, this is Colin Draper from Aldgate Printing. Your editor, Naomi Shields, asked me to call about the atlas. Do you want the maps in colour or in grey? The press starts on Monday. Please call me at 646-555-0141. That is 646-555-0141.',
    planted: {
      digit: ['646-555-0141', '646-555-0147'],
      name: ['Naomi Shields', 'Ruby Carlton'],
      dropped: dropped('The press starts on Monday.'),
      changed: ['on Monday', 'on Thursday'],
    },
  },
  {
    script:
      'Good morning Mr. Petrov, my name is Judith Lang. I rent the flat above the chemist on Mill Lane. The boiler has been cold since Sunday. Can your plumber come before the weekend? My number is 713-555-0184, and the caretaker Bruno has the keys.',
    planted: {
      digit: ['713-555-0184', '713-555-0124'],
      name: ['Bruno', 'Walter'],
      dropped: dropped('The boiler has been cold since Sunday.'),
      changed: ['boiler', 'window'],
    },
  },
  {
    script:
      'Hi Angela, this is Desmond Clarke. We shared a table at the wedding in Savannah. You said that your firm rents boats by the day. How much is a boat for six people in July? You can reach me at 912-555-0166 until ten at night.',
    planted: {
      digit: ['912-555-0166', '912-555-0136'],
      name: ['Desmond Clarke', 'Timothy Rowe'],
      dropped: dropped('You said that your firm rents boats by the day.'),
      changed: ['in July', 'in November'],
    },
  },
  {
    script:
      'Hello Dr. Rasmussen. I am Fiona McBride, and I keep bees near Dunmore. Professor Tully wrote that you study the mites. May I send you ten of them in a jar? Please say yes or no by Friday. Call 570-555-0113, or write to fiona at example dot org.',
    planted: {
      digit: ['570-555-0113', '570-555-0193'],
      name: ['Professor Tully', 'Professor Banks'],
      dropped: dropped('Please say yes or no by Friday.'),
      changed: ['in a jar', 'on paper'],
    },
  },
  {
    script:
      'Good afternoon Mrs. Hollis, this is Victor Amaro with Quayside Movers. Your piano is on the truck. The road to your house is closed until Wednesday. Would the side gate be wide enough? Please ring me at 305-555-0178 before three.',
    planted: {
      digit: ['305-555-0178', '305-555-0118'],
      name: ['Victor Amaro', 'Stanley Price'],
      dropped: dropped('The road to your house is closed until Wednesday.'),
      changed: ['piano', 'kitchen'],
    },
  },
  {
    script:
      'Hello Mr. Nakamura, my name is Rachel Sumner. Oliver Keane, my uncle, taught you to sail. He turns eighty in September. Could you come to the party on the nineteenth? I am at 401-555-0151 most evenings. Again, 401-555-0151.',
    planted: {
      digit: ['401-555-0151', '401-555-0191'],
      name: ['Oliver Keane', 'Dennis Ward'],
      dropped: dropped('He turns eighty in September.'),
      changed: ['party', 'hearing'],
    },
  },
  {
    script:
      'Good evening Ms. Baptiste, this is Henrik Solberg of Northern Rail. You left a green suitcase on the train from Albany. We keep it for fourteen days. Shall I send it to your hotel? Please call the office at 518-555-0162.',
    planted: {
      digit: ['518-555-0162', '518-555-0182'],
      name: ['Henrik Solberg', 'Malcolm Tate'],
      dropped: dropped('Shall I send it to your hotel?'),
      changed: ['green suitcase', 'black umbrella'],
    },
  },
  {
    script:
      'Hi Professor Ashworth, my name is Leila Farouk. I am writing a paper on canal locks, and Dr. Penrose sent me to you. Which of the locks at Lowell still has its wooden gates? Five minutes are enough. You can call me on Tuesday at 978-555-0135.',
    planted: {
      digit: ['978-555-0135', '978-555-0175'],
      name: ['Dr. Penrose', 'Dr. Lambert'],
      dropped: dropped('Five minutes are enough.'),
      changed: ['on Tuesday', 'on Friday'],
    },
  },
  {
    script:
      'Hello Mr. Vandermeer, this is Yvonne Castle at Red Barn Seeds. Your order of spring wheat is ready. Would you rather pay by cheque or by card? The store closes at noon on Saturday. My direct number is 605-555-0149. Thank you.',
    planted: {
      digit: ['605-555-0149', '605-555-0119'],
      name: ['Yvonne Castle', 'Barbara Knox'],
      dropped: dropped('Would you rather pay by cheque or by card?'),
      changed: ['spring wheat', 'fence posts'],
    },
  },
  {
    script:
      'Good morning Ms. Oduya. I am Trevor Banks, the new coach of the rowing club. Marta Nowak said that you might lend us two oars. The race is on the eighth of June. May I pick them up tomorrow? Text me at 267-555-0128, please.',
    planted: {
      digit: ['267-555-0128', '267-555-0198'],
      name: ['Marta Nowak', 'Phoebe Grant'],
      dropped: dropped('The race is on the eighth of June.'),
      changed: ['tomorrow', 'next month'],
    },
  },
  {
    script:
      'Hello Mrs. Lindgren, this is Adrian Cole from the tax office in Fargo. Your form came without a date. Was the house sold in March or in April? I have to close the file on Thursday. Please call 701-555-0157. Again, that is 701-555-0157.',
    planted: {
      digit: ['701-555-0157', '701-555-0127'],
      name: ['Adrian Cole', 'Gerald Moss'],
      dropped: dropped('I have to close the file on Thursday.'),
      changed: ['without a date', 'with two names'],
    },
  },
  {
    script:
      'Hi Kenneth, this is Molly Brennan. I bought your red tractor last autumn, and it runs well. Now I need a plough for it. Does your brother Angus still sell them? You can call me after supper at 406-555-0185.',
    planted: {
      digit: ['406-555-0185', '406-555-0115'],
      name: ['Angus', 'Philip'],
      dropped: dropped('Now I need a plough for it.'),
      changed: ['red tractor', 'old house'],
    },
  },
  {
    script:
      'Good afternoon Dr. Iqbal, my name is Sophie Marchand. My daughter Elise was in your care after the accident. The school asks for a letter about her knee. Could your nurse write one by the end of the week? Our number is 802-555-0171.',
    planted: {
      digit: ['802-555-0171', '802-555-0131'],
      name: ['Elise', 'Hannah'],
      dropped: dropped('The school asks for a letter about her knee.'),
      changed: ['knee', 'hearing'],
    },
  },
  {
    script:
      'Hello Mr. Escobar, this is Peter Wainwright at Stonebridge Bank. A card in your name was used in Phoenix on Sunday. Was that you? Please call our safety desk today. The number is 602-555-0194. I say it again, 602-555-0194.',
    planted: {
      digit: ['602-555-0194', '602-555-0134'],
      name: ['Peter Wainwright', 'Andrew Foley'],
      dropped: dropped('Please call our safety desk today.'),
      changed: ['on Sunday', 'on Wednesday'],
    },
  },
  {
    script:
      'Hello Ms. Whitfield. I am Carlos Mendez, and I paint murals. The mayor of Santa Clara, Ellen Voss, showed me your wall by the market. Would you let me paint it in May? I can show you three drawings. Call me at 408-555-0122.',
    planted: {
      digit: ['408-555-0122', '408-555-0192'],
      name: ['Ellen Voss', 'Janet Byrd'],
      dropped: dropped('I can show you three drawings.'),
      changed: ['in May', 'in December'],
    },
  },
  {
    script:
      'Good evening Mr. Thorne, this is Irene Kowal from the night school. Two of your students, Jamal and Denise, have missed the test. Can they take it again on Monday at seven? I need to book the room. You can call me at 216-555-0143, or write to irene at example dot com.',
    planted: {
      digit: ['216-555-0143', '216-555-0183'],
      name: ['Jamal and Denise', 'Edward and Louise'],
      dropped: dropped('I need to book the room.'),
      changed: ['at seven', 'before lunch'],
    },
  },
  {
    script:
      'Hi Mrs. Garza, my name is Neil Proctor, and I tune organs. Father Dominic says that the low pipes at Saint Brendan rattle. When is the church empty next week? I would need about two hours. Please call me on 210-555-0169.',
    planted: {
      digit: ['210-555-0169', '210-555-0139'],
      name: ['Father Dominic', 'Brother Hugo'],
      dropped: dropped('I would need about two hours.'),
      changed: ['low pipes', 'front doors'],
    },
  },
  {
    script:
      'Hello Mr. Lundqvist, this is Dana Whitlock of Harbour Light Films. We want to shoot one scene in your lighthouse. It would take a single morning in October. Is that possible, and what would it cost? My number is 207-555-0156. That is 207-555-0156.',
    planted: {
      digit: ['207-555-0156', '207-555-0116'],
      name: ['Dana Whitlock', 'Robin Hayes'],
      dropped: dropped('It would take a single morning in October.'),
      changed: ['lighthouse', 'restaurant'],
    },
  },
  {
    script:
      'Good morning Dr. Chaudhry. My name is Simone Leclerc, and I am a vet in Burlington. A patient of mine, an old horse, swallowed a nail. Dr. Hobbs told me that you have seen this before. Could we talk for five minutes this afternoon? I am at 802-555-0138.',
    planted: {
      digit: ['802-555-0138', '802-555-0178'],
      name: ['Dr. Hobbs', 'Dr. Mercer'],
      dropped: dropped('Dr. Hobbs told me that you have seen this before.'),
      changed: ['horse', 'parrot'],
    },
  },
  {
    script:
      'Hello Naomi, this is Arthur Pell. We met in the queue at the passport office on Friday. You wanted the address of my tailor. His shop is in Grant Avenue, next to the bakery. If you want me to come along, call me at 415-555-0167 by Wednesday.',
    planted: {
      digit: ['415-555-0167', '415-555-0127'],
      name: ['Arthur Pell', 'Douglas Crane'],
      dropped: dropped('You wanted the address of my tailor.'),
      changed: ['next to the bakery', 'behind the station'],
    },
  },
  {
    script:
      'Good afternoon Ms. Sandoval, this is Wesley Trent at Copper Creek Hospital. Your mother is well and asks for her glasses. Could you bring them before six? The ward is on the fourth floor. You can reach Sister Monica at 505-555-0173.',
    planted: {
      digit: ['505-555-0173', '505-555-0113'],
      name: ['Sister Monica', 'Nurse Patterson'],
      dropped: dropped('The ward is on the fourth floor.'),
      changed: ['glasses', 'slippers'],
    },
  },
  {
    script:
      'Hello Mr. Abbott, my name is Tamara Quill. Your tenant Rupert Hale is moving out, and I would like to take the shop. I sell lamps and clocks. What is the rent, and may I see the cellar on Thursday? Please call 503-555-0181. Thank you for your time.',
    planted: {
      digit: ['503-555-0181', '503-555-0121'],
      name: ['Rupert Hale', 'Gordon Finn'],
      dropped: dropped('I sell lamps and clocks.'),
      changed: ['lamps and clocks', 'bread and cheese'],
    },
  },
  {
    script:
      'Hi Mr. Jankowski, this is Beth Arlington. I coach the debate team at Franklin High. Judge Romano cannot come on Saturday. Would you take his place for two rounds? We begin at nine in the library. My cell is 412-555-0125. Again, 412-555-0125.',
    planted: {
      digit: ['412-555-0125', '412-555-0165'],
      name: ['Judge Romano', 'Judge Whitney'],
      dropped: dropped('We begin at nine in the library.'),
      changed: ['for two rounds', 'as a speaker'],
    },
  },
  {
    script:
      'Good morning Mrs. Ostrander, this is Felipe Duarte from Garden State Roofing. We looked at your barn on Tuesday. The beams are sound, but the north side leaks. May we start in the first week of August? I am in the yard until five at 609-555-0187.',
    planted: {
      digit: ['609-555-0187', '609-555-0147'],
      name: ['Felipe Duarte', 'Howard Simms'],
      dropped: dropped('The beams are sound, but the north side leaks.'),
      changed: ['the first week of August', 'the middle of winter'],
    },
  },
];
