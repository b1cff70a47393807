/* Text cut into words and brought to the form of the index: the twin of scripts/portal/search/words.py. */
import {kyrgyz} from "./normaliser.js"

const LETTER = "[\\p{L}\\p{Nl}\\p{No}]"
export const WORD = new RegExp(`\\p{Nd}+|${LETTER}(?:${LETTER}|[\\u0300-\\u036f]|['’ʼ](?=${LETTER}))*`, "gu")

export const tidy = text => text.normalize("NFC").replaceAll("\u200b", "").replaceAll("\u00ad", "").trim().replace(/\s+/g, " ")
export const words = text => tidy(text).match(WORD) ?? []

/** A tidy text cut before each word but the first: as many pieces as words, which together are the text. */
export function pieces(text) {
  const starts = [...text.matchAll(WORD)].map(found => found.index)
  return starts.map((start, place) => text.slice(place ? start : 0, starts[place + 1]))
}

const FUNCTION_WORDS = {
  ru: "и в во на по о об с со к у за из от до для при не что как или а",
  en: "the a an of and or in on at to for by with from is are",
}

/** How words of a language are compared: `normalise`, as the index has them, `fold`, every letter kept, and which only join others. */
export async function speech(language, table) {
  const rules = language === "ky" ? await table() : null
  const functions = new Set((rules?.function_words ?? FUNCTION_WORDS[language]).split(" "))
  const isFunction = word => functions.has(word.toLowerCase())
  if (rules) return {...kyrgyz(rules), isFunction, stemmed: false}
  const normalise = word => {
    let form = word.normalize("NFC").toLowerCase().replaceAll("\u0301", "").replace(/['’ʼ]s?$|['’ʼ]/g, "")
    if (language === "ru") {
      form = form.replaceAll("ё", "е")
      if (form.length > 3 && form.endsWith("й")) form = form.slice(0, -1) + "е"
    }
    return form || word
  }
  return {normalise, fold: word => word.toLowerCase().replaceAll("ё", "е"), isFunction, stemmed: true}
}
