/* Text cut into words and brought to the form of the index: the twin of scripts/portal/search/words.py. */
import {kyrgyz} from "./normaliser.js"

export const JOINT = "\u200b"
const LETTER = "[\\p{L}\\p{Nl}\\p{No}]"
export const WORD = new RegExp(`\\p{Nd}+|${LETTER}(?:${LETTER}|[\\u0300-\\u036f]|['’ʼ](?=${LETTER}))*`, "gu")

export const tidy = text => text.normalize("NFC").replaceAll(JOINT, "").replaceAll("\u00ad", "").trim().replace(/\s+/g, " ")
export const words = text => tidy(text).match(WORD) ?? []

/** The two ways to compare words of a language: `normalise`, as the index has them, and `fold`, every letter kept. */
export async function speech(language, table) {
  const plain = word => word.normalize("NFC").toLowerCase().replaceAll("\u0301", "").replaceAll("ё", "е")
  if (language === "ky") return {...kyrgyz(await table()), plain}
  const normalise = word => {
    let form = word.normalize("NFC").toLowerCase().replaceAll("\u0301", "").replace(/['’ʼ]s?$|['’ʼ]/, "")
    if (language === "ru") {
      form = form.replaceAll("ё", "е")
      if (form.length > 3 && form.endsWith("й")) form = form.slice(0, -1) + "е"
    }
    return form || word
  }
  return {normalise, fold: plain, plain}
}
