/* A search box: its field, the count of results for screen readers, suggestions, and results under their pages. */
import {Fault, best, engine, parseQuery, read} from "./engine.js"
import {SITE, element, group} from "./results.js"

const NAMES = {ky: "Кыргызча", ru: "Русский", en: "English"}
const PAGE = 8, PAUSE = 140
const suggestions = () => import("./did-you-mean.js")

export const language = document.documentElement.lang.split("-")[0].toLowerCase()
const searchPage = (query, lang = language) => new URL(`${lang === "ky" ? "" : lang + "/"}search/?q=${encodeURIComponent(query)}`, SITE)
const fill = (text, values) => text.replace(/\$(\w+)/g, (_, name) => values[name])

/** Make a root with .search-field, .search-status, .search-offers and .search-results search as one types. */
export function searchBox(root, {asOptions = false, changed = () => {}}) {
  const part = name => root.querySelector(`.search-${name}`)
  const field = part("field"), status = part("status"), offers = part("offers"), results = part("results"), clear = part("clear")
  let turn = 0, timer, loading = null

  const strings = () => loading ??= read(`${language}/strings.json`).catch(fault => {
    loading = null
    throw fault
  })
  const say = (text, query = field.value) => {
    status.textContent = text
    changed(query)
  }
  /** Answers still on their way are to an earlier query. */
  const changing = () => {
    clearTimeout(timer)
    clear.hidden = !field.value
    results.setAttribute("aria-busy", "true")
    return ++turn
  }
  const empty = () => {
    offers.replaceChildren()
    results.replaceChildren()
    root.querySelector(".search-more")?.remove()
  }
  const complain = fault => {
    empty()
    say(root.dataset[fault instanceof Fault ? fault.kind : "broken"])
  }

  async function search() {
    const mine = changing(), query = field.value
    const current = () => mine === turn
    try {
      const text = await strings()
      if (!current()) return
      if (!query.trim()) {
        empty()
        return say(text.hint)
      }
      const waiting = setTimeout(() => current() && (status.textContent = text.waiting), 400)
      const asked = await ask(query).finally(() => clearTimeout(waiting))
      if (!current()) return
      empty()
      await show(asked, query, text, current)
    } catch (fault) {
      if (current()) complain(fault)
    } finally {
      if (current()) results.removeAttribute("aria-busy")
    }
  }

  async function ask(query) {
    const opened = await engine(language)
    if (!parseQuery(query, opened).terms.length) return {nothing: true}
    const found = await opened.find(query)
    return {found, first: await best(found, PAGE)}
  }

  async function show({nothing, found, first}, query, text, current) {
    if (nothing) return say(text.no_words)
    results.append(...group(first, 0, asOptions))
    if (found.length > PAGE) more(found, text, current)
    const rule = new Intl.PluralRules(language).select(found.length)
    say(found.length ? fill(text[`found_${rule}`] ?? text.found_other, {count: found.length}) : fill(text.none, {query: shortened(query)}))
    if (!found.length) await elsewhere(query, text, current)
    if (found.length >= PAGE) return
    const {officialNames} = await suggestions(), names = await officialNames(query, language)
    if (current() && names.length) offer(text.names, names.map(({name, query}) => again(query, name)))
  }

  async function elsewhere(query, text, current) {
    const {countIn, didYouMean} = await suggestions(), corrected = await didYouMean(query, language)
    if (!current()) return
    if (corrected) offer(text.meant, [again(corrected, corrected)])
    const others = Object.keys(NAMES).filter(lang => lang !== language)
    const counts = await Promise.all(others.map(lang => countIn(query, lang)))
    const links = others.map((lang, place) => element("a", {href: searchPage(query, lang), hreflang: lang, lang: lang}, `${NAMES[lang]} (${counts[place]})`))
    if (current()) offer(text.elsewhere, links.filter((_, place) => counts[place]))
  }

  function offer(title, items) {
    if (items.length) offers.append(element("p", {}, `${title} `, ...items.flatMap((item, place) => place ? [", ", item] : [item])))
  }

  /** A link that searches again, here. */
  function again(query, shown) {
    const link = element("a", {href: searchPage(query)}, shown)
    link.addEventListener("click", event => {
      event.preventDefault()
      field.value = query
      field.focus()
      search()
    })
    return link
  }

  function more(found, text, current) {
    let shown = PAGE
    const button = element("button", {type: "button", class: "search-more"}, text.more)
    button.addEventListener("click", async () => {
      try {
        const next = await best(found, PAGE, shown)
        if (!current()) return
        const from = results.querySelectorAll(".search-result").length
        results.append(...group(next, from, asOptions))
        shown += PAGE
        root.querySelector(`#_search-${from}`)?.focus()
        if (shown >= found.length) button.remove()
      } catch (fault) {
        if (current()) complain(fault)
      }
    })
    results.after(button)
  }

  field.addEventListener("input", () => {
    changing()
    timer = setTimeout(search, PAUSE)
  })
  clear.addEventListener("click", event => {
    event.preventDefault()
    field.value = ""
    field.focus()
    search()
  })
  if (!field.value) search()
  // Loads while the reader types; faults are shown when there is something to look for.
  engine(language).catch(() => {})
  return {search}
}

const shortened = query => query.length > 60 ? query.slice(0, 60) + "…" : query
