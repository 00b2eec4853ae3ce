export { ENGINE, parsePlan, render } from '../src/release.ts'
