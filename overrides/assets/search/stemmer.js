/* Kyrgyz words without endings: the twin of scripts/portal/publication/search/stemmer.py, over the same table (kyrgyz.json). */
const CYRILLIC = /[\u0400-\u052f]/
const LATIN = /[a-z\u00df-\u024f]/
const ABBREVIATION = /^([A-ZА-ЯЁӨҮҢ]{2,})[a-zа-яёөүң]+$/
const LATIN_WITH_ENDING = /^([a-z\u00df-\u024f]{2,})[\u0430-\u052f]+$/
const GLIDE = /(^|[аеоуиыьъ])([юя])/g
const SHORTEST = 2

const last = text => text.slice(-1)
const replaceLetters = (word, letters) => [...word].map(letter => letters[letter] ?? letter).join("")

/** `stemKyrgyz` over a table. */
export function stemmer(rules) {
  const devoice = stem => stem.slice(0, -1) + (rules.final[last(stem)] ?? last(stem))
  const vowelsOf = word => [...word].filter(letter => rules.vowels.includes(letter))

  function transliterate(word) {
    for (const [latin, cyrillic] of rules.latin) word = word.replaceAll(latin, cyrillic)
    let written = ""
    for (const letter of word) {
      const afterVowel = written && "аеёиоуыюя".includes(last(written))
      written += "yi".includes(letter) && afterVowel ? "й" : rules.latin_letters[letter] ?? letter
    }
    return written
  }

  function fold(word) {
    word = word.normalize("NFC").toLowerCase().replaceAll("\u0301", "")
    if (CYRILLIC.test(word) && LATIN.test(word)) {
      const foreign = word.match(LATIN_WITH_ENDING)
      word = foreign && ![...foreign[1]].every(letter => letter in rules.alike) ? foreign[1] : replaceLetters(word, rules.alike)
    }
    if (LATIN.test(word)) word = transliterate(word)
    word = replaceLetters(word, rules.letters).replaceAll("дж", "ж")
    for (let time = 0; time < 2; time++) word = word.replace(GLIDE, (_, before, glide) => before + "й" + rules.glides[glide])
    return replaceLetters(word, rules.glides).replaceAll("ь", "").replaceAll("ъ", "")
  }

  const endings = unfoldEndings(rules)
  const longestEnding = Math.max(...[...endings.keys()].map(letters => letters.length))
  const shortVerbs = new Set(rules.verbs.words.split(" ").map(word => devoice(fold(word))))
  const listed = [...rules.whole.flatMap(group => group.words.split(" ")), ...Object.keys(rules.variants)]
  const wholeWords = new Set(listed.map(word => devoice(fold(word))))

  function fits(stem, ending, verb) {
    const vowels = vowelsOf(stem)
    return ending.after.includes(last(stem))
      && ending.least <= vowels.length && vowels.length <= ending.most
      && (stem.length > SHORTEST || rules.vowels.includes(stem[0]))
      && (verb ? ending.verb : !ending.inside)
      && (ending.harmony === null || rules.harmony[last(vowels)[0]].includes(ending.harmony))
      && !ending.unless.some(tail => stem.endsWith(tail))
      && (!ending.verb || vowels.length + ending.gives.length > 1 || shortVerbs.has(devoice(stem)))
  }

  function withoutLastEnding(word, verb) {
    let found = null
    for (let length = Math.min(longestEnding, word.length - SHORTEST); length > 0; length--) {
      for (const ending of endings.get(word.slice(-length)) ?? []) {
        const left = word.slice(0, -length)
        if (!fits(left, ending, verb)) continue
        const stem = devoice(left + ending.gives)
        if (wholeWords.has(stem)) return [stem, verb || ending.verb]
        found ??= [stem, verb || ending.verb]
      }
    }
    return found
  }

  function strip(word) {
    let stem = devoice(word), verb = false
    while (!wholeWords.has(stem)) {
      const found = withoutLastEnding(stem, verb)
      if (!found) break
      ;[stem, verb] = found
    }
    return stem
  }

  function skeleton(stem) {
    stem = fold(rules.variants[stem] ?? stem)
    const many = vowelsOf(stem).length > 1
    if (many && !wholeWords.has(stem) && /[еоуиы]с$|л[ае]н$/.test(stem)) stem = stem.slice(0, -1)
    if (many && /[^аеоуиы][ео]$/.test(stem)) stem = stem.slice(0, -1) + "а"
    return stem.replace(/[ыий]+/g, "и").replaceAll("нг", "н")
  }

  function stemKyrgyz(word) {
    const abbreviation = word.normalize("NFC").match(ABBREVIATION)
    const folded = fold(abbreviation ? abbreviation[1] : word)
    return CYRILLIC.test(folded) ? skeleton(strip(folded)) : folded
  }

  return {stemKyrgyz}
}

/** Every ending by its letters, as in morphology.py. */
function unfoldEndings(rules) {
  const found = new Map()
  for (const kind of rules.classes) {
    const allowed = kind.after ?? rules.vowels + rules.consonants
    for (const pattern of kind.endings.split(" ")) {
      for (const [letters, after, harmony] of spellings(rules, pattern, "", null, null)) {
        if (!found.has(letters)) found.set(letters, [])
        found.get(letters).push({
          after: [...allowed].filter(letter => after === null || after.includes(letter)), harmony,
          least: kind.syllables ?? 1, most: kind.most ?? 99, unless: kind.unless?.split(" ") ?? [],
          gives: kind.gives ?? "", verb: kind.verb ?? false, inside: kind.inside ?? false,
        })
      }
    }
  }
  return found
}

function* spellings(rules, pattern, begun, after, harmony) {
  if (!pattern) {
    yield [begun, after, harmony]
    return
  }
  const sign = pattern[0], rest = pattern.slice(1)
  const before = [...begun].reverse().find(letter => rules.vowels.includes(letter))
  if (sign === "A" || sign === "I") {
    for (const vowel of sign === "A" ? rules.low : rules.high) {
      if (!before || rules.harmony[before].includes(vowel)) {
        yield* spellings(rules, rest, begun + vowel, begun ? after : rules.consonants, before ? harmony : vowel)
      }
    }
  } else {
    for (const [letter, preceding] of Object.entries(rules.sounds[sign] ?? {[sign]: after})) {
      yield* spellings(rules, rest, begun + letter, begun ? after : preceding, harmony)
    }
  }
}
