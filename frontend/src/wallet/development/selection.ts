import { createStore } from '../../lib/store.ts'
import { readStored, writeStored } from '../../lib/stored.ts'

/** People of the development wallet. Their keys come from the public test mnemonic, indexes 1 to 5; 0 belongs to the deployment. */
export const people = ['Ada', 'Bo', 'Chen', 'Dara', 'Emil'] as const

type Selection = { index: number; connected: boolean }

function stored(): Selection {
  const value = readStored('development-wallet') as Partial<Selection> | null
  const index = typeof value?.index === 'number' && people[value.index] ? value.index : 0
  return { index, connected: value?.connected === true }
}

/** Which of them is in use, and whether this site may see them. */
export const selection = createStore<Selection>(stored())
/** The name of the one in use. */
export const developmentName = createStore<string>(people[stored().index] ?? people[0])

selection.subscribe(() => {
  writeStored('development-wallet', selection.get())
  developmentName.set(people[selection.get().index] ?? people[0])
})
