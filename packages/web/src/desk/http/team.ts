import type { TakeSummary } from '@ringback/core';
import { all, client, told } from './client.ts';
import type { paths } from './interface.gen.ts';

type Answer<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer T } } } } }
  ? T
  : never;

/** Who the page belongs to. */
export type Me = Answer<'/me'>;

/** The team as far as this person may see it. */
export type Team = Answer<'/team'>;

/** One person of the team, and how their takes went. */
export type Member = Team['people'][number];

/** What was said of a take. */
export type Comment = Answer<'/takes/{id}/comments'>[number];

/** What was said of a take, with the take's name. */
export type CommentOnTake = Answer<'/comments'>[number];

const on = (takeId: string, comment: string) => ({ path: { id: takeId, comment } });

/** The team. Every call throws a `Refusal`. */
export const team = {
  me: () => told<Me>(client.GET('/me')),
  report: () => told<Team>(client.GET('/team')),
  takesOf: (person: string) => all<TakeSummary>((after) => client.GET('/takes', { params: { query: { owner: person, ...after } } })),
  commentsAbout: (person: string) => told<CommentOnTake[]>(client.GET('/comments', { params: { query: { person } } })),
  comments: (takeId: string) => told<Comment[]>(client.GET('/takes/{id}/comments', { params: { path: { id: takeId } } })),
  say: (takeId: string, id: string, said: { text: string; atSec: number | null; answers: string | null }) =>
    told<Comment>(client.PUT('/takes/{id}/comments/{comment}', { params: on(takeId, id), body: said })),
  takeBack: (takeId: string, id: string) => client.DELETE('/takes/{id}/comments/{comment}', { params: on(takeId, id) }),
};
