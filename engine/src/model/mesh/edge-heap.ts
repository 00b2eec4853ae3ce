/** Edges waiting to be collapsed, cheapest first; those of one cost in the order they came. */
export type EdgeHeap = {
  /** @param stamp what tells whether the edge is still as it was when it was put in */
  push(cost: number, a: number, b: number, stamp: number): void
  /** Takes out the cheapest edge; false when there is none. */
  pop(out: { a: number; b: number; stamp: number }): boolean
}

/** Children of a node: with more of them a heap is shallower, and those of one node lie side by side. */
const ARITY = 4

/** @param expected about how many edges will come */
export function createEdgeHeap(expected: number): EdgeHeap {
  let capacity = Math.max(64, expected)
  let [as, bs, stamps] = [new Uint32Array(capacity), new Uint32Array(capacity), new Uint32Array(capacity)]
  /** Numbers of edges as a heap, each with its cost. */
  let heap = new Uint32Array(capacity)
  let costs = new Float64Array(capacity)
  let [edges, size] = [0, 0]

  function grow(): void {
    capacity *= 2
    const wider = (old: Uint32Array) => {
      const larger = new Uint32Array(capacity)
      larger.set(old)
      return larger
    }
    const old = costs
    costs = new Float64Array(capacity)
    costs.set(old)
    as = wider(as)
    bs = wider(bs)
    stamps = wider(stamps)
    heap = wider(heap)
  }

  function sink(edge: number, cost: number): void {
    let at = 0
    for (;;) {
      const first = ARITY * at + 1
      if (first >= size) break
      const end = first + ARITY < size ? first + ARITY : size
      let child = first
      let low = costs[first]!
      for (let other = first + 1; other < end; other++) {
        const its = costs[other]!
        if (its > low || (its === low && heap[other]! > heap[child]!)) continue
        child = other
        low = its
      }
      if (low > cost || (low === cost && heap[child]! > edge)) break
      heap[at] = heap[child]!
      costs[at] = low
      at = child
    }
    heap[at] = edge
    costs[at] = cost
  }

  return {
    push(cost, a, b, stamp) {
      if (edges === capacity) grow()
      const edge = edges++
      as[edge] = a
      bs[edge] = b
      stamps[edge] = stamp
      let at = size++
      while (at > 0) {
        const parent = ((at - 1) / ARITY) | 0
        // among equals the older stays above
        if (costs[parent]! <= cost) break
        heap[at] = heap[parent]!
        costs[at] = costs[parent]!
        at = parent
      }
      heap[at] = edge
      costs[at] = cost
    },
    pop(out) {
      if (size === 0) return false
      const first = heap[0]!
      out.a = as[first]!
      out.b = bs[first]!
      out.stamp = stamps[first]!
      size--
      if (size > 0) sink(heap[size]!, costs[size]!)
      return true
    },
  }
}
