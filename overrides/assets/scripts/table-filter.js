/* Shows the rows that have every word of the field, in any part of them; the row of a page stays above those of its sections.
   Letters that many keyboards lack may be typed as their neighbours. */
(words => {
  const letters = {ө: "о", ү: "у", ң: "н", ё: "е"}
  const plain = text => text.toLowerCase().replace(/[өүңё]/g, letter => letters[letter])
  const [field, answer] = document.querySelectorAll(".table-filter :is(input, output)")
  const parts = [...document.querySelectorAll(".permalink-table tbody")].map(part =>
    [...part.rows].map(row => [row, plain([...row.querySelectorAll("a, span")].map(element => element.textContent).join(" "))]))

  field.addEventListener("input", () => {
    const asked = plain(field.value).split(/\s+/)
    const fits = ([, text]) => asked.every(word => text.includes(word))
    let count = 0
    for (const part of parts) {
      const shown = fits(part[0]) ? part : part.filter(fits)
      part.forEach((each, place) => { each[0].hidden = !shown.length || place > 0 && !shown.includes(each) })
      count += shown.length
    }
    answer.textContent = field.value.trim() && `${words.found} ${count}`
  })
})(document.currentScript.dataset)
