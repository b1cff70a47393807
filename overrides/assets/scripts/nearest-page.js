/* On the page for what is not found: offers the page that a nearly right address means, in each language. */
(async root => {
  const tidied = path => decodeURIComponent(path).toLowerCase().replace(/(\/?index)?\.(html?|md)$|[.,;:)»”"]+$/g, "")

  try {
    const known = await (await fetch(root + "addresses.json")).json()
    const parts = tidied(location.pathname.slice(root.length)).split("/").filter(Boolean)
    while (/^(ky|ru|en|go)$/.test(parts[0])) parts.shift()
    const asked = parts.join("/")
    const path = known.moved[asked] ?? asked
    const titles = known.live[path]
    if (!titles && !known.gone.includes(path)) return

    document.querySelectorAll("section[lang]").forEach((section, place) => {
      const suggestion = section.querySelector(".suggestion")
      const link = suggestion.querySelector("a")
      const prefix = section.lang == "ky" ? "" : section.lang + "/"
      link.textContent = titles ? titles[place] : `/${prefix}${path}/`
      link.href = root + prefix + path + (path && "/") + location.hash
      suggestion.hidden = false
    })
  } catch {}
})(document.currentScript.dataset.root)
