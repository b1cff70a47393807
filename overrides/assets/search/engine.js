/* The index of one language: opened once, asked in normalised words, answering in original ones. */
import {start, unpack} from "./pagefind.js"
import {inOrder, namedBy} from "./order.js"
import {parseQuery} from "./query.js"
import {analyzer, pieces, tokens} from "./tokens.js"

const INDEX = new URL("index/", import.meta.url)
const SHORTEST_BEGINNING = 3, ENOUGH = 30, FIRST = 8, ALL = 12, FEW = 2
const RANKING = {term_similarity: 1, page_length: 0.4, term_saturation: 1.2, term_frequency: 0.6}

let once = {}

/** Run a step that reads the index. After whatever fails, all is opened anew. */
async function safely(step) {
  try {
    return await step()
  } catch (fault) {
    once = {}
    throw fault
  }
}

export const read = (name, kind = "json") => safely(async () => {
  const answer = await fetch(new URL(name, INDEX))
  if (!answer.ok) throw new Error(answer.status)
  return answer[kind]()
})

export const table = () => once.table ??= read("kyrgyz.json")
/** The words of the search in a language, its months, and the names of its pages. */
export const facts = language => once[`facts of ${language}`] ??= read(`${language}/start.json`)
/** The engine of a language, opened on first use. */
export const engine = language => once[language] ??= safely(() => open(language))

async function open(language) {
  const file = name => unpack(new URL(`${language}/${name}`, INDEX))
  const program = file("wasm.pagefind")
  const words = analyzer(language, table)
  for (const part of [program, words]) part.catch(() => {}) // Where nothing is indexed there is no program.
  const {meta, chunks, months, names} = await facts(language)
  if (!meta) return {...await words, months, best, find: async () => []}
  const early = Object.fromEntries(chunks.map(name => [name, file(`index/${name}.pf_index`)]))
  for (const chunk of Object.values(early)) chunk.catch(() => {}) // Told when it is needed.
  const [analysis, ...parts] = await Promise.all([words.then(plain => ({...plain, months})), program, file(meta)])
  const search = await start(...parts, RANKING, name => early[name] ?? file(`index/${name}.pf_index`))
  const fragments = {}
  const fragment = async place => {
    const [name, number] = place.split("-")
    return (await (fragments[name] ??= file(`fragment/${name}.pf_fragment`).then(bytes => JSON.parse(new TextDecoder().decode(bytes)))))[number]
  }
  const index = {
    known: names.map(([id, ...forms]) => ({id, forms: forms.map(form => parseQuery(form, analysis).terms)})),
    async ask(query, phrase = false) {
      const found = await safely(() => search(query, phrase))
      for (const {p} of found.slice(0, FIRST)) fragment(p).catch(() => {}) // All at once; told when they are needed.
      return found
    },
    load: (result, asked) => safely(() => load(result, asked, fragment)),
  }
  return {...analysis, best, find: text => find(parseQuery(text, analysis), index)}
}

/** Some of the results, loaded as {address, page, title, text, day, hits, …}. The first, or all if few, are put in order; `found.count` is then how many there are. */
export async function best(found, count, from = 0) {
  const load = results => Promise.all(results.map(result => result.load())).then(loaded => loaded.filter(Boolean))
  const ordered = found.length > ALL ? Math.max(FIRST, found.named) : ALL
  found.first ??= load(found.slice(0, ordered)).then(inOrder)
  const first = await found.first
  found.count = found.length - Math.min(ordered, found.length) + first.length
  return [...first.slice(from, from + count), ...await load(found.slice(Math.max(ordered, from), from + count))]
}

/** The results, best first, to be loaded one by one: pages and entries of the glossary that have this name, then what has the words. */
async function find(asked, index) {
  if (!asked.terms.length) return []
  const query = asked.terms.join(" ")
  const real = (found, asked) => isReal(found, asked, index)
  let found = await index.ask(query, asked.phrase)
  if (found.length < FEW && !asked.phrase && asked.terms.length > 1) found = await more(found, asked, index.ask, real)
  if (!await real(found, asked)) found = []
  const names = namedBy(asked, index.known), place = id => index.known.findIndex(one => one.id === id)
  const named = names.map(id => ({...found.find(one => one.p === id) ?? {p: id, l: []}, named: true}))
  const results = [...named, ...found.filter(({p}) => !names.includes(p))]
  return Object.assign(results.map(one => ({load: () => index.load({...one, place: place(one.p)}, asked)})), {named: named.length})
}

/** Whether the first result has what was asked: Pagefind answers an unknown word with the longest beginning that it knows. */
const isReal = async (found, asked, {load}) => found.length > 0 && (await load(found[0], asked)) !== null

/** The few results with all the words, then those with some. */
async function more(found, asked, ask, real) {
  const whole = (await real(found, asked)) ? found : [], known = new Set(whole.map(result => result.p))
  return [...whole, ...(await some(asked, ask, real)).filter(result => !known.has(result.p))]
}

/** Documents with some of the words, those with more of them first. */
async function some(asked, ask, real) {
  const merged = new Map()
  for (const term of new Set(asked.terms)) {
    const found = await ask(term)
    if (!(await real(found, {...asked, terms: [term]}))) continue
    for (const {p, s, l} of found.slice(0, ENOUGH * 10)) {
      const known = merged.get(p) ?? {p, s: 0, l: []}
      merged.set(p, {p, s: known.s + 1000 / Math.log2(found.length + 2) + s, l: [...known.l, ...l]})
    }
  }
  return [...merged.values()].sort((one, other) => other.s - one.s).slice(0, ENOUGH)
}

/** A result with the words that were found; null if there are none, unless it has the name that was asked for. */
async function load({p, l, named = false, place = -1}, asked, fragment) {
  const {address, page, day, ...shown} = await fragment(p)
  const title = pieces(shown.title), text = pieces(shown.text), all = [...title, ...text]
  const hits = new Map()
  for (const {l: location, s: score} of l) {
    const term = asked.terms.findIndex(term => alike(term, asked.normalise(tokens(all[location])[0]), asked.stemmed))
    if (term >= 0) hits.set(location, {term, score})
  }
  return hits.size || named ? {address, page, title, text, day, hits, named, place, asked} : null
}

/** Whether an indexed word matches a term: equal, or longer unless the term is too short, or alike in the first half where Pagefind stems. */
function alike(term, word, stemmed) {
  if (term.length < SHORTEST_BEGINNING) return word === term
  const same = [...term].findIndex((letter, place) => word[place] !== letter)
  return same < 0 || stemmed && same >= Math.max(3, term.length / 2)
}
