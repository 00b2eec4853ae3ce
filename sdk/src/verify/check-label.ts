import { disclosures } from '@daedal/protocol/provenance/disclosure'
import { type Finding, fail, notAssessed, pass, weak } from './check.ts'
import { recordedFiles } from './decode-files.ts'
import type { Evidence } from './evidence.ts'
import { readXmp } from './read-png.ts'
import { withRecord } from './with-record.ts'

/** The IPTC digital source type is the same on chain, inside the file (XMP) and in the record. */
export async function checkLabel(evidence: Evidence): Promise<Finding> {
  return withRecord(evidence, async ({ core }) => {
    const recorded = core.declaration.digitalSourceType
    const facts = evidence.chain.facts
    const onChain = facts && (disclosures[facts.terms.disclosure] ?? `number ${facts.terms.disclosure}`)
    const inFile = await labelInFile(evidence)
    const said = [`record: ${recorded}`]
    if (onChain !== null) said.push(`chain: ${onChain}`)
    if (inFile.label !== null) said.push(`file: ${inFile.label}`)
    const reading = said.join(', ')
    if (recorded === 'undeclared' || (onChain !== null && onChain !== recorded) || (inFile.label !== null && inFile.label !== recorded))
      return fail(reading)
    if (inFile.label === null) return onChain === null ? notAssessed(`${reading}; ${inFile.why}`) : weak(`${reading}; ${inFile.why}`)
    if (onChain === null) return weak(`${reading}; ${evidence.chain.why}`)
    return pass(reading)
  })
}

/** What the picture says of itself; of a world its still does. */
async function labelInFile(evidence: Evidence): Promise<{ label: string; why: null } | { label: null; why: string }> {
  const files = recordedFiles(evidence)
  const picture = files.find(({ mime }) => mime === 'image/png')
  if (!picture) return { label: null, why: `the label inside ${files[0]?.mime} is not read here` }
  const { file } = picture
  if (file.bytes === null) return { label: null, why: file.why }
  try {
    const label = /DigitalSourceType(?:\s*=\s*["']|[^>]*>\s*)https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/([A-Za-z]{1,64})/.exec(
      (await readXmp(file.bytes)) ?? '',
    )?.[1]
    return label === undefined ? { label: null, why: 'the file carries no label' } : { label, why: null }
  } catch (cause) {
    return { label: null, why: `the file cannot be read: ${(cause as Error).message}` }
  }
}
