/** What a release keeps of the engine: how a plan is read and made. */
export { ENGINE, make, parsePlan } from './engine.ts'
