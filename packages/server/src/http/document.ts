import { peopleRoutes } from '../routes/people.ts';
import { teamRoutes } from '../routes/team.ts';
import { type ApiOptions, apiOf } from './api.ts';
import { LOCAL_DOORS } from './guard.ts';

/** What no route touches before it is asked. */
const UNASKED = {} as never;

/** The OpenAPI document of the whole interface, without a server. */
export async function openApiDocument(): Promise<Record<string, unknown>> {
  const options: ApiOptions = {
    entry: { alone: true, enter: async () => UNASKED },
    passes: [],
    sound: UNASKED,
    reader: UNASKED,
    models: { transcription: null, chat: null, problem: null },
    judging: UNASKED,
    modelState: UNASKED,
    sample: UNASKED,
    now: UNASKED,
    phone: UNASKED,
  };
  const api = apiOf(options);
  api.route('/', peopleRoutes(UNASKED, UNASKED, { alone: true, secure: LOCAL_DOORS.secure }));
  api.route('/', teamRoutes(UNASKED, UNASKED));
  return (await (await api.request('/openapi.json')).json()) as Record<string, unknown>;
}
