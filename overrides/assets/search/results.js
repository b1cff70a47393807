/* What is found, as links under the titles of their pages. */
import {highlight, snippet} from "./snippet.js"

export const SITE = new URL("../../", import.meta.url)
const day = iso => element("time", {datetime: iso, class: "search-day"}, iso.split("-").reverse().join("."))

export function element(tag, attributes, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** Results under their pages, numbered from `from`; a page is named once among those that come together. */
export function* group(loaded, from, asOptions) {
  const pages = new Map()
  for (const one of loaded) {
    const [page] = one.address.split("#")
    pages.set(page, [...pages.get(page) ?? [], one])
  }
  let place = from
  for (const [page, several] of pages) {
    const id = `_search-page-${place}`
    // Where the page itself comes first, its title is seen there; the group is still named by it.
    const title = element("span", several[0].address === page ? {class: "visually-hidden"} : {}, several[0].page)
    const name = element("p", {class: "search-page-title", id}, title)
    if (several[0].day) name.append(" ", day(several[0].day))
    const under = element("div", {class: "search-group", role: "group", "aria-labelledby": id}, name)
    for (const one of several) under.append(item(one, place++, asOptions))
    yield under
  }
}

function item(one, place, asOptions) {
  const title = highlight(one.title, at => one.hits.has(at))
  const options = asOptions ? {role: "option", "aria-selected": "false", tabindex: "-1"} : {}
  return element("a", {class: "search-result", id: `_search-${place}`, href: new URL(one.address, SITE), ...options},
    element("span", {class: "search-title"}, title), element("span", {class: "search-excerpt"}, snippet(one)))
}
