// Links that begin a news item hold a place for its day: today's in Bishkek, from when one turns to the link.
for (const type of ["pointerdown", "focusin"]) addEventListener(type, event => {
  const link = event.target.closest?.('a[href*="yyyy-mm-dd"]')
  if (link) link.search = link.search.replace(/yyyy-mm-dd/g, new Date().toLocaleDateString("sv", {timeZone: "Asia/Bishkek"}))
})
