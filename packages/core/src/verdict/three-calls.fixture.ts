/** A consultant who is a stranger asks for 15 minutes to half an hour, an open range, about a career move. */
export const CONSULTANT: readonly string[] = [
  "Good morning, Ms. Halloran. My name's Victor Anselm, I'm a consultant with Brandt & Lisle in Chicago. I've been weighing a " +
    "move out of consulting and into industry, and I'd value your view of it. Could you spare 15 minutes to half an hour for a " +
    "conversation? I'm at 312-555-0143. Thank you very much.",
  "Yeah, hi Doug, Marty Pell here. Nine years at Corwin Strategy, advising everybody on everything, and I'm tired of living " +
    "out of a suitcase. So I'm looking at a different career. Give me a quarter of an hour, or thirty minutes if it gets " +
    'interesting, to talk that through? 617-555-0118.',
  "Hello, um, Dr. Okonjo, we haven't met, so let me just say who I am, I'm Priti Raman and I work for Sable Partners, which is " +
    'a consulting firm, I do mostly supply chain projects there, hospitals, grocers, that kind of thing. And, well, lately ' +
    "I've been asking myself whether I ought to switch to a corporate role, you know, on the client side. So what I was hoping " +
    "is that you would talk with me about that, somewhere between fifteen and thirty minutes, whichever your day allows. You'd " +
    'catch me on 404-555-0172. Okay. Thanks, bye now.',
  'Mr. Teague? Callum Reyes, senior associate, Fenwick Dale Advisory. Career question: stay a consultant or go in-house. Half ' +
    "an hour with you on the phone would be ideal, though I'd manage with fifteen minutes. Please ring me back on 020 7946 " +
    '0315. Cheers.',
  'This is a call for Annelise Borg. Jonas Whitlock speaking; I advise retailers at the consultancy Hale Mercer. After six ' +
    'years I would like to change careers, and product management is where I hope to land. Would you be open to discussing it ' +
    'with me, for fifteen minutes at the least and thirty at the most? My direct line is 646-555-0109.',
  "If you've got 15 to 30 minutes for a stranger, Mrs. Kaplan, I'd like to discuss leaving my present line of work with you. " +
    "I'm a manager in the energy practice of Tolliver Group, the consultants; Renata Souza is the name, and the step I have in " +
    'mind is over to a utility. 713-555-0184 reaches me day and night. Do call.',
  "Hey Simon, trust the rain hasn't washed you away. So my name's Jaz, Jaz Littlewood, I do consulting over at Pike and Orme. " +
    "I'm chewing over a jump, career-wise, from decks and spreadsheets to actually running something. Fancy a chat about it? " +
    "Fifteen minutes, could be twenty, could turn into half an hour, we'd see how it goes. I'm on 07700 900 164.",
  'Good day Mr. Iversen, here is Matthias Kern calling. I am since four years a consultant by the company Aldring Consulting, ' +
    'in the Zurich office. Now I consider to go into another career, in the finance of a big manufacturer. I ask you for a ' +
    'talk about this step, minimum a quarter hour, maximum a half one. You reach me under 212-555-0156. Many thanks and ' +
    'goodbye.',
  "Ms. Adeyemi, I'm phoning about a career decision of my own, and I have nothing to sell. I'm Graham Toll, principal at " +
    "Westerby Consulting. What I want is your advice on crossing over to a nonprofit. Let's say thirty minutes, or even just " +
    'fifteen, at an hour that suits you. Could we set that up? My cell is 202-555-0127.',
  "Paula Dunmore, hello. Management consultant calling, from Inglis Roe, name of Theo Banerjee. I'm thinking of jumping ship " +
    'for a startup. May I have a word with you on that subject? Fifteen minutes will do; half an hour would be luxury. ' +
    "415-555-0139, that's the mobile.",
];

/** A former student of the listener's school asks for five to seven minutes before a decision due within 48 hours. */
export const ALUMNUS: readonly string[] = [
  "Good afternoon, Mr. Prescott. I'm Dana Whitfield, Ridgemont College class of 2016, and you are a Ridgemont graduate " +
    'yourself. I have a job offer to accept or refuse within 48 hours. May I have five to seven minutes of your time to ask ' +
    'about that company? My cell is 919-555-0147, my office is 919-555-0162, or you could e-mail me at ' +
    'dana.whitfield@example.com.',
  "Hey Ms. Castellano! Go Falcons! I'm a Dunmore State alum same as you, Leo Brandt, class of '19. Here's my pickle: the " +
    "business school in Austin gives me two days to say yes or no. Could we talk about whether it's worth the money? Five " +
    'minutes, seven tops. Call 503-555-0115 or 503-555-0188. E-mail works as well, leo@example.org.',
  "hi uh this is for professor lindgren my name is Aisha Karim I went to saint brannock's school same as you did I left in " +
    'twenty twelve and so the thing is I need to decide by the day after tomorrow if I take a post in Oslo can I ask for five ' +
    'to at the outside seven minutes on the phone about that um my number is oh seven seven double oh nine hundred one two ' +
    'three or at work oh two oh seven nine four six oh four four one or mail me at aisha dot karim at example dot com thank you',
  'Mrs. Oyelaran, 48 hours from now I must have chosen between two residencies, and one of them is at your hospital. Seven ' +
    "minutes with you would settle it, maybe only five. Will you call me before then? I'm Noel Achterberg, and like you I " +
    'studied at Calder Medical School. 410-555-0133 is my mobile, 410-555-0176 is the ward, and noel@example.net is fine if ' +
    "you'd sooner write.",
  "Bruce, g'day, Tilly Marchetti. I was at Wattle Park High, years after you were, you're on the honour board outside the gym. " +
    "I've two days left to sign on with a mine out west or turn it down. Can I pick up five, six, seven minutes of talk with " +
    'you on that one choice? Try 0491 570 156, or the home phone, 5550 0142, or shoot an e-mail to tilly@example.com.',
  "One alumna of Saint Odile's to another, Sister... pardon me, Dr. Fairbank: I'm Philippa Cray, I left in 2009. A publisher " +
    'wants my signature or my refusal by Wednesday evening, so in forty-eight hours. You signed with them once. Would you tell ' +
    "me on the telephone whether you'd do it again? It shouldn't need above seven minutes, nor less than five. 617-555-0104 by " +
    'day, 617-555-0191 at night, philippa at example dot org in writing.',
  "Hello Mr. Nakagawa. You won't know me, but we have the same diploma on the wall, Larkspur Polytechnic, mechanical " +
    'engineering; I finished there last June. My name is Owen Dabrowski. Should I take the graduate place at Kestrel Turbines? ' +
    'They want my answer in two days. Please give me a call for five to seven minutes about just that. Either 206-555-0120 or ' +
    '206-555-0159 will ring, and a line to owen.d@example.com would reach me too.',
  "So, Yvonne, I'm calling because the Glenmore alumni book says you did the law course there, and so did I, seven years " +
    "after. Ruairi Conlan's my name. I've to tell the King's Inns people yes or no inside of forty-eight hours, and it's the " +
    "one thing I can't make up my mind on. Would you have five minutes to talk to me about it, seven if I get flustered? " +
    "You'll get me at 020 912 0144, or at my mam's, 020 915 0167, or by e-mail, ruairi@example.com.",
  'Two numbers, first, so you can jot them down: 512-555-0148 and 512-555-0113. E-mail, if you like that better: ' +
    'k.osei@example.net. This is Kwabena Osei, Ms. Trujillo, Brightwater Academy, class of 2014, your old school as well as ' +
    'mine. I have until Friday at this hour, 48 hours, to keep or sell my half of a small bakery. Could I get your opinion in ' +
    'a call of between five and seven minutes?',
  "Sir, good evening, am I speaking to Mr. Venkataraman's voicemail only? Myself Deepak Nair, passed out of Saint Xavier's in " +
    'Kollam, which is your good school also, 2011 batch. One transfer to Singapore is offered to me and within two days I have ' +
    'to give my consent. Kindly call me for some five to seven minutes regarding this transfer. Mobile is 98555 50122, ' +
    'residence is 98555 50176, and reply by mail also is okay, deepak at example dot com.',
];

/** An employer checks a reference within two to three days; an office or assistant can schedule the call. */
export const REFERENCE: readonly string[] = [
  'Good morning, Mr. Ashdown. This is Lorraine Petty in human resources at Granger Mills. Your former colleague Tobias Renn ' +
    'has applied to us and gave you as a reference. I would like to speak with you about him in the next two to three days. ' +
    'Please call 336-555-0129; my assistant, Joy, will set up a time.',
  "Hi Keiko, Ben Sadler, I run the lab at Northlight Optics. I'm about to hire Mara Quint, who used to report to you, and I'd " +
    'like to hear from you how she works before I do. Could we talk in two days, three at most? My office books my calls, ' +
    "they're at 585-555-0170.",
  "Ms. Vandermeer, I won't keep you. Reference check for Hector Salas, who worked under you at the port. I'm Dolores Finch, " +
    "Bayline Freight, hiring manager. Can you give me a call by Thursday, that's three days off, Wednesday if you can? " +
    "757-555-0114. If I'm out on the dock, Pam in my office has the diary and will find us a slot.",
  "Hello, I'm ringing for Dr. Crowe. It's Imogen Tate, head of nursing at Saint Aldhelm's Hospice. We've had a lovely " +
    "application from Bridget Noone, and she says the two of you shared a ward for five years. I'd be glad of a talk with you " +
    'about her, ideally inside two or three days, because the panel sits after that. Our secretary, Colin, can arrange the ' +
    'hour; his number is 0161 496 0138.',
  "um yes hello this is a message for Pete Lomax my name's Gary I mean Gary Stubbs from Stubbs and Daughter roofing and uh " +
    "it's about Wayne Pickett he was on your crew till last year he's put you down for a reference and I just want to know " +
    "would you have him back basically so if you could ring me in the next couple of days three at the outside it's 01632 960 " +
    "047 the girl in the office she'll fix up a time if I'm on a roof ta",
  'Before we make Ingeborg Thiessen an offer, we need one conversation with you, Mrs. Lachance, since she names you as her ' +
    'last supervisor. I direct admissions at Fernhill School, my name is Oliver Quaye. We decide within three days and would ' +
    'love your word in two. To schedule the call, reach my assistant, Simone, at 514-555-0183.',
  'Mr. Duff, Captain Rosalind Abara, Tri-County Fire and Rescue. You and Luke Henning rode the same engine. He wants to ride ' +
    'mine. I need a reference call from you within two to three days. My admin sets my schedule: 970-555-0155. Thank you, sir.',
  'Hi there, Farah! My name is Chloe Engstrom and I do recruiting for Pebble Games. So, Dev Malhotra, remember him, your old ' +
    "designer? He's in our final round and you're on his reference list, yay. Could you phone me about Dev? It'd be great to " +
    "have that done two days from now, or the day after that. If it's easier, our front desk can put you on my calendar. " +
    'Everything goes through 425-555-0136.',
  "Senator's office in Albany, Judith Marks, chief of staff, with a message for Professor Amadi. Mr. Calvin Stroud, formerly " +
    'your research assistant, is being considered for our staff. Would you be willing to vouch for him by telephone? We should ' +
    'have your view not later than three days from today and preferably in two. Ms. Ito in this office keeps my appointments ' +
    'and will be pleased to give you one. 518-555-0192.',
  'Good afternoon, Madam Roux, my name is Paolo Ferrante, from the hotel Miramonte, I am the director. For the kitchen I have ' +
    'a candidate, Mister Denis Acker, and he tells me that he cooked together with you in Lyon. Is true he is so calm? I want ' +
    'to ask you in a phone call, please, in two days or three days, not later. Telephone my office, 305-555-0161, they make ' +
    'the appointment for us.',
];
