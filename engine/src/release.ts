/** What a release keeps of the engine: how a plan is read and drawn. */
export { ENGINE, parsePlan, render } from './engine.ts'
