// Which functions of core a test comes through: a test that never comes by a change cannot notice it.
import ts from 'typescript';

const isBlockBodied = (node) => ts.isFunctionLike(node) && node.body !== undefined && ts.isBlock(node.body);

/** Where the innermost function around a place begins, in characters; -1 outside every function. An arrow without a block is run by what stands around it. */
export function functionAround(file, code, place) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  let around = -1;
  const visit = (node) => {
    if (place < node.getStart(source) || place >= node.getEnd()) return;
    if (isBlockBodied(node) && place > node.body.getStart(source)) around = node.body.getStart(source);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return around;
}

/** The code with a note in `globalThis.cameThrough` at the start of the file and of every function; lines stay. */
export function withProbes(file, code) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const places = [];
  const visit = (node) => {
    if (isBlockBodied(node)) places.push(node.body.getStart(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  const note = (place) => `globalThis.cameThrough?.add(${JSON.stringify(`${file}:${place}`)});`;
  const rest = places
    .sort((a, b) => b - a)
    .reduce((text, place) => `${text.slice(0, place + 1)}${note(place)}${text.slice(place + 1)}`, code);
  return note(-1) + rest;
}
