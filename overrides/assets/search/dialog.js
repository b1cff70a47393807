/* The search over a page: a modal dialog with a combobox; what is found is its list. */
import {searchBox} from "./search-box.js"
// Named here too, all modules load at once instead of one after another.
import "./engine.js"
import "./snippet.js"
import "./results.js"
import "./tokens.js"
import "./stemmer.js"

const STEP = {ArrowDown: 1, ArrowUp: -1}

/** Open the dialog; it sets itself up the first time. */
export async function open(dialog) {
  if (dialog.open) return
  const first = !dialog.dataset.ready
  if (first) {
    dialog.dataset.ready = "yes"
    await style()
  }
  dialog.showModal()
  const field = dialog.querySelector(".search-field")
  if (first) setUp(dialog, field)
  field.focus()
  field.select()
}

/** The style sheet of the search, waited for but not for long. */
function style() {
  const link = Object.assign(document.createElement("link"), {rel: "stylesheet", href: new URL("search.css", import.meta.url)})
  const loaded = new Promise(done => { link.onload = link.onerror = done })
  document.head.append(link)
  return Promise.race([loaded, new Promise(done => setTimeout(done, 1500))])
}

function setUp(dialog, field) {
  const list = dialog.querySelector(".search-results")
  list.id ||= "_search-results"
  list.setAttribute("role", "listbox")
  list.setAttribute("aria-label", field.getAttribute("aria-label"))
  for (const [name, value] of Object.entries({role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false"})) {
    field.setAttribute(name, value)
  }
  const options = () => [...list.querySelectorAll("[role=option]")]
  const chosen = () => list.querySelector("[aria-selected=true]")
  const choose = option => {
    chosen()?.setAttribute("aria-selected", "false")
    option?.setAttribute("aria-selected", "true")
    option ? field.setAttribute("aria-activedescendant", option.id) : field.removeAttribute("aria-activedescendant")
    option?.scrollIntoView({block: "nearest"})
  }
  searchBox(dialog, {
    asOptions: true,
    changed() {
      choose(null)
      field.setAttribute("aria-expanded", String(options().length > 0))
    },
  })
  field.addEventListener("keydown", event => {
    const step = STEP[event.key]
    if (!step || event.isComposing) return
    event.preventDefault()
    const all = options(), at = all.indexOf(chosen())
    choose(all[at < 0 && step < 0 ? all.length - 1 : at + step])
  })
  dialog.querySelector("form").addEventListener("submit", event => {
    const target = chosen() ?? options()[0]
    event.preventDefault()
    target?.click()
  })
  // A link to a place of this very page would leave the dialog open over it.
  list.addEventListener("click", event => event.target.closest("a") && dialog.close())
  dialog.querySelector(".search-close").addEventListener("click", () => dialog.close())
  dialog.addEventListener("click", event => event.target === dialog && dialog.close())
}
