/** First in, first out, each name at most once, taken by an index instead of a shift, so that it stays O(1) at any length. */

export class Queue {
  #items: string[] = []
  #head = 0
  readonly #within = new Set<string>()

  /** What already waits keeps its place: two turns for one task would start it twice. */
  push(item: string): void {
    if (this.#within.has(item)) return
    this.#within.add(item)
    this.#items.push(item)
  }

  get length(): number {
    return this.#items.length - this.#head
  }

  take(): string | undefined {
    if (this.#head === this.#items.length) return undefined
    const item = this.#items[this.#head++]!
    this.#within.delete(item)
    if (this.#head > 1024 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head)
      this.#head = 0
    }
    return item
  }
}
