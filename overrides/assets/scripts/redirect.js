/* Sends the reader on: to where the section now is, if the page says so, else to the new page with the same fragment. */
(() => {
  let id = location.hash.slice(1)
  try { id = decodeURIComponent(id) } catch {}
  const row = document.getElementById(id)?.closest(".redirect-list li")
  const target = new URL((row ?? document.getElementById("_target")).querySelector("a").href)
  if (id && !row) target.hash = location.hash
  location.replace(target)
})()
