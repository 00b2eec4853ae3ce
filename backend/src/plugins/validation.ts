import { Ajv, type ValidateFunction } from 'ajv'
import ajvFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

/** Bodies are taken as they are; only what comes as text (query, path, headers) is converted. Unknown fields are refused where a schema says so. */
export const validationPlugin = fastifyPlugin(async (app: FastifyInstance) => {
  const options = { useDefaults: true, removeAdditional: false, allErrors: false, verbose: true, strict: false } as const
  const exact = new Ajv({ ...options, coerceTypes: false })
  const converting = new Ajv({ ...options, coerceTypes: 'array' })
  for (const ajv of [exact, converting]) ajvFormats.default(ajv)
  app.setValidatorCompiler<object>(
    ({ schema, httpPart }): ValidateFunction => (httpPart === 'body' ? exact : converting).compile(withoutId(schema)),
  )
})

/** `$id` would make Ajv refuse a schema that two routes use. */
function withoutId(schema: object): object {
  if (!('$id' in schema)) return schema
  const { $id: _, ...rest } = schema
  return rest
}
