/* What may have been meant: a word one slip away, the same query in other languages, an official name. */
import {engine, read} from "./engine.js"
import {words} from "./words.js"

const ROWS = {
  cyrillic: ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"],
  latin: ["qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,."],
}
const LETTERS = {cyrillic: "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя", latin: "abcdefghijklmnopqrstuvwxyz"}
const SHORTEST = 4, LONGEST = 30
const scriptOf = word => /[a-z]/i.test(word) ? "latin" : "cyrillic"

/** Whether two letters stand beside each other on the keyboard. */
function neighbours(one, other) {
  return Object.values(ROWS).some(rows => rows.some(row => row.includes(one) && Math.abs(row.indexOf(one) - row.indexOf(other)) === 1))
}

/** What a word may have been before one slip, the likeliest slips first: two letters changed places, one doubled or put in, one hit beside, one left out, one wrong. */
export function* slips(word) {
  const letters = [...(/[өү]/.test(word) ? "өүң" : ""), ...LETTERS[scriptOf(word)]]
  const places = [...word].map((_, place) => place)
  const change = (place, length, letter) => word.slice(0, place) + letter + word.slice(place + length)
  for (const place of places.slice(1)) yield change(place - 1, 2, word[place] + word[place - 1])
  for (const place of places) yield change(place, 1, "")
  for (const place of places) for (const letter of letters) if (neighbours(word[place], letter)) yield change(place, 1, letter)
  for (const place of [...places, word.length].slice(1)) for (const letter of letters) yield change(place, 0, letter)
  for (const place of places) for (const letter of letters) if (letter !== word[place]) yield change(place, 1, letter)
}

/** The letters that the same keys give on the other keyboard. */
export function otherKeyboard(word) {
  const from = scriptOf(word), to = from === "latin" ? "cyrillic" : "latin"
  const [keys, signs] = [ROWS[from].join(""), ROWS[to].join("")]
  return [...word.toLowerCase()].map(key => signs[keys.indexOf(key)] ?? key).join("")
}

const vocabularies = {}
/** The normalised words of a language. */
const vocabulary = language => vocabularies[language] ??= read(`${language}/words.txt`, "text")
  .then(text => new Set(text.trimEnd().split("\n")))
  .catch(fault => {
    delete vocabularies[language]
    throw fault
  })

/** The query with its unknown words mended from the words of the index; null where that changes nothing. */
export async function meant(text, language) {
  const [{normalise}, known] = await Promise.all([engine(language), vocabulary(language)])
  const isKnown = word => known.has(normalise(word))
  const switched = otherKeyboard(text.slice(0, 200)), others = words(switched)
  if (others.length && others.every(isKnown)) return switched.trim()
  const typed = words(text.slice(0, 1000)).slice(0, 12)
  const mended = typed.map(word => mend(word.toLowerCase(), normalise, isKnown) ?? word)
  return mended.some((word, place) => word !== typed[place]) ? mended.join(" ") : null
}

/** The word that was most likely meant: one slip away, the first and the last letter kept if that can be, known to the index; null where there is none, or no need. */
function mend(typed, normalise, isKnown) {
  if (isKnown(typed) || typed.length < SHORTEST || typed.length > LONGEST) return null
  const framed = word => word[0] === typed[0] && word.at(-1) === typed.at(-1)
  const found = [...new Set(slips(typed))].filter(word => isKnown(word) && normalise(word).length > 2)
  return found.find(framed) ?? found[0] ?? null
}

/** How often the query is found in another language; 0 where that cannot be told. */
export const countIn = (text, language) => engine(language).then(({find}) => find(text)).then(found => found.length, () => 0)

let named
/** Official names in the page's language for what was typed in another one, at most three. */
export async function officialNames(text, language) {
  const entries = await (named ??= read("names.json").catch(() => []))
  const typed = words(text).map(word => word.toLowerCase())
  const says = (entry, tongue) => {
    const name = words(entry[tongue]).map(word => word.toLowerCase())
    return typed.every(word => name.some(other => related(word, other)))
  }
  if (!typed.length || entries.some(entry => says(entry, language))) return []
  const found = entries.filter(entry => Object.keys(entry).some(tongue => tongue !== language && says(entry, tongue)))
  const order = entry => [entry[language].includes(" — ") ? 0 : 1, entry[language].length]
  found.sort((one, other) => order(one)[0] - order(other)[0] || order(one)[1] - order(other)[1])
  return found.slice(0, 3).map(entry => ({name: entry[language], query: entry[language].split(" — ")[0]}))
}

/** Words alike but for an ending. */
function related(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length < 4) return short === long
  return long.startsWith(short.slice(0, Math.max(4, short.length - 3))) && long.length - short.length < 4
}
