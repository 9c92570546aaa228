import { type LiveAnswer, openReader } from '@ringback/core';
import readerAt from '@ringback/core/reader.bin?url';
import {
  allTakes,
  apiOf,
  clearLeftBehind,
  converse,
  jobsInProcess,
  LiveDesk,
  LOCAL_OWNER,
  openEntry,
  ownDesks,
  TakeWork,
  takeSound,
} from '@ringback/server/portable';
import type { DeskAnswer, DeskRequest, FromDesk, ToDesk } from '../messages.ts';
import { blobFiles } from './blob-files.ts';
import { decodeInWorker, hearingWorker } from './listening.ts';
import { modelState } from './model-state.ts';
import { openDatabase } from './open-database.ts';

/** Milliseconds a page that reloads may take to come back for its take. House rule. */
const GRACE_MS = 30_000;
const NAME = 'ringback';

interface Desk {
  fetch(request: DeskRequest): Promise<DeskAnswer>;
  line(port: MessagePort): void;
}

let opening: Promise<Desk> | null = null;

self.onmessage = async ({ data, ports: [port] }: MessageEvent<ToDesk>) => {
  if (data.kind === 'setup') {
    opening = openDesk(data.root);
    opening.then(
      () => tell({ kind: 'open' }),
      () => tell({ kind: 'broken', message: 'The browser keeps nothing for this page: is it a private window, or is its storage full?' }),
    );
    return;
  }
  const desk = await opening;
  if (desk === null || port === undefined) return;
  if (data.kind === 'line') desk.line(port);
  else {
    const answer = await desk.fetch(data);
    port.postMessage(answer, [answer.body]);
  }
};

const tell = (message: FromDesk): void => self.postMessage(message);
/** Faults of ours, for who looks into the console; never anything personal. */
const log = (event: string): void => console.warn(event);

async function openDesk(root: string): Promise<Desk> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('takes', { create: true });
  const [db, blobs] = await Promise.all([openDatabase(NAME), blobFiles(folder)]);
  const sound = takeSound(blobs);
  const jobs = jobsInProcess(log);
  const all = allTakes(db);
  await clearLeftBehind(all, sound);
  // One ear for all: a second would be 100 MB, and there is one who speaks. What needs no ear has a worker of its own.
  const [hearing, judging] = [hearingWorker(root), hearingWorker(root)];
  const reader = async () => openReader(await bytesOf(await fetch(readerAt)));
  const now = () => new Date();
  const of = ownDesks({ db, now, reader, sound, decode: decodeInWorker, judging, jobs });
  const work = new TakeWork({ of, sound, hearing: () => hearing, jobs, log });
  const hearNow = (...take: Parameters<TakeWork['hear']>) => work.hear(...take);
  const live = new LiveDesk({ allTakes: all, sound, hearing, of, hearNow, graceMs: GRACE_MS, log });
  await live.recover();
  jobs.start(1);
  const api = apiOf({
    entry: openEntry(of),
    passes: [],
    sound,
    reader,
    models: { transcription: null, chat: null, problem: null },
    judging,
    modelState: modelState(hearing),
    sample: async (kind, name) => bytesOf(await fetch(new URL(`samples/${kind}/${name}`, root))),
    now,
  });
  return {
    async fetch({ method, path, headers, body }) {
      const response = await api.request(path, { method, headers, body });
      return { status: response.status, headers: [...response.headers], body: await response.arrayBuffer() };
    },
    line(port) {
      const carrier = { tell: (answer: LiveAnswer) => port.postMessage(JSON.stringify(answer)), refuse: () => port.close() };
      const conversation = converse(live, LOCAL_OWNER, carrier, log);
      port.onmessage = ({ data }: MessageEvent<string | Int16Array | null>) => {
        if (data === null) conversation.lost();
        else conversation.take(data);
      };
    },
  };
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  if (!response.ok) throw new Error(`a file answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
