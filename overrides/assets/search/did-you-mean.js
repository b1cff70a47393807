/* Suggestions: a word one edit away, the same query in other languages, an official name. */
import {engine, read} from "./engine.js"
import {related} from "./query.js"
import {tokens} from "./tokens.js"

const ROWS = {
  cyrillic: ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"],
  latin: ["qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,."],
}
const LETTERS = {cyrillic: "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя", latin: "abcdefghijklmnopqrstuvwxyz"}
const SHORTEST = 4, LONGEST = 30
const scriptOf = word => /[a-z]/i.test(word) ? "latin" : "cyrillic"

function areNeighbours(one, other) {
  return Object.values(ROWS).some(rows => rows.some(row => row.includes(one) && Math.abs(row.indexOf(one) - row.indexOf(other)) === 1))
}

/** What a word may have been before one edit, the likeliest first: letters transposed, one inserted, a neighbouring key hit, one left out, one replaced. */
export function* edits(word) {
  const letters = [...(/[өү]/.test(word) ? "өүң" : ""), ...LETTERS[scriptOf(word)]]
  const places = [...word].map((_, place) => place)
  const change = (place, length, letter) => word.slice(0, place) + letter + word.slice(place + length)
  for (const place of places.slice(1)) yield change(place - 1, 2, word[place] + word[place - 1])
  for (const place of places) yield change(place, 1, "")
  for (const place of places) for (const letter of letters) if (areNeighbours(word[place], letter)) yield change(place, 1, letter)
  for (const place of [...places, word.length].slice(1)) for (const letter of letters) yield change(place, 0, letter)
  for (const place of places) for (const letter of letters) if (letter !== word[place]) yield change(place, 1, letter)
}

/** The letters that the same keys give on the other keyboard. */
export function otherKeyboard(word) {
  const from = scriptOf(word), to = from === "latin" ? "cyrillic" : "latin"
  const [keys, signs] = [ROWS[from].join(""), ROWS[to].join("")]
  return [...word.toLowerCase()].map(key => signs[keys.indexOf(key)] ?? key).join("")
}

const dictionaries = {}
/** The normalised words of a language. */
const dictionary = language => dictionaries[language] ??= read(`${language}/dictionary.txt`, "text")
  .then(text => new Set(text.trimEnd().split("\n")))
  .catch(fault => {
    delete dictionaries[language]
    throw fault
  })

/** The query as the keys of the other keyboard give it, or with unknown words replaced by those of the dictionary; null if nothing is found by either. */
export async function didYouMean(text, language) {
  const [{find, normalise}, known] = await Promise.all([engine(language), dictionary(language)])
  const finds = async query => (await find(query)).length > 0
  const isKnown = word => known.has(normalise(word))
  const typed = tokens(text.slice(0, 1000)).slice(0, 12), switched = otherKeyboard(text.slice(0, 200).trim())
  if (!typed.some(isKnown) && await finds(switched)) return switched
  const corrected = typed.map(word => correct(word.toLowerCase(), normalise, isKnown) ?? word)
  const differs = corrected.some((word, place) => word !== typed[place])
  return differs && await finds(corrected.join(" ")) ? corrected.join(" ") : null
}

/** The likeliest word of the dictionary one edit away, if possible with the same first and last letter; null if there is none, or no need. */
function correct(typed, normalise, isKnown) {
  if (isKnown(typed) || typed.length < SHORTEST || typed.length > LONGEST) return null
  const framed = word => word[0] === typed[0] && word.at(-1) === typed.at(-1)
  const found = [...new Set(edits(typed))].filter(word => isKnown(word) && normalise(word).length > 2)
  return found.find(framed) ?? found[0] ?? null
}

let named
/** Official names in the page's language for what was typed in another one, at most three. */
export async function officialNames(text, language) {
  const entries = await (named ??= read("names.json").catch(() => []))
  const typed = tokens(text).map(word => word.toLowerCase())
  const says = (entry, lang) => {
    const name = tokens(entry[lang]).map(word => word.toLowerCase())
    return typed.every(word => name.some(other => related(word, other)))
  }
  if (!typed.length || entries.some(entry => says(entry, language))) return []
  const found = entries.filter(entry => Object.keys(entry).some(lang => lang !== language && says(entry, lang)))
  const order = entry => [entry[language].includes(" — ") ? 0 : 1, entry[language].length]
  found.sort((one, other) => order(one)[0] - order(other)[0] || order(one)[1] - order(other)[1])
  return found.slice(0, 3).map(entry => ({name: entry[language], query: entry[language].split(" — ")[0]}))
}
