/* The search over a page, in a modal dialog that search-opener.js opens; loading this loads what the first question needs. */
import {searchBox, warm} from "./search-box.js"
// Named here too, all modules load at once instead of one after another.
import "./engine.js"
import "./pagefind.js"
import "./order.js"
import "./query.js"
import "./tokens.js"
import "./results.js"
import "./snippet.js"

/** Make the dialog search, with its style sheet; only once. */
export function setUp(dialog) {
  if (dialog.dataset.ready) return
  dialog.dataset.ready = "yes"
  document.head.append(Object.assign(document.createElement("link"), {rel: "stylesheet", href: new URL("search.css", import.meta.url)}))
  searchBox(dialog)
  // In a field of the type search, Escape would only empty it.
  dialog.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.isComposing) return
    event.preventDefault()
    dialog.close()
  })
  dialog.addEventListener("click", ({target}) => {
    // A link to a place of this very page would leave the dialog open over it.
    if (target === dialog || target.closest(".search-close, .search-results a")) dialog.close()
  })
}

warm()
