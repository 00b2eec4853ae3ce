/** Bits of a token's policy, as in contracts/tokens/types/Terms.sol. */
export const DERIVATIVES: i32 = 1
export const DERIVATIVES_BY_APPROVAL: i32 = 2
export const REVISABLE: i32 = 4
export const TRAINING: i32 = 8

/** Names of the disclosure numbers, in the order of the schema's enum. */
const DISCLOSURES: string[] = [
  'undeclared',
  'trainedAlgorithmicMedia',
  'algorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'compositeSynthetic',
  'digitalCreation',
]

/** Name of a disclosure; one that this index does not know yet counts as undeclared. */
export function disclosureOf(code: i32): string {
  return code >= 0 && code < DISCLOSURES.length ? DISCLOSURES[code] : DISCLOSURES[0]
}
