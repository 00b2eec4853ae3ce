/** Reads JSON that this site kept in the browser; null when there is none, it is broken, or storage is closed. */
export function readStored(key: string): unknown {
  try {
    const text = localStorage.getItem(`daedal.${key}`)
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Keeps JSON in the browser. Answers false when storage is closed or full: the page then works without memory. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    if (value === null || value === undefined) localStorage.removeItem(`daedal.${key}`)
    else localStorage.setItem(`daedal.${key}`, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
