/* A link without a language opens in the reader's own: the one chosen here last, else the first that the browser
   prefers. With ?list, or where the reader has none of ours, the list of languages stays. */
(() => {
  let chosen, id = location.hash.slice(1)
  try { chosen = localStorage.language } catch (error) {}
  try { id = decodeURIComponent(id) } catch (error) {}

  const addressIn = language => {
    const find = parent => parent && parent.querySelector(`a[hreflang=${language}]`)
    const section = find(id && document.getElementById(id))
    const page = find(document.getElementById("_page")).href
    if (section) return section.href
    return id ? `${page.split("#")[0]}#${id}` : page
  }

  document.addEventListener("click", event => {
    const link = event.target.closest("a[hreflang]")
    try { if (link) localStorage.language = link.hreflang } catch (error) {}
  })
  if (/[?&]list\b/.test(location.search)) return
  const preferred = [chosen].concat(navigator.languages || navigator.language)
  const ours = preferred.map(tag => /^(ky|ru|en)\b/i.exec(tag || "")).find(Boolean)
  if (ours) location.replace(addressIn(ours[1].toLowerCase()))
})()
