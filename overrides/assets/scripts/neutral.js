/* A link without a language opens in the reader's own: the one chosen here last, else the first that the browser
   prefers. With ?list, or where the reader has none of ours, the list of languages stays. */
(() => {
  let chosen, id = location.hash.slice(1)
  try { chosen = localStorage.language } catch {}
  try { id = decodeURIComponent(id) } catch {}

  const addressIn = language => {
    const linkIn = parent => parent?.querySelector(`a[hreflang=${language}]`)
    const section = linkIn(document.getElementById(id)?.closest(".redirect-list li"))
    if (section) return section.href
    const page = new URL(linkIn(document.getElementById("_page")).href)
    if (id) page.hash = location.hash
    return page
  }

  document.addEventListener("click", event => {
    const link = event.target.closest("a[hreflang]")
    try { if (link) localStorage.language = link.hreflang } catch {}
  })
  if (new URL(location).searchParams.has("list")) return
  const preferred = [chosen].concat(navigator.languages || navigator.language)
  const ours = preferred.map(tag => /^(ky|ru|en)\b/i.exec(tag || "")).find(Boolean)
  if (ours) location.replace(addressIn(ours[1].toLowerCase()))
})()
