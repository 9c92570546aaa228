import { createContext } from 'react';

/** Contact files that were dropped on the page, on their way to the finder of ties. */
export const HandedFiles = createContext<readonly File[]>([]);
