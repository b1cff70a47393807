/* Copies what stands before the button and says so; where the browser may not copy, selects it and says that.
   A citation gets the day on which the reader opens it, a section the way to report a mistake in it. */
(words => {
  const select = element => {
    if (element.href) element.textContent = element.href
    getSelection().selectAllChildren(element)
  }

  addEventListener("click", async event => {
    const button = event.target.closest(".copy-button")
    if (!button) return
    const [source, answer] = [button.previousElementSibling, button.nextElementSibling]
    answer.textContent = ""
    try {
      await navigator.clipboard.writeText(source.href ?? source.textContent)
    } catch {
      select(source)
      if (!document.execCommand("copy")) return answer.textContent = words.refused
    }
    answer.textContent = words.copied
    setTimeout(() => { answer.textContent = "" }, 4000)
  })

  const report = document.querySelector(".page-foot .report-link")
  const reportSection = control => {
    const section = control.closest(".section-heading")?.querySelector("[id]").id
    if (!section || control.querySelector(".report-link")) return
    const link = report.cloneNode()
    link.textContent = words.report
    link.href = report.getAttribute("href").replace(/(?<=%2F)(?=%0D|&)/, "%23" + section)
    control.append(link)
  }

  addEventListener("toggle", event => {
    if (report && event.target.matches(".permalink-control")) reportSection(event.target)
    const day = event.target.querySelector(".access-day[hidden]")
    if (!day) return
    const language = document.documentElement.lang
    day.append(" ", new Date().toLocaleDateString(...language == "en" ? ["en-GB", {dateStyle: "long"}] : ["ru"]))
    day.hidden = false
  }, true)
})(document.currentScript.dataset)
