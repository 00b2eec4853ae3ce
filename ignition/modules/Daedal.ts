import { buildModule } from '@nomicfoundation/hardhat-ignition/modules'

type Argument = string | number | bigint | boolean | Argument[]

/** A contract with its constructor's arguments; `exists` when its address has its code already. */
export type ModuleStep = { name: string; contract: string; args: readonly unknown[]; address: string; exists: boolean }

/**
 * The contracts of `scripts/deploy/steps.ts`, one after the other. What is there already is named, not deployed: a lost journal
 * must not lead to a second deployment at a taken address.
 */
export const daedalModule = (plan: readonly ModuleStep[]) =>
  buildModule('Daedal', (m) => {
    type Options = NonNullable<Parameters<typeof m.send>[4]>
    const futureOf = ({ name, contract, args, address, exists }: ModuleStep, { after }: Required<Pick<Options, 'after'>>) =>
      exists ? m.contractAt(contract, address, { id: `${name}Found` }) : m.contract(contract, args as Argument[], { id: name, after })
    const deployed: Record<string, ReturnType<typeof futureOf>> = {}
    for (const step of plan) deployed[step.name] = futureOf(step, { after: Object.values(deployed) })
    return deployed
  })
