/* The words that were searched for, marked in the page that opens: the session remembers them from the click on a result. */
import {WORD} from "./tokens.js"

const APART = "script, style, mark, nav, form, .permalink-control, .page-foot"

/** Keep the words for the page of a link, which loads this to mark them; for this very page, mark them at once. */
export function remember(link, words) {
  try {
    sessionStorage.found = JSON.stringify({page: link.pathname, words: [...new Set(words)]})
  } catch {
    return // A browser that keeps nothing marks nothing.
  }
  if (link.pathname === location.pathname) markFound()
}

/** Mark the words that were kept for this page, in place of those marked before. */
export function markFound() {
  const {page, words} = JSON.parse(sessionStorage.found)
  delete sessionStorage.found
  for (const mark of document.querySelectorAll("article mark")) mark.replaceWith(mark.textContent)
  const article = document.querySelector("article")
  article.normalize()
  if (page === location.pathname) for (const text of textsOf(article)) markIn(text, new Set(words))
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

if (document.readyState !== "loading") start()
else addEventListener("DOMContentLoaded", start)
function start() {
  if (sessionStorage.found) markFound()
}
