/** Throws RangeError when a number of a typed message does not fit its Solidity type. */
export function requireFit<Name extends string>(
  fields: readonly { readonly name: Name; readonly type: string }[],
  message: { readonly [key in Name]: unknown },
): void {
  for (const { name, type } of fields) {
    if (!type.startsWith('uint')) continue
    const value = message[name] as bigint | number
    if (BigInt(value) >= 1n << BigInt(type.slice(4))) throw new RangeError(`${name} does not fit ${type}: ${value}`)
  }
}
