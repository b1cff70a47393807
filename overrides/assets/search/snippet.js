/* A passage of the original text around what was found, highlighted. */
import {WORD} from "./tokens.js"

const SENTENCE_END = /[.!?…]["»”]?\s+$/

/** Pieces from..to as nodes, with the words that were found in <mark>. */
export function highlight(pieces, isHit, from = 0, to = pieces.length) {
  const nodes = document.createDocumentFragment()
  for (let place = from; place < to; place++) {
    const piece = pieces[place]
    const word = isHit(place) && [...piece.matchAll(WORD)][0]
    if (!word) {
      nodes.append(piece)
      continue
    }
    const mark = document.createElement("mark")
    mark.textContent = word[0]
    nodes.append(piece.slice(0, word.index), mark, piece.slice(word.index + word[0].length))
  }
  nodes.normalize()
  return nodes
}

/** The densest passage of `size` words, from the beginning of a sentence where one is near. */
export function snippet({title, text, hits}, size = 28) {
  const first = title.length
  const at = place => hits.get(place + first)
  const from = beginning(text, at, size)
  const to = Math.min(text.length, from + size)
  const nodes = highlight(text, place => at(place), from, to)
  if (from > 0) nodes.prepend("… ")
  if (to < text.length) nodes.append(" …")
  return nodes
}

function beginning(text, at, size) {
  let best = -1, from = 0
  for (let start = 0; start < Math.max(1, text.length - size / 2); start++) {
    if (!at(start)) continue
    const inside = new Map()
    for (let place = start; place < start + size; place++) if (at(place)) inside.set(at(place).term, 1 + (inside.get(at(place).term) ?? 0))
    const worth = inside.size * 10 + [...inside.values()].reduce((sum, count) => sum + count, 0)
    if (worth > best) [best, from] = [worth, start]
  }
  for (let back = from; back > 0 && back > from - 9; back--) if (SENTENCE_END.test(text[back - 1])) return back
  return Math.max(0, from - 4)
}
