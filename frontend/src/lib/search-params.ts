/** Query parameters as pages read them: a key once is a string, several times a list, `trait[Name]` goes under `trait`. */
export type SearchParams = { [key: string]: string | string[] | Record<string, string[]> }

/** Reads the query part of an address. */
export function parseSearch(search: string): SearchParams {
  const found: SearchParams = Object.create(null)
  for (const [key, value] of new URLSearchParams(search)) {
    const nested = /^([a-z]+)\[(.+)\]$/.exec(key)
    if (nested) {
      const [, outer, inner] = nested as unknown as [string, string, string]
      found[outer] ??= Object.create(null) as Record<string, string[]>
      const record = found[outer]
      if (typeof record === 'object' && !Array.isArray(record)) record[inner] = [...(record[inner] ?? []), value]
      continue
    }
    const before = found[key]
    if (before === undefined) found[key] = value
    else if (typeof before === 'string') found[key] = [before, value]
    else if (Array.isArray(before)) before.push(value)
  }
  return { ...found }
}

/** Writes them back, in the same shapes; empty values are left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '' || value === false) continue
    if (Array.isArray(value)) for (const item of value) params.append(key, String(item))
    else if (typeof value === 'object')
      for (const [name, items] of Object.entries(value)) for (const item of [items].flat()) params.append(`${key}[${name}]`, String(item))
    else params.append(key, String(value))
  }
  const text = params.toString().replaceAll('%5B', '[').replaceAll('%5D', ']')
  return text ? `?${text}` : ''
}

/** One value as a list. */
export const listOf = (value: SearchParams[string] | undefined): string[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : []

/** One value as text; the last of several. */
export const textOf = (value: SearchParams[string] | undefined): string | undefined => listOf(value).at(-1)

/** The one of some values that a text names; the first one when it names none. */
export const oneOf = <const T extends string>(values: readonly [T, ...T[]], text: string | undefined): T =>
  values.find((value) => value === text) ?? values[0]
