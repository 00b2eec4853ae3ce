/**
 * IPTC digital source types a record can declare, in the order of the on-chain `disclosure` number.
 * 0 means undeclared and is refused by the collection. Source: IPTC NewsCodes, digitalsourcetype.
 */
export const disclosures = [
  'undeclared',
  'trainedAlgorithmicMedia',
  'algorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'compositeSynthetic',
  'digitalCreation',
] as const
export type Disclosure = (typeof disclosures)[number]

/** The number stored on chain. */
export const disclosureCode = (disclosure: Disclosure): number => disclosures.indexOf(disclosure)

/** Steps of the proof ladder; the index is the number of ERC-7007's `proofKind`. */
export const proofKinds = ['claimed', 'attested', 'reproduced', 'optimistic', 'validity'] as const
export type ProofKind = (typeof proofKinds)[number]
