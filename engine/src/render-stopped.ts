/** A render was given up because its caller asked for it. */
export class RenderStopped extends Error {
  readonly code = 'GENERATION_CANCELLED'
  constructor() {
    super('The render was stopped by its caller.')
    this.name = 'RenderStopped'
  }
}
