import Type, { type Static } from 'typebox'

/** RFC 9457 problem with the product's own `code`. Served as `application/problem+json`. */
export const Problem = Type.Object({
  type: Type.String({ description: 'about:blank or a URL that explains the code' }),
  title: Type.String(),
  status: Type.Integer({ minimum: 400, maximum: 599 }),
  code: Type.String({ pattern: '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$' }),
  detail: Type.Optional(Type.String({ description: 'One English sentence that names the offending value' })),
  instance: Type.Optional(Type.String()),
})
export type Problem = Static<typeof Problem>
