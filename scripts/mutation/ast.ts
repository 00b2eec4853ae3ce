/** A node of solc's syntax tree, of Solidity or of Yul. Everything but its kind and place depends on the kind. */
export type AstNode = { readonly nodeType: string; readonly src: string; readonly [key: string]: unknown }

export const isNode = (value: unknown): value is AstNode => typeof value === 'object' && value !== null && 'nodeType' in value

/** Start and end of a node, in bytes of the source. */
export function placeOf({ src }: AstNode): { start: number; end: number } {
  const [start = 0, length = 0] = src.split(':').map(Number)
  return { start, end: start + length }
}

/** The nodes directly below a node. */
export const childrenOf = (node: AstNode): AstNode[] => Object.values(node).flat().filter(isNode)
