/* The page of search: /search/?q=… can be linked; its field keeps the address, and the links to other languages, in step. */
import {searchBox} from "./search-box.js"

const root = document.querySelector(".search-page")
const contents = document.querySelector(".search-contents")
const field = root.querySelector(".search-field")

const withQuery = (address, query) => {
  const changed = new URL(address)
  query ? changed.searchParams.set("q", query.slice(0, 200)) : changed.searchParams.delete("q")
  return changed
}

// What was typed while this was loading stays.
field.value ||= new URL(location).searchParams.get("q") ?? ""
searchBox(root, {
  changed(query, count) {
    contents.hidden = count > 0
    history.replaceState(history.state, "", withQuery(location, query))
    for (const link of document.querySelectorAll(".language-links a")) link.href = withQuery(link.href, query)
  },
})
