/* Opens the search by its link, by "/" (also on a Cyrillic keyboard) and by Ctrl+K, and loads it only then.
   Without it the link leads to the page of search. */
(() => {
  const dialog = document.querySelector("dialog.search")
  const link = document.querySelector(".search-link")

  const open = event => {
    event.preventDefault()
    import(new URL(dialog.dataset.module, location)).then(module => module.open(dialog), () => { location = link.href })
  }
  const isTyping = ({isContentEditable, tagName}) => isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(tagName)
  const isShortcut = ({key, code, ctrlKey, metaKey, target}) =>
    ctrlKey || metaKey ? code == "KeyK" : (key == "/" || code + key == "Slash.") && !isTyping(target)

  link.addEventListener("click", event => event.ctrlKey || event.metaKey || event.shiftKey || open(event))
  document.addEventListener("keydown", event => dialog.open || event.altKey || isShortcut(event) && open(event))
})()
