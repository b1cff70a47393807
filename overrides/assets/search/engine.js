/* The index of one language: opened once, asked in normalised words, answering in original ones. */
import {analyzer, pieces, tokens} from "./tokens.js"

const INDEX = new URL("index/", import.meta.url)
const LONGEST_WORD = 40, MOST_WORDS = 12, SHORTEST_BEGINNING = 3, ENOUGH = 30, FIRST = 8, ALL = 12, FEW = 2
const RANKING = {termSimilarity: 1, pageLength: 0.4, termSaturation: 1.2, termFrequency: 0.6}

/** Why the search cannot answer: "offline" or "broken". */
export class Fault extends Error {
  constructor() {
    super()
    this.kind = navigator.onLine === false ? "offline" : "broken"
  }
}

// That a chunk is missing or broken, Pagefind reports on the console and nowhere else.
let running = 0, faults = 0
const report = console.error
console.error = (...said) => running ? faults++ : report(...said)
// What fails while it starts rejects a promise that nothing handles, and then its search, which is handled.
globalThis.addEventListener?.("unhandledrejection", event => {
  if (event.reason?.stack?.includes("/pagefind.js")) event.preventDefault()
})

let once = {}

/** Run a step that reads the index. Whatever fails is a Fault, after which all is opened anew: Pagefind takes for loaded what failed to load. */
async function safely(step) {
  const before = faults
  running++
  try {
    const answer = await step()
    if (faults === before) return answer
  } catch {
    // Thrown below as a Fault, like what Pagefind only reports.
  } finally {
    running--
  }
  once = {}
  throw new Fault()
}

export const read = async (name, kind = "json") => safely(async () => {
  const answer = await fetch(new URL(name, INDEX))
  if (!answer.ok) throw new Fault()
  return answer[kind]()
})

export const table = () => once.table ??= read("kyrgyz.json")
/** The engine of a language, opened on first use. */
export const engine = language => once[language] ??= open(language)

async function open(language) {
  const [entry, analysis] = await Promise.all([read(`${language}/pagefind-entry.json`), analyzer(language, table)])
  if (!entry.languages[language]) return {...analysis, best, find: async () => []}
  const instance = await safely(async () => {
    const {createInstance} = await import(new URL(`${language}/pagefind.js`, INDEX))
    const created = createInstance({noWorker: true, ranking: RANKING})
    await created.search("·")
    return created
  })
  const ask = text => safely(() => instance.search(text)).then(answer => answer.results)
  return {...analysis, best, find: text => find(text, analysis, ask)}
}

/** The words of a query as typed and as terms of the index, without stop words if there are others, and whether they are a phrase. */
export function parseQuery(text, analysis) {
  const typed = tokens(text.slice(0, 1000)).filter(word => word.length <= LONGEST_WORD).slice(0, MOST_WORDS)
  const content = typed.filter(word => !analysis.isStopWord(word))
  const phrase = /^\s*["“„«].+["”“»]\s*$/su.test(text)
  const chosen = phrase || !content.length ? typed : content
  return {typed: chosen, terms: chosen.map(analysis.normalise), phrase, stemmed: analysis.stemmed, normalise: analysis.normalise}
}

/** Some of the results, loaded as {address, page, title, text, day, hits, exact, titled}. Among the first, or all if few, those with the words just as typed lead, then those with them in the title. */
export async function best(found, count, from = 0) {
  const load = results => Promise.all(results.map(result => result.load())).then(loaded => loaded.filter(Boolean))
  const ordered = found.length > ALL ? FIRST : ALL
  found.first ??= load(found.slice(0, ordered)).then(loaded => loaded.sort((one, other) => other.exact - one.exact || other.titled - one.titled))
  const first = await found.first
  return [...first.slice(from, from + count), ...await load(found.slice(Math.max(ordered, from), from + count))]
}

/** The results, best first, to be loaded one by one; none if no document has what was asked for. */
async function find(text, analysis, ask) {
  const asked = parseQuery(text, analysis)
  if (!asked.terms.length) return []
  const query = asked.terms.join(" ")
  let found = await ask(asked.phrase ? `"${query}"` : query)
  if (found.length < FEW && !asked.phrase && asked.terms.length > 1) found = await more(found, asked, ask)
  return (await real(found, asked)) ? found.map(result => ({load: () => load(result, asked)})) : []
}

/** Whether the first result has what was asked: Pagefind answers an unknown word with the longest beginning that it knows. */
const real = async (found, asked) => found.length > 0 && (await load(found[0], asked)) !== null

/** The few results with all the words, then those with some. */
async function more(found, asked, ask) {
  const whole = (await real(found, asked)) ? found : [], known = new Set(whole.map(result => result.id))
  return [...whole, ...(await some(asked, ask)).filter(result => !known.has(result.id))]
}

/** Documents with some of the words, those with more of them first. */
async function some(asked, ask) {
  const merged = new Map()
  for (const term of new Set(asked.terms)) {
    const found = await ask(term)
    if (!(await real(found, {...asked, terms: [term]}))) continue
    for (const result of found.slice(0, ENOUGH * 10)) {
      const known = merged.get(result.id) ?? {id: result.id, data: result.data, score: 0, parts: []}
      known.parts.push(result)
      known.score += 1000 / Math.log2(found.length + 2) + result.score
      merged.set(result.id, known)
    }
  }
  return [...merged.values()].sort((one, other) => other.score - one.score).slice(0, ENOUGH)
}

async function load(result, asked) {
  const data = []
  for (const part of result.parts ?? [result]) data.push(await safely(part.data).then(loaded => ({...loaded})))
  const [fragment] = data
  const {address, page, day} = fragment.meta
  const title = pieces(fragment.meta.title), text = pieces(fragment.meta.text), all = [...title, ...text]
  const hits = new Map()
  for (const {weighted_locations} of data) {
    for (const {location, balanced_score} of weighted_locations) {
      const term = asked.terms.findIndex(term => alike(term, asked.normalise(tokens(all[location])[0]), asked.stemmed))
      if (term >= 0) hits.set(location, {term, score: balanced_score})
    }
  }
  if (!hits.size) return null
  const titled = new Set([...hits].filter(([place]) => place < title.length).map(([, {term}]) => term)).size
  return {address, page, title, text, day, hits, exact: exactly(asked, all, hits), titled}
}

/** Whether an indexed word matches a term: equal, or longer unless the term is too short, or alike in the first half where Pagefind stems. */
function alike(term, word, stemmed) {
  if (term.length < SHORTEST_BEGINNING) return word === term
  const same = [...term].findIndex((letter, place) => word[place] !== letter)
  return same < 0 || stemmed && same >= Math.max(3, term.length / 2)
}

/** How many of the words are in a text just as they were typed. */
function exactly(asked, pieces, hits) {
  const there = new Set([...hits.keys()].map(place => tokens(pieces[place] ?? "")[0]?.toLowerCase()))
  return new Set(asked.typed.map(word => word.toLowerCase()).filter(word => there.has(word))).size
}
