/* Loads the search on its own page when its field is entered, or at once where the address asks something. */
(() => {
  const section = document.querySelector(".search-page")
  const load = () => import(new URL(section.dataset.module, location))
  if (new URL(location).searchParams.get("q")) load()
  else section.addEventListener("focusin", load, {once: true})
})()
