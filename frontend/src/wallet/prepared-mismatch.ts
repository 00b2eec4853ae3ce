/** The service prepared something else than the person asked for. Nothing of it is signed or sent. */
export class PreparedMismatch extends Error {
  override readonly name = 'PreparedMismatch'
}

/** Throws {@link PreparedMismatch} unless the fact holds. */
export function must(fact: boolean, sentence: string): asserts fact {
  if (!fact) throw new PreparedMismatch(sentence)
}

/** Whether two addresses or hashes are one, whatever their letter case. */
export const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
