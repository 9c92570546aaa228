import {
  askAboutNumber,
  type Brief,
  type BriefBridge,
  type BriefDraft,
  type BriefReplyChannel,
  parseBrief,
  RingbackError,
  readMinutes,
} from '@ringback/core';

/** A question for the person at the terminal. */
export interface TextQuestion {
  message: string;
  placeholder?: string;
  initialValue?: string;
  validate?: (answer: string | undefined) => string | undefined;
}

/** How the person is asked: `@clack/prompts` at a terminal, prepared answers in a test. Null when they stop. */
export interface Asker {
  text(question: TextQuestion): Promise<string | null>;
  choose<Value extends string>(question: {
    message: string;
    options: { value: Value; label: string; hint?: string }[];
    initialValue?: Value;
  }): Promise<Value | null>;
}

class Stopped extends Error {}

const required = (what: string) => (answer: string | undefined) => (answer?.trim() ? undefined : `${what} is needed.`);

/** Asks step by step for what a draft lacks. */
class Interview {
  readonly #asker: Asker;
  readonly #draft: BriefDraft;

  constructor(asker: Asker, draft: BriefDraft) {
    this.#asker = asker;
    this.#draft = draft;
  }

  async #text(question: TextQuestion): Promise<string | undefined> {
    const answer = await this.#asker.text(question);
    if (answer === null) throw new Stopped();
    return answer.trim() || undefined;
  }

  async #choose<Value extends string>(message: string, options: { value: Value; label: string; hint?: string }[]): Promise<Value> {
    const answer = await this.#asker.choose<Value>({ message, options });
    if (answer === null) throw new Stopped();
    return answer;
  }

  async run(): Promise<Brief> {
    const draft = this.#draft;
    const objective = draft.objective ?? (await this.#objective());
    const caller = {
      ...draft.caller,
      name:
        draft.caller?.name ??
        (await this.#text({
          message: 'What is your name, as you would say it?',
          placeholder: 'Nora Castell',
          validate: required('A name'),
        })) ??
        '',
    };
    const whom = {
      ...draft.whom,
      name:
        draft.whom?.name ??
        (await this.#text({ message: 'Whom are you calling?', placeholder: 'Martin Oyelaran', validate: required('A name') })) ??
        '',
    };
    const region = draft.region ?? 'US';
    const bridge = draft.bridge ?? (await this.#bridge());
    const topic =
      draft.topic ??
      (await this.#text({
        message: 'What is it about, in a few words? (Enter to leave it out)',
        placeholder: 'the operations manager role',
      }));
    const question = draft.question ?? (await this.#question(topic));
    const minutes = draft.minutes ?? (await this.#minutes());
    const deadline = draft.deadline ?? (await this.#deadline());
    const goal = draft.goal ?? (await this.#goal());
    const numbers = draft.numbers?.length ? draft.numbers : await this.#numbers(region);
    const replyChannels = draft.replyChannels?.length ? draft.replyChannels : await this.#reply(numbers.length === 0);
    const register = draft.register ?? (await this.#register());
    return parseBrief({
      objective,
      caller,
      whom,
      goal,
      register,
      region,
      numbers,
      replyChannels,
      ...(bridge ? { bridge } : {}),
      ...(topic ? { topic } : {}),
      ...(question ? { question } : {}),
      ...(minutes ? { minutes } : {}),
      ...(deadline ? { deadline } : {}),
    });
  }

  #objective() {
    return this.#choose('What is the call for?', [
      { value: 'job', label: 'A job' },
      { value: 'client', label: 'A new client' },
      { value: 'meeting', label: 'A meeting' },
      { value: 'other', label: 'Something else' },
    ]);
  }

  #goal() {
    return this.#choose('What do you hope for?', [
      { value: 'call-back', label: 'A call back' },
      { value: 'email-reply', label: 'An answer by e-mail', hint: 'many who never call back do write' },
    ]);
  }

  #register() {
    return this.#choose('How do you speak with them?', [
      { value: 'plain', label: 'Plainly', hint: "Hi Martin, it's ..." },
      { value: 'formal', label: 'Formally', hint: 'Hello Mr Oyelaran, my name is ...' },
      { value: 'casual', label: 'Casually', hint: "Hey Martin, it's ..." },
    ]);
  }

  async #bridge(): Promise<BriefBridge | undefined> {
    const kind = await this.#choose('What ties the two of you? Only a true tie helps.', [
      { value: 'referrer', label: 'Someone told me to call' },
      { value: 'mutual-contact', label: 'Someone we both know' },
      { value: 'shared-organisation', label: 'An employer we share' },
      { value: 'shared-school', label: 'A school we share' },
      { value: 'shared-event', label: 'An event we were both at' },
      { value: 'own-words', label: 'Something else, in my own words' },
      { value: 'none', label: 'Nothing yet', hint: 'ringback bridge looks for a tie in your contacts' },
    ]);
    if (kind === 'none') return undefined;
    const ask = async (message: string, placeholder: string) =>
      (await this.#text({ message, placeholder, validate: required('A name') })) ?? '';
    switch (kind) {
      case 'referrer':
      case 'mutual-contact':
        return { tie: kind, person: await ask('Who?', 'Dana Whitfield') };
      case 'shared-organisation':
      case 'shared-school':
        return { tie: kind, organisation: await ask('Which one?', 'Harbour Foods') };
      case 'shared-event':
        return { tie: kind, event: await ask('Which one?', 'Tidewater Summit') };
      default:
        return { tie: kind, sentence: await ask('Say it in one sentence.', 'We met at the Tidewater Summit last spring.') };
    }
  }

  #question(topic: string | undefined) {
    return this.#text({
      message: topic
        ? 'What is the one question you want answered? (Enter to ask for a talk instead)'
        : 'What is the one question you want answered?',
      placeholder: 'Is the role still open?',
      ...(topic ? {} : { validate: required('A question or a topic') }),
    });
  }

  async #minutes(): Promise<number | undefined> {
    const answer = await this.#text({
      message: 'How many minutes would the talk take? (Enter to leave it out)',
      placeholder: '5',
      validate: (text) => {
        const read = readMinutes(text ?? '');
        return read && 'ask' in read ? read.ask : undefined;
      },
    });
    const read = readMinutes(answer ?? '');
    return read && 'minutes' in read ? read.minutes : undefined;
  }

  async #deadline(): Promise<Brief['deadline']> {
    const by = await this.#text({
      message: 'By when do you need an answer? Only if it is true. (Enter to leave it out)',
      placeholder: 'Thursday at noon',
    });
    return by ? { by } : undefined;
  }

  async #numbers(region: string): Promise<Brief['numbers']> {
    const number = await this.#text({
      message: 'Which number should they call?',
      placeholder: '+1 415 555 0142',
      validate: (text) => {
        return text?.trim() ? askAboutNumber(text, region) : undefined;
      },
    });
    return number ? [{ number }] : [];
  }

  async #reply(needed: boolean): Promise<BriefReplyChannel[]> {
    const answer = await this.#text({
      message: 'Which easier way to answer do you offer? An e-mail address, or "text".',
      placeholder: 'nora@example.com',
      validate: (text) => {
        if (!text?.trim()) return needed ? 'With no number, a way to answer is needed.' : undefined;
        return /^text$/i.test(text.trim()) || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
          ? undefined
          : 'An e-mail address, or the word text.';
      },
    });
    if (!answer) return [];
    return [/^text$/i.test(answer) ? { channel: 'text' } : { channel: 'email', address: answer }];
  }
}

/**
 * Asks for the parts a draft lacks, with examples, and answers the complete brief.
 * @throws RingbackError `stopped` when the person stops.
 */
export async function askForBrief(draft: BriefDraft, asker: Asker): Promise<Brief> {
  try {
    return await new Interview(asker, draft).run();
  } catch (error) {
    if (error instanceof Stopped) throw new RingbackError('stopped', 'Stopped; nothing was written.');
    throw error;
  }
}
