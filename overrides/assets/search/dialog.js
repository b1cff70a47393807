/* The search over a page, in a modal dialog that search-opener.js opens. */
import {searchBox, warm} from "./search-box.js"

/** Make the dialog search, with its style sheet; only once. */
export function setUp(dialog) {
  if (dialog.dataset.ready) return
  dialog.dataset.ready = "yes"
  document.head.append(Object.assign(document.createElement("link"), {rel: "stylesheet", href: new URL("search.css", import.meta.url)}))
  searchBox(dialog)
  // A link to a place of this very page would leave the dialog open over it.
  dialog.querySelector(".search-results").addEventListener("click", event => event.target.closest("a") && dialog.close())
}

export {warm}
