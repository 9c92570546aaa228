import { describe, expect, it } from 'vitest';
import { holdsRecogniserContract } from '../recogniser.contract.ts';
import { remoteRecogniser, type TranscriptionService } from './transcriptions.ts';

const spoken = { samples: new Float32Array(16_000).fill(0.1), sampleRate: 8000 };
const answer = {
  text: 'Call me, please.',
  words: [
    { word: 'Call', start: 0.1, end: 0.4 },
    { word: ' me', start: 0.4, end: 0.6 },
    { word: 'please', start: 0.9, end: 2.4 },
  ],
};

/** A service that keeps what it was asked and answers with `body`. */
function service(body: unknown, status = 200): TranscriptionService & { asked: { url: string; form: FormData; headers: Headers }[] } {
  const asked: { url: string; form: FormData; headers: Headers }[] = [];
  return {
    baseUrl: 'http://speech.example.com/v1/',
    model: 'big-ear',
    apiKey: 'secret',
    asked,
    fetch: async (url, init) => {
      asked.push({ url: String(url), form: init?.body as FormData, headers: new Headers(init?.headers) });
      return new Response(JSON.stringify(body), { status });
    },
  };
}

describe('remoteRecogniser', () => {
  holdsRecogniserContract(
    async () => remoteRecogniser(service(answer)),
    async () => spoken,
  );

  it('asks for words with times, and sends the recording as a 16 kHz WAV file', async () => {
    const fake = service(answer);
    await remoteRecogniser(fake).recognise(spoken);
    const [{ url, form, headers } = { url: '', form: new FormData(), headers: new Headers() }] = fake.asked;
    expect(url).toBe('http://speech.example.com/v1/audio/transcriptions');
    expect(headers.get('authorization')).toBe('Bearer secret');
    expect([form.get('model'), form.get('response_format'), form.get('timestamp_granularities[]')]).toEqual([
      'big-ear',
      'verbose_json',
      'word',
    ]);
    const bytes = new DataView(await (form.get('file') as File).arrayBuffer());
    expect([bytes.getUint32(24, true), bytes.getUint32(40, true)]).toEqual([16_000, 2 * 32_000]);
  });

  it('parts words that come together', async () => {
    const { text, words } = await remoteRecogniser(service({ words: [{ word: 'call me', start: 1, end: 2 }] })).recognise(spoken);
    expect(text).toBe('call me');
    expect(words.map(({ start, end }) => [start, end])).toEqual([
      [1, 1.5],
      [1.5, 2],
    ]);
  });

  it('sends nothing for silence', async () => {
    const fake = service(answer);
    await remoteRecogniser(fake).recognise({ samples: new Float32Array(100), sampleRate: 8000 });
    expect(fake.asked).toEqual([]);
  });

  it('says so when the service fails, answers without words or hears nothing', async () => {
    await expect(remoteRecogniser(service({}, 500)).recognise(spoken)).rejects.toMatchObject({ code: 'remote-failed' });
    await expect(remoteRecogniser(service({ text: 'no words' })).recognise(spoken)).rejects.toMatchObject({ code: 'remote-failed' });
    await expect(remoteRecogniser(service({ words: [{ word: 'x' }] })).recognise(spoken)).rejects.toMatchObject({ code: 'remote-failed' });
    await expect(remoteRecogniser(service({ words: [] })).recognise(spoken)).rejects.toMatchObject({ code: 'not-understood' });
  });
});
