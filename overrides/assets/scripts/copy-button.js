/* Copies the text that stands before the button, and leaves it selected for readers whose browser may not copy. */
addEventListener("click", event => {
  const button = event.target.closest(".copy-button")
  if (!button) return
  const text = button.previousElementSibling
  const confirm = () => { button.textContent = button.dataset.done }
  getSelection().selectAllChildren(text)
  if (navigator.clipboard) navigator.clipboard.writeText(text.textContent).then(confirm, () => {})
  else if (document.execCommand("copy")) confirm()
})
