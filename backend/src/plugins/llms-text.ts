type Document = {
  info: { title: string; description?: string }
  paths?: Record<string, Record<string, { summary?: string; tags?: string[] }>>
}

/** The API in one plain page for programs that read (llmstxt.org): what each address does, by subject. */
export function llmsText({ info, paths = {} }: Document): string {
  const byTag = new Map<string, string[]>()
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { summary, tags }] of Object.entries(operations)) {
      const tag = tags?.[0] ?? 'other'
      byTag.set(tag, [...(byTag.get(tag) ?? []), `- ${method.toUpperCase()} ${path}${summary ? `: ${summary}` : ''}`])
    }
  const sections = [...byTag].map(([tag, lines]) => `## ${tag}\n\n${lines.join('\n')}`)
  return `# ${info.title}\n\n> ${info.description ?? ''}\n\nSchemas: /openapi.json. The same for people: /docs.\n\n${sections.join('\n\n')}\n`
}
