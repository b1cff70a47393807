/* Opens the search by its link, by "/" (also on a Cyrillic keyboard) and by Ctrl+K. It loads when one points at the link
   or is about to ask; until it has, and without it, the form and the link lead to the page of search. */
(() => {
  const dialog = document.querySelector("dialog.search")
  const link = document.querySelector(".search-link")
  const base = new URL(dialog.dataset.module, location)
  let loading

  const preload = name => {
    const kind = name.endsWith(".js") ? {rel: "modulepreload"} : {rel: "preload", as: "fetch", crossOrigin: ""}
    document.head.append(Object.assign(document.createElement("link"), kind, {href: new URL(name, base)}))
  }
  const load = () => loading ??= (dialog.dataset.load.split(" ").forEach(preload), import(base).then(module => (module.warm(), module)))

  const open = event => {
    event.preventDefault()
    dialog.showModal()
    dialog.querySelector("input").select()
    load().then(module => module.setUp(dialog), () => { location = link.href })
  }
  const isTyping = ({isContentEditable, tagName}) => isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(tagName)
  const isShortcut = ({key, code, ctrlKey, metaKey, target}) =>
    ctrlKey || metaKey ? code == "KeyK" : (key == "/" || code + key == "Slash.") && !isTyping(target)

  for (const way of ["pointerenter", "focus"]) link.addEventListener(way, () => load().catch(() => {}))
  link.addEventListener("click", event => event.ctrlKey || event.metaKey || event.shiftKey || open(event))
  dialog.addEventListener("click", event => (event.target == dialog || event.target.matches(".search-close")) && dialog.close())
  document.addEventListener("keydown", event => dialog.open || event.altKey || isShortcut(event) && open(event))
  try { if (sessionStorage.found) import(new URL("mark.js", base)) } catch {}
})()
