/* On the page for what is not found: offers the page that a nearly right address means, in each language. */
(async root => {
  const tidied = path => decodeURIComponent(path).toLowerCase().replace(/(\/?index)?\.(html?|md)$|[.,;:)»”"]+$/g, "")
  const addressIn = (language, path) => {
    const address = new URL((language == "ky" ? "" : language + "/") + path + (path && "/"), root)
    address.hash = location.hash
    return address
  }

  try {
    const known = await (await fetch(new URL("addresses.json", root))).json()
    const parts = tidied(location.pathname.slice(root.pathname.length)).split("/").filter(Boolean)
    while (/^(ky|ru|en|go)$/.test(parts[0])) parts.shift()
    const asked = parts.join("/")
    const path = new Map(Object.entries(known.moved)).get(asked) ?? asked
    const titles = new Map(Object.entries(known.live)).get(path)
    if (!titles && !known.gone.includes(path)) return

    document.querySelectorAll("section[lang]").forEach((section, place) => {
      const suggestion = section.querySelector(".suggestion")
      const link = suggestion.querySelector("a")
      link.href = addressIn(section.lang, path)
      link.textContent = titles ? titles[place] : link.pathname
      suggestion.hidden = false
    })
  } catch {}
})(new URL(document.currentScript.dataset.root, location.origin))
