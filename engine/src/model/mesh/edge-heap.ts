/** Edges by rising cost. Of equal costs the one put in first comes first. */
export type EdgeHeap = {
  push(cost: number, a: number, b: number, stamp: number): void
  /** Takes out the cheapest edge; false when there is none. */
  pop(out: { cost: number; a: number; b: number; stamp: number }): boolean
}

export function createEdgeHeap(): EdgeHeap {
  const costs: number[] = []
  const as: number[] = []
  const bs: number[] = []
  const stamps: number[] = []
  /** Numbers of edges, as a binary heap. */
  const heap: number[] = []
  const before = (p: number, q: number) => costs[p]! < costs[q]! || (costs[p] === costs[q] && p < q)

  function sink(edge: number): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++
      if (!before(heap[child]!, edge)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = edge
  }

  return {
    push(cost, a, b, stamp) {
      const edge = costs.push(cost) - 1
      as.push(a)
      bs.push(b)
      stamps.push(stamp)
      let at = heap.push(edge) - 1
      while (at > 0) {
        const parent = (at - 1) >> 1
        if (!before(edge, heap[parent]!)) break
        heap[at] = heap[parent]!
        at = parent
      }
      heap[at] = edge
    },
    pop(out) {
      const first = heap[0]
      if (first === undefined) return false
      out.cost = costs[first]!
      out.a = as[first]!
      out.b = bs[first]!
      out.stamp = stamps[first]!
      const last = heap.pop()!
      if (heap.length > 0) sink(last)
      return true
    },
  }
}
