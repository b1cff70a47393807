/* Switching the language keeps the section last passed; the choice is remembered for links without a language. */
addEventListener("click", event => {
  const link = event.target.closest(".language-links a")
  if (!link) return
  const headings = [...document.querySelectorAll("article :is(h2, h3, h4, h5, h6)[id]")]
  const passed = headings.filter(heading => heading.getBoundingClientRect().top < 99)
  link.hash = passed.pop()?.id ?? ""
  try { localStorage.language = link.hreflang } catch {}
})
