import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Abi, Hex } from 'viem'

const artifacts = fileURLToPath(new URL('../../artifacts/', import.meta.url))

/** Where bytes of the deployed code are filled in by the constructor, by the compiler's number of the variable. */
export type ImmutableReferences = Record<string, { start: number; length: number }[]>

/** What the compiler made of a contract. */
export type Artifact = {
  contractName: string
  inputSourceName: string
  buildInfoId: string
  abi: Abi
  bytecode: Hex
  deployedBytecode: Hex
  immutableReferences: ImmutableReferences
}

/** What a verifier of sources is given, and the compiler that made it. */
export type BuildInfo = { solcLongVersion: string; input: Record<string, unknown> }

/** Reads the artifact of a contract by its name. */
export function readArtifact(name: string): Artifact {
  const [file, ...others] = globSync(`contracts/**/${name}.json`, { cwd: artifacts })
  if (!file || others.length > 0) throw new Error(`There ${file ? 'are several artifacts' : 'is no artifact'} of ${name}: npm run build.`)
  return JSON.parse(readFileSync(join(artifacts, file), 'utf8')) as Artifact
}

/** Reads the standard JSON input from which an artifact was made. */
export const readBuildInfo = ({ buildInfoId }: Artifact): BuildInfo =>
  JSON.parse(readFileSync(join(artifacts, 'build-info', `${basename(buildInfoId)}.json`), 'utf8')) as BuildInfo
