import type { Language } from '../words/language.ts'
import { symbolOf, type Wanted } from './phrase.ts'

/** A word of a text as the automaton reads it: folded, and its stem. `opens`: a sentence begins here, which no phrase crosses. */
export interface Unit {
  word: string
  stem: string
  opens: boolean
}

/** A place in the trie of all phrases: how to go on, and which phrases end here. */
interface Node {
  id: number
  next: Map<number, Node>
  ends: number[]
  depth: number
}

/** All places of the trie that the words read last lead to. */
interface State {
  nodes: Node[]
  /** Those where a phrase ends. */
  ending: Node[]
  moves: Map<string | number, State>
}

/** More states than phrases need; a text made to find ever new ones makes the automaton forget the old. */
const mostStates = 20_000

/**
 * Finds many phrases in a text in one pass, each word looked at once.
 *
 * The phrases make a trie over stems and prefixes; it is made deterministic by the subset construction, a state when it is first
 * needed (M. O. Rabin and D. Scott, 1959). For phrases without a prefix that is the automaton of A. V. Aho and M. J. Corasick,
 * "Efficient string matching", CACM 18 (1975); a word may fit several prefixes at once, which theirs doesn't know.
 */
export class Automaton {
  readonly #stems = new Map<string, number>()
  readonly #prefixes = new Map<string, number>()
  readonly #prefixLengths: number[]
  readonly #root: State
  readonly #states = new Map<string, State>()

  constructor(phrases: readonly Wanted[][], language: Language | '') {
    const trie: Node = { id: 0, next: new Map(), ends: [], depth: 0 }
    let nodes = 0
    phrases.forEach((phrase, id) => {
      let node = trie
      for (const { word, isPrefix } of phrase) {
        const symbol = isPrefix ? this.#number(this.#prefixes, word) : this.#number(this.#stems, symbolOf(word, language))
        const next = node.next.get(symbol) ?? { id: ++nodes, next: new Map(), ends: [], depth: node.depth + 1 }
        node.next.set(symbol, next)
        node = next
      }
      node.ends.push(id)
    })
    this.#prefixLengths = [...new Set(Array.from(this.#prefixes.keys(), (prefix) => prefix.length))].sort((a, b) => a - b)
    this.#root = { nodes: [trie], ending: [], moves: new Map() }
  }

  /** Tells every place where a phrase stands: its number in the list, its first and its last unit. */
  read(units: readonly Unit[], found: (phrase: number, first: number, last: number) => void): void {
    let state = this.#root
    units.forEach((unit, i) => {
      state = this.#next(unit.opens ? this.#root : state, unit)
      for (const node of state.ending) for (const phrase of node.ends) found(phrase, i - node.depth + 1, i)
    })
  }

  #number(symbols: Map<string, number>, symbol: string): number {
    const known = symbols.get(symbol)
    if (known !== undefined) return known
    const number = this.#stems.size + this.#prefixes.size
    symbols.set(symbol, number)
    return number
  }

  #next(state: State, { word, stem }: Unit): State {
    const symbols = this.#symbolsOf(word, stem)
    if (symbols.length === 0) return this.#root
    const key = symbols.length === 1 ? (symbols[0] ?? '') : symbols.join(' ')
    return state.moves.get(key) ?? this.#explore(state, symbols, key)
  }

  /** The word's stem and whatever prefixes it has, of those that are looked for. */
  #symbolsOf(word: string, stem: string): number[] {
    const symbols: number[] = []
    const exact = this.#stems.get(stem)
    if (exact !== undefined) symbols.push(exact)
    for (const length of this.#prefixLengths) {
      if (length > word.length) break
      const prefix = this.#prefixes.get(word.slice(0, length))
      if (prefix !== undefined) symbols.push(prefix)
    }
    return symbols
  }

  #explore(state: State, symbols: number[], key: string | number): State {
    const nodes = state.nodes.flatMap(({ next }) => symbols.flatMap((symbol) => next.get(symbol) ?? []))
    const explored = nodes.length === 0 ? this.#root : this.#stateOf(nodes)
    state.moves.set(key, explored)
    return explored
  }

  #stateOf(nodes: Node[]): State {
    const name = nodes.map(({ id }) => id).join(' ')
    const known = this.#states.get(name)
    if (known) return known
    if (this.#states.size >= mostStates) {
      this.#states.clear()
      this.#root.moves.clear()
    }
    const state = {
      nodes: [...this.#root.nodes, ...nodes],
      ending: nodes.filter(({ ends }) => ends.length > 0),
      moves: new Map(),
    }
    this.#states.set(name, state)
    return state
  }
}
