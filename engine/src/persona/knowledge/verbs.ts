const verbs =
  'love like hate live work run sell speak keep know think want believe enjoy prefer have be do go say make take tell teach write read play sing paint cook collect remember dream hope fear dislike refuse insist hide carry wear spend tend talk drink smoke give get come seem feel need help guard protect serve own raise bake brew hunt study build repair fix wander travel search seek laugh smile worry care trust miss wish plan call use always offer charge pay grow draw dance watch listen suspect claim pretend act treat value adore despise avoid stay sleep eat code design lead train fight heal trade'.split(
    ' ',
  )

const thirdPersonOf = (verb: string): string => {
  if (verb === 'have') return 'has'
  if (verb === 'be') return 'is'
  if (verb === 'do') return 'does'
  if (verb === 'go') return 'goes'
  if (/(ss|sh|ch|x|z)$/.test(verb)) return `${verb}es`
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
}

/** Third-person forms of verbs that people are told to do, and their first-person forms. */
export const knownVerbs: ReadonlyMap<string, string> = new Map(verbs.map((verb) => [thirdPersonOf(verb), verb === 'be' ? 'am' : verb]))

/** "sells" as "I" says it: "sell". */
export function firstPersonVerb(verb: string): string {
  const known = knownVerbs.get(verb)
  if (known) return known
  if (verb === 'was' || verb === 'were') return verb
  if (verb === 'are') return 'am'
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`
  if (/(ss|sh|ch|x|zz|o)es$/.test(verb)) return verb.slice(0, -2)
  return /[^su]s$/.test(verb) ? verb.slice(0, -1) : verb
}
