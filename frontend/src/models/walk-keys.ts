/** What the keys held down ask for: ahead and aside as -1..1, turns of the head as -1..1. */
export type Wish = { ahead: number; aside: number; turn: number; nod: number; fast: boolean }

/** Keys by where they lie, so that every layout has them in the same place. */
const held: Readonly<Record<string, Partial<Record<'ahead' | 'aside' | 'turn' | 'nod', number>>>> = {
  KeyW: { ahead: 1 },
  ArrowUp: { ahead: 1 },
  KeyS: { ahead: -1 },
  ArrowDown: { ahead: -1 },
  KeyA: { aside: -1 },
  KeyD: { aside: 1 },
  ArrowLeft: { turn: 1 },
  ArrowRight: { turn: -1 },
  PageUp: { nod: 1 },
  PageDown: { nod: -1 },
}

/** Listens to walking keys on an element while it has the focus. `pressed` gets the others; true when it knew the key. */
export function listenToKeys(element: HTMLElement, pressed: (code: string) => boolean): { wish(): Wish; stop(): void } {
  const down = new Set<string>()
  const stop = new AbortController()
  const options = { signal: stop.signal }
  element.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const known = event.code in held || event.code.startsWith('Shift')
      if (known) down.add(event.code)
      if (known || pressed(event.code)) event.preventDefault()
    },
    options,
  )
  element.addEventListener('keyup', (event) => void down.delete(event.code), options)
  // A key let go elsewhere is never heard of.
  element.addEventListener('blur', () => down.clear(), options)
  return {
    wish() {
      const wish: Wish = { ahead: 0, aside: 0, turn: 0, nod: 0, fast: down.has('ShiftLeft') || down.has('ShiftRight') }
      for (const code of down)
        for (const [way, share] of Object.entries(held[code] ?? {})) wish[way as 'ahead' | 'aside' | 'turn' | 'nod'] += share
      return wish
    },
    stop: () => stop.abort(),
  }
}
