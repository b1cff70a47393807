/* Sends the reader on: to where the section now is, if the page says so, else to the new page with the same fragment. */
(() => {
  let id = location.hash.slice(1)
  try { id = decodeURIComponent(id) } catch (error) {}
  const row = id && document.getElementById(id)
  const target = (row || document.getElementById("_target")).querySelector("a").href
  location.replace(row || !id ? target : `${target.split("#")[0]}#${id}`)
})()
