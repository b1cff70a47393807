/* A search box: its field, the count of results for screen readers, suggestions, and results under their pages. */
import {best, engine, facts} from "./engine.js"
import {exactly} from "./order.js"
import {parseQuery} from "./query.js"
import {SITE, element, group} from "./results.js"

const NAMES = {ky: "Кыргызча", ru: "Русский", en: "English"}
const PAGE = 8, FEW = 3, PAUSE = 140, STEP = {ArrowDown: 1, ArrowUp: -1}
const suggestions = () => import("./did-you-mean.js")

export const language = document.documentElement.lang.split("-")[0].toLowerCase()
const pageOf = (path, lang = language) => new URL(`${lang === "ky" ? "" : lang + "/"}${path}`, SITE)
const searchPage = (query, lang) => pageOf(`search/?q=${encodeURIComponent(query)}`, lang)
const fill = (text, values) => text.replace(/\$(\w+)/g, (_, name) => values[name])
const shortened = query => query.length > 60 ? query.slice(0, 60) + "…" : query

/** Load what the first question needs; faults are told when there is a question. */
export const warm = () => engine(language).catch(() => {})

/** Whether the query may be a slip: nothing is found, or hardly anything and only by the beginnings of its words. */
const isDoubtful = ({count}, first, {stemmed}) => !count || stemmed && count <= FEW && !first.some(exactly)

/** Make a root with .search-field, .search-status, .search-offers and .search-results search as one types. */
export function searchBox(root, {changed = () => {}} = {}) {
  const part = name => root.querySelector(`.search-${name}`)
  const field = part("field"), status = part("status"), offers = part("offers"), results = part("results")
  let turn = 0, timer

  const say = (text, count = 0) => {
    status.textContent = text
    changed(field.value, count)
  }
  /** Answers still on their way, and those that stand, are to an earlier question: nothing acts on them. */
  const changing = () => {
    clearTimeout(timer)
    results.inert = true
    return ++turn
  }
  const empty = () => {
    offers.replaceChildren()
    results.replaceChildren()
    root.querySelector(".search-more")?.remove()
  }
  const complain = () => {
    empty()
    say(root.dataset[navigator.onLine ? "broken" : "offline"])
  }

  /** Answer what stands in the field; a reader who insists on it gets nothing else. */
  async function search(insists = false) {
    const mine = changing(), query = field.value
    const current = () => mine === turn
    try {
      const {strings, contact} = await facts(language)
      if (!current()) return
      if (!query.trim()) {
        empty()
        return say(strings.hint)
      }
      const waiting = setTimeout(() => current() && (status.textContent = strings.waiting), 400)
      const answer = await ask(query, insists).finally(() => clearTimeout(waiting))
      if (!current()) return
      empty()
      await show(answer, query, {...strings, contact}, current)
    } catch {
      if (current()) complain()
    } finally {
      if (current()) results.inert = false
    }
  }

  async function ask(query, insists) {
    const opened = await engine(language)
    if (!parseQuery(query, opened).terms.length) return {nothing: true}
    const found = await opened.find(query), first = await best(found, PAGE)
    if (insists || !isDoubtful(found, first, opened)) return {found, first}
    const corrected = await suggestions().then(({didYouMean}) => didYouMean(query, language))
    const instead = corrected ? await opened.find(corrected) : []
    return instead.length > found.length ? {found: instead, first: await best(instead, PAGE), corrected} : {found, first}
  }

  async function show({nothing, found, first, corrected}, query, text, current) {
    if (nothing) return say(text.no_words)
    if (!found.count) return none(query, text)
    results.append(...group(first, 0))
    if (found.length > PAGE) more(found, text, current)
    const rule = new Intl.PluralRules(language).select(found.count)
    const count = fill(text[`found_${rule}`] ?? text.found_other, {count: found.count})
    say(corrected ? `${fill(text.corrected, {shown: corrected})} ${count}` : count, found.count)
    if (corrected) offer("", [again(query, fill(text.instead, {query: shortened(query)}), true)])
    if (found.length >= PAGE) return
    const {officialNames} = await suggestions(), names = await officialNames(query, language)
    if (current() && names.length) offer(text.names, names.map(({name, query}) => again(query, name)))
  }

  function none(query, text) {
    say(fill(text.none, {query: shortened(query)}))
    const {contact, contents} = text, listed = document.querySelector(".search-contents")
    const ways = [!listed && ["search/", contents], contact && ["contact/", contact]].filter(Boolean)
    if (ways.length) offer("", ways.map(([path, name]) => element("a", {href: pageOf(path)}, name)))
    const others = Object.keys(NAMES).filter(lang => lang !== language)
    offer(text.elsewhere, others.map(lang => element("a", {href: searchPage(query, lang), hreflang: lang, lang}, NAMES[lang])))
  }

  function offer(title, items) {
    offers.append(element("p", {}, `${title} `, ...items.flatMap((item, place) => place ? [" · ", item] : [item])))
  }

  /** A link that searches again, here. */
  function again(query, shown, insists) {
    const link = element("a", {href: searchPage(query)}, shown)
    link.addEventListener("click", event => {
      event.preventDefault()
      field.value = query
      field.focus()
      search(insists)
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
        results.append(...group(next, from))
        shown += PAGE
        results.querySelectorAll(".search-result")[from]?.focus()
        if (shown >= found.length) button.remove()
      } catch {
        if (current()) complain()
      }
    })
    results.after(button)
  }

  field.addEventListener("input", () => {
    changing()
    timer = setTimeout(search, PAUSE)
  })
  root.querySelector("form").addEventListener("submit", event => {
    event.preventDefault()
    search()
    if (matchMedia("(pointer: coarse)").matches) field.blur() // The keyboard of a phone makes room for the results.
  })
  // The arrows go from the field to the results and back, as Tab does.
  root.addEventListener("keydown", event => {
    const stops = [field, ...results.querySelectorAll("a")], at = stops.indexOf(document.activeElement)
    if (!(event.key in STEP) || at < 0 || results.inert || event.isComposing) return
    event.preventDefault()
    stops.at((at + STEP[event.key]) % stops.length).focus()
  })
  search()
  warm()
}
