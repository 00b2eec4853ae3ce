/** The parts of an OpenAPI document that the page shows. */
type Schema = {
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  pattern?: string
  maxLength?: number
  minimum?: number
  maximum?: number
}
type Operation = {
  summary?: string
  description?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>
}
type Document = { info: { title: string; description?: string }; paths?: Record<string, Record<string, Operation>> }

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The reference of the API as one page without scripts. */
export function docsPage(document: Document): string {
  const byTag = new Map<string, string[]>()
  for (const [path, operations] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags?.[0] ?? 'other'
      byTag.set(tag, [...(byTag.get(tag) ?? []), operationPart(method, path, operation)])
    }
  const sections = [...byTag].map(
    ([tag, parts]) => `<section id="${escapeHtml(tag)}"><h2>${escapeHtml(tag)}</h2>${parts.join('')}</section>`,
  )
  const links = [...byTag.keys()].map((tag) => `<a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(document.info.title)} API</title><link rel="stylesheet" href="/docs.css"></head><body><header><h1>${escapeHtml(document.info.title)} API</h1><p>${escapeHtml(document.info.description ?? '')}</p><nav>${links.join(' ')} <a href="/openapi.json">openapi.json</a></nav></header><main>${sections.join('')}</main></body></html>`
}

function operationPart(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: place, required, description, schema }) =>
      `<tr><td><code>${escapeHtml(name)}</code></td><td>${place}${required ? ', required' : ''}</td><td>${escapeHtml(kindOf(schema))}</td><td>${escapeHtml(description ?? schema?.description ?? '')}</td></tr>`,
  )
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const answers = Object.entries(operation.responses ?? {}).map(([status, { content }]) => {
    const schema = Object.values(content ?? {})[0]?.schema
    return `<details><summary>${escapeHtml(status)}</summary>${schema ? shape(schema) : ''}</details>`
  })
  return `<article><h3><span class="method">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></h3><p>${escapeHtml(operation.summary ?? operation.description ?? '')}</p>${
    parameters.length > 0 ? `<table>${parameters.join('')}</table>` : ''
  }${body ? `<details open><summary>body</summary>${shape(body)}</details>` : ''}${answers.join('')}</article>`
}

/** Nested lists of an object's fields, with meaning and limits. */
function shape(schema: Schema, depth = 0): string {
  const inner = schema.items ?? schema
  const fields = Object.entries(inner.properties ?? schema.anyOf?.find(({ properties }) => properties)?.properties ?? {})
  if (fields.length === 0 || depth > 6) return `<p>${escapeHtml(kindOf(schema))} ${escapeHtml(schema.description ?? '')}</p>`
  const items = fields.map(([name, field]) => {
    const nested = field.properties || field.items?.properties || field.anyOf?.some(({ properties }) => properties)
    const optional = inner.required?.includes(name) === false ? ' (optional)' : ''
    return `<li><code>${escapeHtml(name)}</code>${optional} <em>${escapeHtml(kindOf(field))}</em> ${escapeHtml(field.description ?? '')}${nested ? shape(field, depth + 1) : ''}</li>`
  })
  return `<ul>${items.join('')}</ul>`
}

function kindOf(schema: Schema | undefined): string {
  if (!schema) return ''
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' | ')
  if (schema.type === 'array') return `array of ${kindOf(schema.items)}`
  const limits = [
    schema.pattern && `/${schema.pattern}/`,
    schema.maxLength !== undefined && `≤ ${schema.maxLength} characters`,
    schema.minimum !== undefined && `≥ ${schema.minimum}`,
    schema.maximum !== undefined && `≤ ${schema.maximum}`,
  ].filter(Boolean)
  return [[schema.type].flat().join(' | '), ...limits].filter(Boolean).join(', ')
}

export const docsStyle = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem}
nav{display:flex;flex-wrap:wrap;gap:1rem}
article{border-top:1px solid GrayText;padding:.5rem 0 1rem;overflow-wrap:anywhere}
h3{font-size:1rem;font-weight:600;margin:.5rem 0}
.method{display:inline-block;min-width:4.5rem}
table{border-collapse:collapse;display:block;overflow-x:auto}
td{padding:.15rem .75rem .15rem 0;vertical-align:top}
ul{padding-left:1.2rem;margin:.25rem 0}
em{opacity:.75;font-style:normal}
summary{cursor:pointer}
`
