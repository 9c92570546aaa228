import { Refusal } from '../../desk/http/problem.ts';

/** What cannot be fetched is told as what it is: a server that is gone. */
async function fetched<T>(code: Promise<T>): Promise<T> {
  try {
    return await code;
  } catch {
    throw new Refusal('server-gone', 'Ringback does not answer, so this room could not be opened.');
  }
}

/** The code and the style of each room; the start comes with the page. */
export const ROOM_CODE = {
  plan: () => fetched(import('../../rooms/plan/PlanRoom.tsx')),
  script: () => fetched(import('../../rooms/script/ScriptRoom.tsx')),
  rehearse: () => fetched(import('../../rooms/rehearse/RehearseRoom.tsx')),
  review: () => fetched(import('../../rooms/review/ReviewRoom.tsx')),
  compare: () => fetched(import('../../rooms/compare/CompareRoom.tsx')),
  log: () => fetched(import('../../rooms/log/LogRoom.tsx')),
  settings: () => fetched(import('../../rooms/settings/SettingsRoom.tsx')),
};

/** The rooms of a team: who is alone does not fetch them. */
export const TEAM_CODE = {
  team: () => fetched(import('../../rooms/team/TeamRoom.tsx')),
  comments: () => fetched(import('../../rooms/review/Comments.tsx')),
};

/** Fetches every room before it is needed, so that the way on does not hang on the server. */
export async function fetchAhead(rooms: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  // What fails now is fetched, or told, when the person goes there.
  await Promise.allSettled(Object.values(rooms).map((code) => code()));
}
