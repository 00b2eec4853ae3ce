import type { Planner } from './ports.ts'
export const embeddedPlanner: Planner = {
  understand() {
    throw new Error('not there yet')
  },
  seeds() {
    throw new Error('not there yet')
  },
}
