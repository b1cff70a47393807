/* The page of search: /search/?q=… can be linked; its field keeps the address in step. */
import {searchBox} from "./search-box.js"

const root = document.querySelector(".search-page")
const contents = document.querySelector(".search-contents")
const field = root.querySelector(".search-field")
// What was typed while this was loading stays.
field.value ||= new URL(location).searchParams.get("q") ?? ""
const {search} = searchBox(root, {
  changed(query) {
    if (contents) contents.hidden = Boolean(query.trim())
    const address = new URL(location)
    query ? address.searchParams.set("q", query.slice(0, 200)) : address.searchParams.delete("q")
    history.replaceState(history.state, "", address)
  },
})
root.querySelector("form").addEventListener("submit", event => {
  event.preventDefault()
  search()
})
if (field.value) search()
