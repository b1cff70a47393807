/* Switching the language keeps the section or paragraph last passed; the choice is remembered for links without a language. */
addEventListener("click", event => {
  const link = event.target.closest(":is(.language-links, .footer-languages) a")
  if (!link) return
  const places = [...document.querySelectorAll("article :is(h2, h3, h4, h5, h6, p, .parallel-section)[id]")]
  const passed = place => place.getBoundingClientRect().top < 9 + parseFloat(getComputedStyle(place).scrollMarginTop)
  const inView = place => place.matches(":target") && place.getBoundingClientRect().bottom > 0 && place.getBoundingClientRect().top < innerHeight
  link.hash = (places.find(inView) ?? places.findLast(passed))?.id ?? ""
  try { localStorage.language = link.hreflang } catch {}
})
