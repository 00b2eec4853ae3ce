import { posix } from 'node:path'

/** A Solidity source by its path from the root of the repository. */
export type Source = { path: string; text: string }

const DOMAIN = /^contracts\/([a-z]+)\//

/**
 * Imports that a contract may not have. A domain knows its own folder, other domains' `interfaces/` and `types/`, and OpenZeppelin;
 * every import names what it takes.
 */
export function brokenImports({ path, text }: Source): string[] {
  const domain = DOMAIN.exec(path)?.[1]
  if (!domain) return [`${path}: a contract outside of a domain's folder`]
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...code.matchAll(/\bimport\s+([^;]*?)["']([^"']+)["']/g)].flatMap((match) => {
    const [, names = '', target = ''] = match
    const place = `${path}:${code.slice(0, match.index).split('\n').length}`
    if (!names.includes('{')) return [`${place}: ${target} is imported whole; name what is needed`]
    if (target.startsWith('@openzeppelin/contracts/')) return []
    if (!target.startsWith('.')) return [`${place}: ${target} is neither ours nor OpenZeppelin's`]
    const resolved = posix.normalize(posix.join(posix.dirname(path), target))
    const [, other, folder] = /^contracts\/([a-z]+)\/(?:([a-z]+)\/)?/.exec(resolved) ?? []
    if (other === domain || (other && (folder === 'interfaces' || folder === 'types'))) return []
    return [`${place}: ${target} is inside of ${other ? `the domain ${other}` : 'no domain'}`]
  })
}
