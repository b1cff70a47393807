/* On the page for what is not found: puts the reader's language first, and offers the pages that a nearly right address means. */
(async root => {
  const decoded = text => { try { return decodeURIComponent(text) } catch { return text } }
  const remembered = () => { try { return localStorage.language } catch {} }
  const isLanguage = code => /^(ky|ru|en)$/.test(code)

  // Chats and Word write the # of a link as %23.
  const [path, encoded] = decoded(location.pathname.slice(root.pathname.length)).split("#")
  const parts = path.toLowerCase().replace(/(\/?index)?\.(html?|md)$|[.,;:)»”"]+$/g, "").split("/").filter(Boolean)
  const language = [parts[0], remembered()].find(isLanguage) ?? "ky"
  while (/^(ky|ru|en|go)$/.test(parts[0])) parts.shift()
  const asked = parts.join("/"), id = encoded ?? decoded(location.hash.slice(1))

  for (const header of document.querySelectorAll(".language-header")) {
    header.hidden = header.lang != language
    header.classList.remove("awaiting-language")
  }
  for (const section of document.querySelectorAll(".lost-address")) section.open = section.lang == language
  const section = document.querySelector(`.lost-address[lang=${language}]`)
  section.parentElement.prepend(section)
  document.documentElement.lang = language

  const read = async name => (await fetch(new URL(`assets/addresses/${language}/${name}.json`, root))).json()
  const addressOf = ([path, id]) => {
    const address = new URL((language == "ky" ? "" : language + "/") + path + (path && "/"), root)
    address.hash = id
    return address
  }

  /** Whether one letter was added, left out, mistaken or transposed. */
  const isSlip = (one, other) => {
    const shortest = Math.min(one.length, other.length)
    let start = 0, end = 0
    while (start < shortest && one[start] == other[start]) start++
    while (end < shortest - start && one.at(-1 - end) == other.at(-1 - end)) end++
    const [rest, others] = [one, other].map(word => word.slice(start, word.length - end))
    return rest.length < 2 && others.length < 2 || rest.length == 2 && rest[1] + rest[0] == others
  }

  /** The pages that the address may mean: itself, one whose section stands as a page, one that begins or ends so, one but for a slip. */
  const meant = pages => {
    const paths = [...pages.keys()], last = parts.at(-1), page = parts.slice(0, -1).join("/")
    if (pages.has(asked)) return [[asked, id]]
    if (pages.get(page)?.slice(1).includes(last)) return [[page, last]]
    const among = [path => path.startsWith(asked) || path.endsWith("/" + asked), path => isSlip(path, asked)]
    const found = among.map(fits => paths.filter(fits)).find(found => found.length) ?? []
    return asked.length < 3 ? [] : found.slice(0, 3).map(path => [path, id])
  }

  try {
    const {pages, months} = await read("pages")
    const month = /^news\/(\d{4}-\d\d)/.exec(asked)?.[1]
    const known = new Map(Object.entries(months.includes(month) ? await read(month) : pages))
    const found = meant(known)
    if (encoded && found[0]?.[0] == asked && known.get(asked).includes(encoded)) return location.replace(addressOf(found[0]))
    const suggestion = section.querySelector(".suggestion")
    for (const [path, id] of found) {
      const link = document.createElement("a")
      link.href = addressOf([path, id])
      link.textContent = known.get(path)[0] || link.pathname
      suggestion.append(suggestion.firstElementChild ? " · " : " ", link)
    }
    suggestion.hidden = !found.length
  } catch {}
})(new URL(document.currentScript.dataset.root, location.origin))
