/* Copies what stands before the button and says so; where the browser may not copy, selects it and says that.
   A citation gets the day on which the reader opens it. */
(words => {
  addEventListener("click", async event => {
    const button = event.target.closest(".copy-button")
    if (!button) return
    const [source, answer] = [button.previousElementSibling, button.nextElementSibling]
    answer.textContent = ""
    try {
      await navigator.clipboard.writeText(source.href ?? source.textContent)
    } catch {
      if (source.href) source.textContent = source.href
      getSelection().selectAllChildren(source)
      if (!document.execCommand("copy")) return answer.textContent = words.refused
    }
    answer.textContent = words.copied
    setTimeout(() => { answer.textContent = "" }, 4000)
  })

  addEventListener("toggle", event => {
    const day = event.target.querySelector(".access-day[hidden]")
    if (!day) return
    const language = document.documentElement.lang
    day.append(" ", new Date().toLocaleDateString(...language == "en" ? ["en-GB", {dateStyle: "long"}] : ["ru"]))
    day.hidden = false
  }, true)
})(document.currentScript.dataset)
