/** Edges waiting to be collapsed, cheapest first; those of one cost in the order they came. */
export type EdgeHeap = {
  /** @param stamp what tells whether the edge is still as it was when it was put in */
  push(cost: number, a: number, b: number, stamp: number): void
  /** Takes out the cheapest edge; false when there is none. */
  pop(out: { a: number; b: number; stamp: number }): boolean
}

/** @param expected about how many edges will come */
export function createEdgeHeap(expected: number): EdgeHeap {
  let capacity = Math.max(64, expected)
  let costs = new Float64Array(capacity)
  let [as, bs, stamps] = [new Uint32Array(capacity), new Uint32Array(capacity), new Uint32Array(capacity)]
  /** Numbers of edges, as a binary heap. */
  let heap = new Uint32Array(capacity)
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

  function sink(edge: number): void {
    const cost = costs[edge]!
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      let low = costs[heap[child]!]!
      if (child + 1 < size) {
        const right = costs[heap[child + 1]!]!
        if (right < low || (right === low && heap[child + 1]! < heap[child]!)) {
          child++
          low = right
        }
      }
      if (low > cost || (low === cost && heap[child]! > edge)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = edge
  }

  return {
    push(cost, a, b, stamp) {
      if (edges === capacity) grow()
      const edge = edges++
      costs[edge] = cost
      as[edge] = a
      bs[edge] = b
      stamps[edge] = stamp
      let at = size++
      while (at > 0) {
        const parent = (at - 1) >> 1
        // among equals the older stays above
        if (costs[heap[parent]!]! <= cost) break
        heap[at] = heap[parent]!
        at = parent
      }
      heap[at] = edge
    },
    pop(out) {
      if (size === 0) return false
      const first = heap[0]!
      out.a = as[first]!
      out.b = bs[first]!
      out.stamp = stamps[first]!
      size--
      if (size > 0) sink(heap[size]!)
      return true
    },
  }
}
