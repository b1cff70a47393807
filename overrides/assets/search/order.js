/* Which of the results come first. */
import {related} from "./query.js"
import {tokens} from "./tokens.js"

/** Whether a word of a title is what was asked for, or begins with it, and not only shares its stem. */
const isLike = (term, word, stemmed) => word.startsWith(term) || stemmed && related(term, word)

/** The pages, then the entries of the glossary, of which one name is the query. */
export function namedBy({terms, stemmed}, known) {
  const same = (one, other) => one === other || stemmed && related(one, other)
  const isName = form => form.length === terms.length && terms.every(term => form.some(word => same(term, word)))
  return known.filter(({forms}) => forms.some(isName)).map(({id}) => id)
}

/** Results with the best first: those of that name, news of that day, those with that title, pages and entries with all words in the title, then those with the words just as they were typed. */
export function inOrder(results) {
  const ranked = results.map(result => ({result, rank: rank(result)}))
  const differing = (one, other) => one.rank.findIndex((value, place) => value !== other.rank[place])
  ranked.sort((one, other) => {
    const at = differing(one, other)
    return at < 0 ? 0 : other.rank[at] - one.rank[at]
  })
  return ranked.map(({result}) => result)
}

function rank(result) {
  const {title, named, place, asked} = result
  const words = title.map(piece => tokens(piece)[0])
  const matches = at => at < words.length && isLike(asked.terms[result.hits.get(at).term], asked.normalise(words[at]), asked.stemmed)
  const titled = new Set([...result.hits.keys()].filter(matches).map(at => result.hits.get(at).term)).size
  const all = titled === new Set(asked.terms).size
  const isWhole = all && titled === words.filter(word => !asked.isStopWord(word)).length
  return [named && -place - 1 || -Infinity, isDay(result), isWhole, all && place >= 0 ? -place : -Infinity, exactly(result), titled]
}

/** Whether the query is the day of a news item. */
function isDay({day, asked: {terms, normalise}}) {
  const words = tokens(day).map(normalise)
  return terms.length > 1 && terms.every(term => words.includes(term)) ? 1 : 0
}

/** How many of the words are in a text just as they were typed. */
export function exactly({title, text, hits, asked}) {
  const all = [...title, ...text]
  const there = new Set([...hits.keys()].map(place => tokens(all[place] ?? "")[0]?.toLowerCase()))
  return new Set(asked.typed.map(word => word.toLowerCase()).filter(word => there.has(word))).size
}
