/* Low vision: a button switches it, and the browser remembers it where it may. */
(() => {
  const root = document.documentElement
  const remember = value => { try { localStorage.vision = value } catch {} }
  const remembered = () => { try { return localStorage.vision } catch {} }

  const show = on => {
    root.classList.toggle("vision", on)
    for (const button of document.querySelectorAll(".vision-toggle")) button.setAttribute("aria-pressed", on)
    return on
  }

  root.classList.replace("no-js", "js")
  let on = show(!!remembered())
  addEventListener("DOMContentLoaded", () => show(on))
  addEventListener("click", event => {
    if (!event.target.closest(".vision-toggle")) return
    on = show(!on)
    remember(on ? 1 : "")
  })
})()
