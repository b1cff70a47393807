/* Text cut into words and brought to the form of the index: the twin of scripts/portal/publication/search/tokens.py. */
const LETTER = "[\\p{L}\\p{Nl}\\p{No}]"
export const WORD = new RegExp(`\\p{Nd}+|${LETTER}(?:${LETTER}|[\\u0300-\\u036f]|['’ʼ](?=${LETTER}))*`, "gu")
const POSSESSIVE = /['’ʼ]s?$|['’ʼ]/g
const STOP_WORDS = {
  ru: "и в во на по о об с со к у за из от до для при не что как или а это такое кто где когда",
  en: "the a an of and or in on at to for by with from is are what who where when how",
}

export const plainLine = text => text.normalize("NFC").replaceAll("\u200b", "").replaceAll("\u00ad", "").trim().replace(/\s+/g, " ")
export const tokens = text => plainLine(text).match(WORD) ?? []

/** A plain line cut before each word but the first: as many pieces as words, which together are the text. */
export function pieces(text) {
  const starts = [...text.matchAll(WORD)].map(found => found.index)
  return starts.map((start, place) => text.slice(place ? start : 0, starts[place + 1]))
}

/** How words of a language are compared: normalised as in the index, which are stop words, and whether Pagefind stems them again. */
export async function analyzer(language, table) {
  const [rules, stemming] = language === "ky" ? await Promise.all([table(), import("./stemmer.js")]) : []
  const stopWords = new Set((rules?.stop_words ?? STOP_WORDS[language]).split(" "))
  const isStopWord = word => stopWords.has(word.toLowerCase())
  const stemKyrgyz = rules && stemming.stemmer(rules).stemKyrgyz
  const normalise = rules ? word => stemKyrgyz(word) || word : word => normaliseAs(language, word)
  return {normalise, isStopWord, stemmed: !rules}
}

function normaliseAs(language, word) {
  let plain = word.normalize("NFC").toLowerCase().replaceAll("\u0301", "").replace(POSSESSIVE, "")
  if (language === "ru") {
    plain = plain.replaceAll("ё", "е")
    if (plain.length > 3 && plain.endsWith("й")) plain = plain.slice(0, -1) + "е"
  }
  return plain || word
}
