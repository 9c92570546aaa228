import type { ReplyChannel } from '../documents/message.ts';

/** What the call is for. */
export const OBJECTIVES = ['job', 'client', 'meeting', 'other'] as const;

/** One of {@link OBJECTIVES}. */
export type Objective = (typeof OBJECTIVES)[number];

/** How the person speaks: `formal` without contractions, `plain`, or `casual`. */
export const REGISTERS = ['formal', 'plain', 'casual'] as const;

/** One of {@link REGISTERS}. */
export type Register = (typeof REGISTERS)[number];

/** What the person hopes for: a call back, or an answer by e-mail. */
export const GOALS = ['call-back', 'email-reply'] as const;

/** One of {@link GOALS}. */
export type CallGoal = (typeof GOALS)[number];

/**
 * What ties caller and called, as data, so that a script can say it in more than one way.
 * `when` is an adverbial as one would say it: "last month", "in 2014", "from 2012 to 2015".
 */
export type BriefBridge =
  /** Someone who told the caller to get in touch. Only ever set by the person: never concluded from records. */
  | { tie: 'referrer'; person: string; organisation?: string }
  /** Someone both know. */
  | { tie: 'mutual-contact'; person: string; organisation?: string }
  /** A contact of the caller's who works where the called person works, or (`formerly`) used to. That the two know each other is not claimed. */
  | { tie: 'known-colleague'; person: string; organisation: string; formerly?: boolean }
  /** Both work or worked there, or belong or belonged to it as `members`; `together` when their times overlapped. */
  | { tie: 'shared-organisation'; organisation: string; as?: 'members'; together?: boolean; when?: string }
  /** Both studied there; `together` when their times overlapped. */
  | { tie: 'shared-school'; organisation: string; together?: boolean; when?: string }
  /** Both were at the event, or belong to the group that held it. */
  | { tie: 'shared-event'; event: string; when?: string }
  /** The two have met, spoken, written to each other, worked together or connected online before. */
  | { tie: 'earlier-contact'; how: 'met' | 'spoke' | 'wrote' | 'worked' | 'connected'; event?: string; when?: string }
  /** One sentence of the person's own, said as it is. */
  | { tie: 'own-words'; sentence: string };

/** A number to call back. */
export interface BriefNumber {
  /** E.164 such as "+14155550142", or as written in the brief's region; one that cannot be dialled so is said as it was typed. */
  number: string;
  extension?: string;
  /** As one would say it: "mobile", "office". Said only when there are two numbers. */
  label?: string;
}

/** Another way to answer. */
export interface BriefReplyChannel {
  channel: Extract<ReplyChannel, 'email' | 'text' | 'assistant' | 'calendar' | 'web'>;
  /** The address of an e-mail or a page. A text goes to the first number. */
  address?: string;
  /** The assistant's name. */
  name?: string;
}

/** A time by which an answer is needed. */
export interface BriefDeadline {
  /** As one would say it after or with "by": "Thursday at noon", "the end of the week", "within two days". */
  by: string;
  /** A clause that could follow "because": "I have to answer another offer that day". */
  because?: string;
}

/** Everything a script may say: a composer adds nothing to it. */
export interface Brief {
  briefVersion: 1;
  objective: Objective;
  caller: {
    name: string;
    /** The employer, "Harbour Foods"; a role that stands here is read as one. */
    organisation?: string;
    /** What the caller is, where that says more than a firm: "a recent nursing graduate", "Lena's mum". */
    role?: string;
    /** One sentence about the caller, in the first person, said as it is. */
    about?: string;
  };
  whom: {
    name: string;
    /** "Ms", "Mr", "Dr", "Professor": said with the family name; between people who go by first names only a title of rank is. */
    title?: string;
    /** Where they work: the bridge finder goes by it, and a job is named with it. */
    organisation?: string;
  };
  bridge?: BriefBridge;
  /** What it is about, as a noun phrase: "the operations manager role". */
  topic?: string;
  /** The one question, as one would put it: "Is the role still open?". */
  question?: string;
  /** How long the talk would take. */
  minutes?: number;
  deadline?: BriefDeadline;
  numbers: BriefNumber[];
  replyChannels: BriefReplyChannel[];
  goal: CallGoal;
  register: Register;
  /** ISO 3166 country in which the numbers are written and said, for example "US". */
  region: string;
}

/** A brief that is still being filled in. */
export type BriefDraft = Partial<Omit<Brief, 'caller' | 'whom'>> & { caller?: Partial<Brief['caller']>; whom?: Partial<Brief['whom']> };
