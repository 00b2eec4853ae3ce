import { concatHex, encodeAbiParameters, encodeDeployData, getContractAddress, type Hex, keccak256, toHex } from 'viem'
import { type Artifact, readArtifact } from './artifact.ts'
import { CREATE_X } from './create-x.ts'
import { type Addresses, type DeployedName, type Parameters, type Step, steps } from './steps.ts'

/** Chosen once. With the same sources and parameters it leads to the same addresses on every chain, whoever deploys. */
export const SALT: Hex = keccak256(toHex('Daedal'))

/** A contract as it is going to be: where, and from what. */
export type Planned = {
  name: DeployedName
  contract: string
  artifact: Artifact
  args: readonly unknown[]
  /** What the constructor is given, ABI-encoded: what a verifier of sources asks for. */
  encodedArgs: Hex
  address: `0x${string}`
}

/** The address that CreateX gives to creation code: it hashes the salt so that nobody can aim at another's address. */
const addressOf = (creationCode: Hex) =>
  getContractAddress({
    opcode: 'CREATE2',
    from: CREATE_X,
    salt: keccak256(encodeAbiParameters([{ type: 'bytes32' }], [SALT])),
    bytecode: creationCode,
  })

/** The address that an artifact with encoded arguments is deployed at. */
export const plannedAddress = ({ bytecode }: Pick<Artifact, 'bytecode'>, encodedArgs: Hex) => addressOf(concatHex([bytecode, encodedArgs]))

function planned({ name, contract, args: argsOf }: Step, known: Parameters & Addresses): Planned {
  const artifact = readArtifact(contract)
  const args = argsOf(known)
  const creationCode = encodeDeployData({ abi: artifact.abi, bytecode: artifact.bytecode, args })
  const encodedArgs: Hex = `0x${creationCode.slice(artifact.bytecode.length)}`
  return { name, contract, artifact, args, encodedArgs, address: addressOf(creationCode) }
}

/** Every contract with its address and arguments. A `wrappedEther` that the chain has is used and none is planned. */
export function planDeployment(parameters: Parameters, wrappedEther?: `0x${string}`): Planned[] {
  const addresses: Partial<Addresses> = wrappedEther ? { wrappedEther } : {}
  const plan: Planned[] = []
  for (const step of steps) {
    if (addresses[step.name]) continue
    // A step knows those before it; the list is in that order.
    const next = planned(step, { ...parameters, ...(addresses as Addresses) })
    addresses[step.name] = next.address
    plan.push(next)
  }
  return plan
}
