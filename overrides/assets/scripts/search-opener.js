/* Opens the search by its link, by "/" (also on a Cyrillic keyboard) and by Ctrl+K. It loads when one points at the link
   or is about to ask; until it has, and without it, the form and the link lead to the page of search. */
(() => {
  let loading

  const find = () => document.querySelector("dialog.search")
  const load = dialog => {
    // What weighs most begins at once.
    if (!loading) document.head.append(Object.assign(document.createElement("link"), {rel: "preload", as: "fetch", crossOrigin: "", href: dialog.dataset.program}))
    return loading ??= import(new URL(dialog.dataset.module, location))
  }
  const open = event => {
    const dialog = find()
    if (!dialog || dialog.open) return
    event.preventDefault()
    dialog.showModal()
    dialog.querySelector("input").select()
    load(dialog).then(search => search.setUp(dialog), () => { location = document.querySelector(".search-link").href })
  }
  const isShortcut = ({key, code, ctrlKey, metaKey, target}) =>
    ctrlKey || metaKey ? code == "KeyK" : (key == "/" || code + key == "Slash.") && !target.matches("input, textarea, select")
  const listen = (type, act) => addEventListener(type, event => event.target.closest?.(".search-link") && act(event))

  for (const type of ["pointerover", "focusin"]) listen(type, () => find() && load(find()))
  listen("click", event => event.ctrlKey || event.metaKey || event.shiftKey || open(event))
  addEventListener("keydown", event => event.altKey || isShortcut(event) && open(event))
  addEventListener("DOMContentLoaded", () => {
    try { if (sessionStorage.found) import(new URL("mark.js", new URL(find().dataset.module, location))) } catch {}
  })
})()
