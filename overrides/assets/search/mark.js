/* The words that were searched for, marked in the page that opens: the session keeps them from the click on a result. */
import {WORD} from "./tokens.js"

const APART = "script, style, mark, nav, form, .permalink-control, .page-foot"

/** Mark the words that were kept for this page, in place of those marked before. */
export function markFound() {
  const {pathname, words} = JSON.parse(sessionStorage.found ?? "{}")
  delete sessionStorage.found
  if (pathname !== location.pathname) return
  const article = document.querySelector("article")
  for (const mark of article.querySelectorAll("mark")) mark.replaceWith(mark.textContent)
  article.normalize()
  for (const text of textsOf(article)) markIn(text, new Set(words))
}

function textsOf(article) {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT), found = []
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(APART)) found.push(walker.currentNode)
  return found
}

function markIn(node, words) {
  for (const {0: word, index} of [...node.data.matchAll(WORD)].reverse()) {
    if (!words.has(word.toLowerCase())) continue
    const range = document.createRange()
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    range.surroundContents(document.createElement("mark"))
  }
}

markFound()
