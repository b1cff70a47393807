/* The control of a section, once opened, gets the way to report a mistake in that section. */
(words => {
  const report = document.querySelector(".report-link")
  addEventListener("toggle", event => {
    const section = event.target.closest(".section-heading")?.querySelector("[id]").id
    if (!section || event.target.querySelector(".report-link")) return
    const link = report.cloneNode()
    link.textContent = words.label
    link.href = report.getAttribute("href").replace(/(?<=%2F)(?=%0D|&)/, "%23" + section)
    event.target.append(link)
  }, true)
})(document.currentScript.dataset)
