/* What is found, as links under the titles of their pages. */
import {highlight, snippet} from "./snippet.js"
import {WORD} from "./tokens.js"

export const SITE = new URL("../../", import.meta.url)

export function element(tag, attributes, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** Results under their pages, numbered from `from`; a page is named once among those that come together. */
export function* group(loaded, from) {
  const pages = new Map()
  for (const one of loaded) {
    const [page] = one.address.split("#")
    pages.set(page, [...pages.get(page) ?? [], one])
  }
  for (const [page, several] of pages) {
    const id = `_search-page-${from++}`
    // Where the page itself comes first, its title is seen there; the group is still named by it.
    const title = element("span", several[0].address === page ? {class: "visually-hidden"} : {}, several[0].page)
    const name = element("p", {class: "search-page-title", id}, title)
    if (several[0].day) name.append(" ", element("span", {class: "search-day"}, several[0].day))
    const under = element("div", {class: "search-group", role: "group", "aria-labelledby": id}, name)
    for (const one of several) under.append(item(one))
    yield under
  }
}

/** A link to what was found; the page that it opens marks the words. */
function item(one) {
  const link = element("a", {class: "search-result", href: new URL(one.address, SITE)},
    element("span", {class: "search-title"}, highlight(one.title, at => one.hits.has(at))),
    element("span", {class: "search-excerpt"}, snippet(one)))
  const all = [...one.title, ...one.text], words = [...one.hits.keys()].map(at => all[at].match(WORD)[0].toLowerCase())
  link.addEventListener("click", () => remember(link, words))
  return link
}

/** Keep the words for the page that opens, which loads mark.js for them; on this very page, mark them at once. */
function remember({pathname}, words) {
  try {
    sessionStorage.found = JSON.stringify({pathname, words: [...new Set(words)]})
  } catch {
    return // A browser that keeps nothing marks nothing.
  }
  if (pathname === location.pathname) import("./mark.js").then(({markFound}) => markFound())
}
