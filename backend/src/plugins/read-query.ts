/** Names a record in a query may have. */
const RECORD = /^([A-Za-z]{1,32})\[([^[\]]{1,64})\]$/s

type Value = string | string[]

/** Reads a query string: repeated keys are lists, `key[name]=value` is a record of such. */
export function readQuery(text: string): Record<string, unknown> {
  const query: Record<string, unknown> = Object.create(null)
  for (const [key, value] of new URLSearchParams(text)) {
    const [, outer, inner] = RECORD.exec(key) ?? []
    if (outer === undefined || inner === undefined) {
      query[key] = added(query[key], value)
      continue
    }
    const before = query[outer]
    // A key that is a value and a record at once is left for the schema to refuse.
    if (before !== undefined && (typeof before !== 'object' || Array.isArray(before))) {
      query[key] = value
      continue
    }
    const record = (before as Record<string, Value> | undefined) ?? Object.create(null)
    record[inner] = added(record[inner], value)
    query[outer] = record
  }
  return query
}

const added = (before: unknown, value: string): unknown => {
  if (before === undefined) return value
  return Array.isArray(before) ? [...before, value] : typeof before === 'string' ? [before, value] : before
}
