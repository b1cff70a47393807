/* What may have been meant: a word one slip away, the same query in other languages, an official name. */
import {engine, question, read} from "./engine.js"
import {words} from "./words.js"

const ROWS = {
  cyrillic: ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"],
  latin: ["qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,."],
}
const SHORTEST = 4

/** Whether one word becomes the other by one letter put in, left out, changed, or two changing places. */
export function oneSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const [a, b] = [one.slice(start), other.slice(start)]
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
    || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
}

/** The letters that the same keys give on the other keyboard. */
export function otherKeyboard(word) {
  const [from, to] = /[a-z]/i.test(word) ? ["latin", "cyrillic"] : ["cyrillic", "latin"]
  const [keys, signs] = [ROWS[from].join(""), ROWS[to].join("")]
  return [...word.toLowerCase()].map(key => signs[keys.indexOf(key)] ?? key).join("")
}

let known
const vocabulary = language => (known ??= {})[language] ??= read(`${language}/words.txt`, "text")
  .then(text => text.trimEnd().split("\n").map(line => line.split(" ")))
  .catch(fault => {
    delete known[language]
    throw fault
  })

/** The query with its unknown words mended from the words of the index; null where that changes nothing. */
export async function meant(text, language) {
  const [{normalise, fold}, vocabularyWords] = await Promise.all([engine(language), vocabulary(language)])
  const forms = new Set(vocabularyWords.map(([, form]) => form))
  const find = test => vocabularyWords.find(([word, form]) => test(word, form))
  const mend = typed => {
    if (forms.has(normalise(typed)) || typed.length < SHORTEST || typed.length > 40) return typed
    const other = otherKeyboard(typed)
    if (forms.has(normalise(other))) return other
    const [folded, form] = [fold(typed), normalise(typed)]
    const near = find(word => oneSlip(folded, fold(word))) ?? (form.length >= SHORTEST && find((_, known) => oneSlip(form, known)))
    return near ? near[0] : typed
  }
  const typed = words(text.slice(0, 1000)).slice(0, 12)
  const mended = typed.map(mend)
  return mended.some((word, place) => word !== typed[place]) ? mended.join(" ") : null
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

export {question}
