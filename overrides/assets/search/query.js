/* A query as the index is asked: its dates in words, its words normalised. */
import {tokens} from "./tokens.js"

const LONGEST_WORD = 40, MOST_WORDS = 12
const DAY = /(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4})(?![\d.])/g
const ISO_DAY = /(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/g
const MONTH = /(?<![\d./])(\d{1,2})[./](\d{4})(?![\d.])/g
const ZERO = /(?<!\d)0+(?=\d(?!\d))/g

/** "09.03.2020" as "9 March 2020", with the names of the months in the language of the index. */
export function inWords(text, months) {
  const month = number => months[number - 1]
  const written = (whole, day, number, year) => month(number) ? `${day} ${month(number)} ${year}` : whole
  return text.replace(DAY, written)
    .replace(ISO_DAY, (whole, year, number, day) => written(whole, day, number, year))
    .replace(MONTH, (whole, number, year) => month(number) ? `${month(number)} ${year}` : whole)
    .replace(ZERO, "")
}

/** The words of a query as typed and as terms of the index, without stop words if there are others, and whether they are a phrase. */
export function parseQuery(text, {normalise, isStopWord, stemmed, months = []}) {
  const typed = tokens(inWords(text.slice(0, 1000), months)).filter(word => word.length <= LONGEST_WORD).slice(0, MOST_WORDS)
  const content = typed.filter(word => !isStopWord(word))
  const phrase = /^\s*["“„«].+["”“»]\s*$/su.test(text)
  const chosen = phrase || !content.length ? typed : content
  return {typed: chosen, terms: chosen.map(normalise), phrase, stemmed, normalise, isStopWord}
}

/** Words alike but for an ending. */
export function related(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length < 4) return short === long
  return long.startsWith(short.slice(0, Math.max(4, short.length - 3))) && long.length - short.length < 4
}
