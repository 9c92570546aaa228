import { createContext, useContext } from 'react';
import type { Me } from '../../desk/http/team.ts';

/** Who the page belongs to where there is a team; null for who is alone, and until it is known. */
export const WhoIAm = createContext<Me | null>(null);

/** {@link WhoIAm} */
export const useMe = (): Me | null => useContext(WhoIAm);

/** Whether something is this person's own. Nothing says whose it is where one is alone. */
export const isMine = (me: Me | null, owner: string | undefined): boolean => owner === undefined || me === null || owner === me.id;
