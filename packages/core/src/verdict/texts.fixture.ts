/** Messages of our own with the verdict a fair listener would give; the two clear ends only. None was used to set a weight. */
export const RETURNED: readonly string[] = [
  'Hi Mrs. Calloway, this is Peter Voss from the pharmacy on Mill Street. You left your reading glasses on our counter on Friday. Shall I post them or keep them here? Ring me on 503-555-0121, that is 503-555-0121.',
  'Hello Ingrid, Tom Aker here. Your sister Lena said you run the choir tour. I need to know one thing: is there a place for a second bass? A text to 206-555-0138 is plenty.',
  "Good morning Dr. Bassey, my name is Chidi Oran. We spoke after your lecture in Aberdeen last month and you offered to send me the slides. Could you e-mail them to me by Thursday? It's chidi at example dot com. My number is 020 7946 0411.",
  "Hi Mr. Lund, this is Kate Ferro with Harbor Plumbing. You asked for a quote on the upstairs bath. It's ready, and I can hold the price until Monday. Would you call me back for five minutes to go over it? 360-555-0155. Again, 360-555-0155.",
  'Hey Nadia, it is Sam from the running club. Are you still driving to the Saturday race, and is there a seat left? Call or text me on 971-555-0104 before Friday night.',
  "Hello Mr. Petrov, this is Elise Moran, I'm a reporter at the Valley Courier. Councillor Dean told me you chaired the bridge committee. I have one question about the 2019 inspection, it will take three minutes. I'm on deadline at six today. 509-555-0173, 509-555-0173.",
  "Hi Ms. Trent, Raul Vega. Jim Sato, your old head of design, thinks I'd fit your junior opening. Is it still open, yes or no? You can reach me on 720-555-0190, or Jim has my e-mail.",
  "Hello Auntie Bee, it's Kofi. Mum asked me to find out if you are bringing the big pot on Sunday. Call me on 07700 900 311 tonight please.",
  "Hi Gordon, Mel Hart from Lot 9. We met at the allotment meeting. May I borrow your rotavator on Saturday morning for one hour? I'm on 0131 496 0220, or leave a note in my shed.",
  "Good afternoon Ms. Ruiz, this is Dr. Kim's office. You have an appointment with us on Tuesday at nine. Please call 415-555-0166 by tomorrow noon to confirm it. That's 415-555-0166.",
  'Hello Professor Stein, Ada Kruse, I took your seminar on tides last spring. I am applying to Delft, and the form wants one name. May I put yours? A yes by e-mail is enough: ada at example dot org. Or 617-555-0119.',
  "Hi Colin, it's Bev at Tasker Timber. Your oak order came in a day early. Do you want it delivered Wednesday or Thursday? Call me back on 01632 960 014, that's 01632 960 014.",
];

/** Messages that a fair listener would delete. */
export const DELETED: readonly string[] = [
  "Hello, this is Brad with Summit Growth Partners. We're the number one provider of lead solutions in the region and we help businesses just like yours to scale. Give me a call at 800-555-0147 to learn more.",
  'Hi there, I was just calling to touch base and see how things are going. Hope you are well. Talk soon.',
  "Good day, sir or madam. You have been selected for a special offer on your car's extended warranty. This is your final notice. Press one now or call 888-555-0100.",
  'Hi, my name is Jordan and I am looking for work. I can do pretty much anything. If you have anything, let me know.',
  "Oh, Mr. Stone, sir, I'm so sorry to disturb you, I know you must be incredibly busy and I'm really nobody. You are my absolute idol. I would do anything, anything at all, to work for you. Please, please. I'm so sorry.",
  'Yes hello, I am calling about the matter we need to discuss. It is urgent. Call 877-555-0129 immediately.',
  "Hey! Just wanted to introduce myself, I'm Casey with Brightline. We do websites, apps, branding, video, you name it. Love to jump on a call sometime and pick your brain about your needs. 737-555-0162.",
  'Um, hi, so, uh, I had a, um, a thing I wanted to ask but, uh, never mind. Bye.',
  'Hello, I work with executives like yourself and I came across your profile. I would love half an hour to an hour to explore synergies. My calendar is pretty open.',
  'This is a message for the homeowner. Our crews are in your neighborhood this week and we offer free roof inspections with no obligation. We have great reviews and financing is available. 844-555-0118.',
  'Hi, it is me. Call me.',
  "Good afternoon, this is Terence Mott of Mott Capital. We are a leading boutique with a proven record, offering bespoke wealth strategies, tax mitigation, estate planning and alternative investments, and our clients tell us that we are simply the best at what we do. I'll try you again next week.",
];
