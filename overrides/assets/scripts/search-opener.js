/* Opens the search by its link, by "/" (also on a Cyrillic keyboard) and by Ctrl+K. It loads when one points at the link
   or is about to ask; until it has, and without it, the form and the link lead to the page of search. */
addEventListener("DOMContentLoaded", () => {
  const dialog = document.querySelector("dialog.search")
  const link = document.querySelector(".search-link")
  const {module, early} = dialog.dataset
  const base = new URL(module, location)
  let loading

  const load = () => {
    // What the modules will ask for begins with them.
    if (!loading) for (const href of early.split(" ")) document.head.append(Object.assign(document.createElement("link"), {rel: "preload", as: "fetch", crossOrigin: "", href}))
    return loading ??= import(base)
  }
  const open = event => {
    event.preventDefault()
    dialog.showModal()
    dialog.querySelector("input").select()
    load().then(search => search.setUp(dialog), () => { location = link.href })
  }
  const isShortcut = ({key, code, ctrlKey, metaKey, target}) =>
    ctrlKey || metaKey ? code == "KeyK" : (key == "/" || code + key == "Slash.") && !target.matches("input, textarea, select")

  link.onpointerenter = link.onfocus = load
  link.onclick = event => event.ctrlKey || event.metaKey || event.shiftKey || open(event)
  addEventListener("keydown", event => dialog.open || event.altKey || isShortcut(event) && open(event))
  try { if (sessionStorage.found) import(new URL("mark.js", base)) } catch {}
})
