// Asks the index from Node with the very modules that readers' browsers run; for evaluation and tests.
// Usage: node ask.mjs FOLDER < questions.json, FOLDER holding the modules and index/.
// Reads [{language, query}], prints [{results: [{address, marks}], count, meant}] as JSON.
import {readFileSync} from "node:fs"
import {join, resolve} from "node:path"
import {fileURLToPath, pathToFileURL} from "node:url"

globalThis.fetch = async place => {
  const name = String(place)
  const file = (name.startsWith("file:") ? fileURLToPath(name) : name).split("?")[0]
  return new Response(readFileSync(file))
}
const RESULTS = 5
const folder = resolve(process.argv[2])
const load = name => import(pathToFileURL(join(folder, name)))
const [{engine}, {didYouMean}] = await Promise.all([load("engine.js"), load("did-you-mean.js")])

const answers = []
for (const {language, query} of JSON.parse(readFileSync(0, "utf8"))) {
  const {find, best} = await engine(language)
  const found = await find(query)
  const results = await best(found, RESULTS)
  answers.push({
    results: results.map(({address, title, text, hits}) => ({address, marks: [...hits.keys()].map(place => [...title, ...text][place].trim())})),
    count: found.count ?? 0,
    meant: found.length ? null : await didYouMean(query, language),
  })
}
console.log(JSON.stringify(answers))
