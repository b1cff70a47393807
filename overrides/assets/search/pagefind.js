/* Pagefind's search, a program in WebAssembly, called as its own script calls it; scripts/portal/publication/search/pagefind.py tells the formats. */
const SIGNATURE = "pagefind_dcd"
const encode = text => new TextEncoder().encode(text)
const decode = bytes => new TextDecoder().decode(bytes)

/** A file as Pagefind packed it. */
export async function unpack(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(answer.status)
  const unpacked = new Response(answer.body.pipeThrough(new DecompressionStream("gzip")))
  const bytes = new Uint8Array(await unpacked.arrayBuffer())
  if (decode(bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE) throw new Error("not of Pagefind")
  return bytes.subarray(SIGNATURE.length)
}

/** The search over an unpacked index: `search(query, isPhrase)` gives the results, best first, loading chunks with `chunk(name)`. */
export async function start(program, index, ranking, chunk) {
  let wasm
  const setUp = () => {
    const table = wasm.__wbindgen_externrefs, values = [undefined, null, true, false], offset = table.grow(values.length)
    table.set(0, undefined)
    values.forEach((value, place) => table.set(offset + place, value))
  }
  wasm = (await WebAssembly.instantiate(program, {"./pagefind_web_bg.js": {__wbindgen_init_externref_table: setUp}})).instance.exports
  wasm.__wbindgen_start()

  const pass = bytes => {
    const at = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0
    new Uint8Array(wasm.memory.buffer).set(bytes, at)
    return [at, bytes.length]
  }
  const given = texts => texts.flatMap(text => pass(encode(text)))
  const answer = ([at, length]) => {
    const text = decode(new Uint8Array(wasm.memory.buffer, at >>> 0, length))
    wasm.__wbindgen_free(at, length, 1)
    return JSON.parse(text)
  }

  let state = wasm.init_pagefind(...pass(index)) >>> 0
  state = wasm.set_ranking_weights(state, ...given([JSON.stringify(ranking)])) >>> 0
  const loaded = {}
  const load = name => loaded[name] ??= chunk(name).then(bytes => { state = wasm.load_index_chunk(state, ...pass(bytes)) >>> 0 })

  return async (query, isPhrase) => {
    const plain = query.normalize("NFD").replace(/\p{M}/gu, "")
    await Promise.all(answer(wasm.request_indexes(state, ...given([plain]))).filter(Boolean).map(load))
    return answer(wasm.search(state, ...given([plain, query, "{}", ""]), isPhrase, false)).results
  }
}
