/** A row of the table of known attacks: the title that its tests stand under, and the file they stand in. */
export type Attack = { title: string; file: string }

/** The rows of the table `| attack | source | test |`: the title is the attack, with its source behind it where there is one. */
export function attacksIn(document: string): Attack[] {
  const [, table = ''] = document.split(/^\| attack \| source \| test \|\n\|[-| ]*\n/m)
  const rows = /^((?:\|.*\n?)*)/.exec(table)?.[1] ?? ''
  return [...rows.matchAll(/^\| (.*?) \| (.*?) ?\| `(.*?)` \|$/gm)].map(([, name, source, file]) => ({
    title: source ? `${name} (${source})` : (name as string),
    file: file as string,
  }))
}

/** Titles of the outermost `describe`s of a test file. */
export const outermostTitles = (source: string): string[] =>
  [...source.matchAll(/^describe\((['"`])((?:\\.|(?!\1).)*)\1/gm)].map(([, , title]) => (title as string).replace(/\\(['"`])/g, '$1'))

/** Attacks that no test is named after where the table says, and tests of attacks that stand in no table. */
export function differences(attacks: readonly Attack[], files: ReadonlyMap<string, string>): { untested: Attack[]; unlisted: Attack[] } {
  const tested = [...files].flatMap(([file, source]) => outermostTitles(source).map((title) => ({ title, file })))
  const missingIn = (others: readonly Attack[], one: Attack) =>
    others.filter(({ title, file }) => title === one.title && file === one.file).length !== 1
  return {
    untested: attacks.filter((attack) => missingIn(tested, attack)),
    unlisted: tested.filter((test) => missingIn(attacks, test)),
  }
}
